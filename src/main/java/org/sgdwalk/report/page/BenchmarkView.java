package org.sgdwalk.report.page;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.bench.Benchmarks;
import org.sgdwalk.bench.Measure;

/**
 * A table of scores, perhaps beside others.
 *
 * @param title whose they are
 * @param notes what has to be known of them, in sentences
 * @param other whose the scores beside them are; empty where there are none
 * @param networks a group of rows each
 */
record BenchmarkView(String title, List<String> notes, String other, List<Network> networks) {
  private static final String LAST = "The last run here";

  /**
   * The scores of a network.
   *
   * @param name of the network
   * @param rows a measure each
   */
  record Network(String name, List<MeasureView> rows) {}

  /** Whether there are scores beside them. */
  boolean compared() {
    return !other.isEmpty();
  }

  /** A table for each record, and for this machine's scores where no record is of its CPU. */
  static List<BenchmarkView> of(Cost cost) {
    Benchmarks own = cost.record().orElse(null);
    List<BenchmarkView> views = new ArrayList<>();
    for (Benchmarks record : cost.records()) {
      views.add(ofRecord(cost, record, record.equals(own) ? cost.last() : null));
    }
    if (cost.last() != null && own == null) {
      views.add(
          new BenchmarkView(
              LAST,
              List.of(
                  madeBy(cost.last()),
                  "No record is of this machine's CPU, %s, with %s kernels, to hold them against."
                      .formatted(cost.cpu(), cost.last().kernels())),
              "",
              networks(cost.last(), null)));
    }
    return views;
  }

  private static BenchmarkView ofRecord(Cost cost, Benchmarks record, @Nullable Benchmarks last) {
    List<String> notes = new ArrayList<>(List.of(madeBy(record), machine(cost, record)));
    if (last != null) {
      notes.add(LAST + ": " + madeBy(last));
    }
    return new BenchmarkView(
        "Record of " + record.name(), notes, last == null ? "" : LAST, networks(record, last));
  }

  private static String madeBy(Benchmarks scores) {
    return Double.isNaN(scores.peak())
        ? "JDK %s, %s kernels; no peak was measured, so no score has its part of it."
            .formatted(scores.jdk(), scores.kernels())
        : String.format(
            Locale.ROOT,
            "JDK %s, %s kernels; the machine's peak, the better of a large product and a large convolution"
                + " measured in the same file, is %.0f GFLOP/s.",
            scores.jdk(),
            scores.kernels(),
            scores.peak());
  }

  private static String machine(Cost cost, Benchmarks record) {
    if (cost.cpu().isEmpty()) {
      return "A score of another CPU is no comparison.";
    }
    return record.isOf(cost.cpu())
        ? "By its name, %s, this machine's CPU is one of those.".formatted(cost.cpu())
        : "This machine's CPU is another, %s: a score of it is no comparison."
            .formatted(cost.cpu());
  }

  private static List<Network> networks(Benchmarks scores, @Nullable Benchmarks last) {
    Set<String> names = new LinkedHashSet<>(scores.networks().keySet());
    if (last != null) {
      names.addAll(last.networks().keySet());
    }
    return names.stream().map(name -> network(name, scores, last)).toList();
  }

  private static Network network(String name, Benchmarks scores, @Nullable Benchmarks last) {
    List<Measure> measures =
        Stream.of(scores, last)
            .filter(Objects::nonNull)
            .flatMap(of -> of.networks().getOrDefault(name, Map.of()).keySet().stream())
            .distinct()
            .collect(toList());
    return new Network(
        name,
        measures.stream().map(measure -> MeasureView.of(name, measure, scores, last)).toList());
  }
}
