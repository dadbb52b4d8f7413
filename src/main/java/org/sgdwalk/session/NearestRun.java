package org.sgdwalk.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.Manifest;

/**
 * The run of the claims' designs that is nearest to one that is none of them: that with the fewest
 * keys of its spec otherwise.
 *
 * @param cell its cell
 * @param arm its arm
 * @param keys keys that differ, each with the value of the trace and that of the design
 */
record NearestRun(Cell cell, Arm arm, List<String> keys) {
  /** Keys that a line names. */
  private static final int SHOWN = 6;

  /** What a trace's run has that no design of the cells has, in a line. */
  static String difference(Manifest manifest, List<Cell> cells) {
    if (manifest.provenance().initialTheta() != null) {
      return "it started from a theta file, and no claim's run does";
    }
    NearestRun nearest =
        cells.stream()
            .flatMap(cell -> cell.arms().keySet().stream().map(arm -> of(manifest, cell, arm)))
            .min(Comparator.comparingInt(run -> run.keys.size()))
            .orElseThrow();
    return nearest.sentence();
  }

  private static NearestRun of(Manifest manifest, Cell cell, Arm arm) {
    Map<String, String> own = values(manifest.spec());
    Map<String, String> design = values(cell.spec(arm, manifest.spec().seed()));
    TreeSet<String> all = new TreeSet<>(own.keySet());
    all.addAll(design.keySet());
    return new NearestRun(
        cell,
        arm,
        all.stream()
            .filter(key -> !Objects.equals(own.get(key), design.get(key)))
            .map(key -> key + " " + shown(own.get(key)) + ", there " + shown(design.get(key)))
            .toList());
  }

  private static String shown(@Nullable String value) {
    return value == null ? "left out" : value;
  }

  private String sentence() {
    int more = keys.size() - SHOWN;
    return "no claim's design has this run; the nearest is %s of %s at scale %s, which differs in: %s%s"
        .formatted(
            arm.key(),
            cell.id(),
            cell.scale().key(),
            keys.stream().limit(SHOWN).collect(Collectors.joining("; ")),
            more > 0 ? "; and " + more + " more" : "");
  }

  /** The values of a spec by their paths, defaults included. */
  private static Map<String, String> values(RunSpec spec) {
    Map<String, String> values = new TreeMap<>();
    collect(SpecJson.mapper().valueToTree(spec), "", values);
    return values;
  }

  private static void collect(JsonNode node, String path, Map<String, String> values) {
    if (!node.isObject()) {
      values.put(path, node.toString());
      return;
    }
    node.properties()
        .forEach(
            entry ->
                collect(
                    entry.getValue(),
                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                    values));
  }
}
