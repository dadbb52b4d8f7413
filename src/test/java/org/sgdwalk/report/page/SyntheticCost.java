package org.sgdwalk.report.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sgdwalk.bench.Benchmarks;
import org.sgdwalk.bench.Measure;
import org.sgdwalk.bench.Measured;
import org.sgdwalk.bench.Score;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.judge.RunsTook;

/** Times of GD's runs alone, and scores beside the record's. */
final class SyntheticCost {
  static final String CPU = "AMD EPYC";

  private static final RunsTook TOOK =
      new RunsTook(4, Duration.ofSeconds(10), Duration.ofSeconds(2), Instant.EPOCH);

  private SyntheticCost() {}

  /** Of a build. */
  static Cost of(String cpu, String note) {
    return new Cost(
        Duration.ofMinutes(19),
        (cell, arm) -> arm == Arm.GD ? Optional.of(TOOK) : Optional.empty(),
        Benchmarks.records(),
        note.isEmpty() ? last() : null,
        note,
        cpu);
  }

  /** Faster, within the noise, without an error; a probe and a network that no record has. */
  private static Benchmarks last() {
    Map<Measure, Measured> mlp = new LinkedHashMap<>();
    mlp.put(Measure.CROSS_SECTION, new Measured(new Score(600_000, 1_000), 700));
    mlp.put(Measure.GRADIENT, new Measured(new Score(35_000, Double.NaN), 119));
    mlp.put(
        new Measure(SyntheticPage.MARKUP, "% of the step", Measure.Kind.ADDED),
        new Measured(new Score(12.5, 3), Double.NaN));
    Map<String, Map<Measure, Measured>> networks = new LinkedHashMap<>();
    networks.put("mlp", mlp);
    networks.put("vgg11-16", Map.of(Measure.GRADIENT, new Measured(new Score(2_100, 100), 125)));
    networks.put(
        SyntheticPage.MARKUP, Map.of(Measure.GRADIENT, new Measured(new Score(1, 1), Double.NaN)));
    return new Benchmarks("jmh", "25", "portable", Double.NaN, networks);
  }

  static MeasureView row(List<BenchmarkView> views, String network, Measure measure) {
    return views.stream()
        .flatMap(view -> view.networks().stream())
        .filter(of -> of.name().equals(network))
        .flatMap(of -> of.rows().stream())
        .filter(row -> row.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }
}
