package org.sgdwalk.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sgdwalk.spec.SpecJson;

/**
 * In what the provenances of two traces of one run differ. Threads change no digit, and the theta
 * that a run started from is compared as a file.
 *
 * @param differences in the order of their keys
 */
public record ProvenanceComparison(List<Difference> differences) {
  private static final Set<String> LEFT_OUT = Set.of("threads", "initialTheta");

  private static final Set<String> COMPUTES = Set.of("engine", "backend", "cpu");

  /** The program itself is among the versions; it is no library. */
  private static final String OWN_VERSION = "versions.sgd-walk";

  /** Copies the list. */
  public ProvenanceComparison {
    differences = List.copyOf(differences);
  }

  /**
   * A difference.
   *
   * @param key key in the manifest, below {@code provenance}
   * @param recorded value in the first trace, empty where it has none
   * @param here likewise in the second
   */
  public record Difference(String key, String recorded, String here) {
    private boolean roundsOtherwise() {
      return COMPUTES.contains(key) || (key.startsWith("versions.") && !key.equals(OWN_VERSION));
    }
  }

  /** Compares two. */
  static ProvenanceComparison of(Provenance recorded, Provenance here) {
    Map<String, String> before = values(recorded);
    Map<String, String> now = values(here);
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String key : keys) {
      Difference pair =
          new Difference(key, before.getOrDefault(key, ""), now.getOrDefault(key, ""));
      if (!pair.recorded().equals(pair.here())) {
        differences.add(pair);
      }
    }
    return new ProvenanceComparison(differences);
  }

  /** Whether something else computed: engine, backend, CPU or a library. */
  boolean roundsOtherwise() {
    return differences.stream().anyMatch(Difference::roundsOtherwise);
  }

  private static Map<String, String> values(Provenance provenance) {
    Map<String, String> values = new TreeMap<>();
    JsonNode tree = SpecJson.mapper().valueToTree(provenance);
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      if (!LEFT_OUT.contains(field.getKey())) {
        put(field.getKey(), field.getValue(), values);
      }
    }
    return values;
  }

  private static void put(String key, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties().forEach(of -> put(key + "." + of.getKey(), of.getValue(), values));
    } else {
      values.put(key, node.isValueNode() ? node.asText() : node.toString());
    }
  }
}
