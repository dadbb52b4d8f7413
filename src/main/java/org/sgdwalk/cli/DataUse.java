package org.sgdwalk.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.session.Plan;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/** What each data set is needed for: the cells of every scale that read it. */
final class DataUse {
  private final Map<Scale, Plan> plans =
      Arrays.stream(Scale.values()).collect(Collectors.toMap(scale -> scale, DataUse::plan));

  /** All of a scale, whatever this process chooses. */
  private static Plan plan(Scale scale) {
    Options options = Options.of(Map.of(), Map.of()).with("scale", "--scale", scale.key());
    return Plan.of(Settings.of(options));
  }

  /** The cells that read a set, scale by scale, in words. */
  String words(PublishedSet set) {
    List<String> uses =
        Arrays.stream(Scale.values())
            .filter(scale -> !cells(scale, set).isEmpty())
            .map(scale -> scale.key() + ": " + String.join(", ", cells(scale, set)))
            .toList();
    return uses.isEmpty()
        ? "no cell, only specs that name it"
        : "the cells of " + String.join("; of ", uses);
  }

  private List<String> cells(Scale scale, PublishedSet set) {
    return Objects.requireNonNull(plans.get(scale)).cells().stream()
        .filter(
            cell ->
                cell.runs().stream().anyMatch(run -> run.spec().data().name().equals(set.name())))
        .map(cell -> cell.cell().id())
        .toList();
  }
}
