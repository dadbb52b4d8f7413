package org.sgdwalk.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a file's results say of each network. */
final class Scoring {
  private static final String RATE = "ops/s";
  private static final String TIME = "ms/op";
  private static final String OVERHEAD = "ProbeOverheadBenchmark.step";
  private static final String PROBE = "probe";
  private static final String EVERY = "every";
  private static final String NETWORK = "network";
  private static final String NO_PROBE = "NONE";

  private final JmhFile file;
  private final String kernels;
  private final List<JmhResult> usual;

  Scoring(JmhFile file) {
    this.file = file;
    this.kernels =
        file.results().stream()
            .map(result -> result.param(JmhResult.KERNELS))
            .filter(named -> !named.isEmpty())
            .findFirst()
            .orElse(JmhResult.PORTABLE);
    this.usual = file.results().stream().filter(result -> result.isUsual(kernels)).toList();
  }

  /**
   * The scores.
   *
   * @throws IllegalArgumentException if there is none
   */
  Benchmarks scores(String name) {
    Map<String, Map<Measure, Measured>> networks = new LinkedHashMap<>();
    usual.stream()
        .map(result -> result.param(NETWORK))
        .filter(network -> !network.isEmpty())
        .distinct()
        .forEach(network -> networks.put(network, of(network)));
    networks.values().removeIf(Map::isEmpty);
    if (networks.isEmpty()) {
      throw new IllegalArgumentException(
          "has no score of a cross-section, a gradient, a Hessian product or a probe");
    }
    return new Benchmarks(name, file.jdk(), kernels, peak(), networks);
  }

  private double peak() {
    return Stream.of("sgemm", "convolution")
        .flatMap(kernel -> named("RooflineBenchmark." + kernel, RATE))
        .mapToDouble(JmhResult::gigaflops)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  private Map<Measure, Measured> of(String network) {
    Map<Measure, Measured> measured = new LinkedHashMap<>();
    rate("CrossSectionBenchmark.crossSection", network)
        .ifPresent(score -> measured.put(Measure.CROSS_SECTION, score));
    cost("CrossSectionBenchmark.crossSection", "CrossSectionBenchmark.forwardPass", network)
        .ifPresent(score -> measured.put(Measure.SECTION_COST, score));
    rate("GradientBenchmark.gradient", network)
        .ifPresent(score -> measured.put(Measure.GRADIENT, score));
    cost("HessianVectorBenchmark.product", "HessianVectorBenchmark.gradient", network)
        .ifPresent(score -> measured.put(Measure.HESSIAN_PRODUCT, score));
    probes(network, measured);
    return measured;
  }

  private Optional<Measured> rate(String benchmark, String network) {
    return named(benchmark, RATE)
        .filter(of(NETWORK, network))
        .findFirst()
        .map(result -> new Measured(result.score(), result.gigaflops()));
  }

  /** In units of another that was measured beside it: both are images a second. */
  private Optional<Measured> cost(String benchmark, String unit, String network) {
    Optional<Measured> one = rate(unit, network);
    return rate(benchmark, network)
        .flatMap(measured -> one.map(of -> of.score().over(measured.score())))
        .map(Scoring::uncounted);
  }

  /** Each beside the step without a probe that was measured with the same pause. */
  private void probes(String network, Map<Measure, Measured> measured) {
    List<JmhResult> steps = named(OVERHEAD, TIME).filter(of(NETWORK, network)).toList();
    for (JmhResult step : steps) {
      if (!step.param(PROBE).equals(NO_PROBE)) {
        steps.stream()
            .filter(of(PROBE, NO_PROBE).and(of(EVERY, step.param(EVERY))))
            .findFirst()
            .map(bare -> step.score().over(bare.score()).beyondOne())
            .ifPresent(
                added ->
                    measured.put(
                        Measure.probe(step.param(PROBE), step.param(EVERY)), uncounted(added)));
      }
    }
  }

  private static Measured uncounted(Score score) {
    return new Measured(score, Double.NaN);
  }

  private Stream<JmhResult> named(String benchmark, String unit) {
    return usual.stream()
        .filter(result -> result.benchmark().equals(benchmark) && result.unit().equals(unit))
        .filter(result -> result.score().value() > 0);
  }

  private static Predicate<JmhResult> of(String param, String value) {
    return result -> result.param(param).equals(value);
  }
}
