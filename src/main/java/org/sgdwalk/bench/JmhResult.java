package org.sgdwalk.bench;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A result in JMH's file.
 *
 * @param benchmark its class and method, for example {@code GradientBenchmark.gradient}
 * @param params its parameters, an object; missing where it has none
 * @param unit of its score
 * @param score its score
 * @param gigaflops what its counter of that name says, or NaN
 */
record JmhResult(String benchmark, JsonNode params, String unit, Score score, double gigaflops) {
  /** Which of libtorch's kernels. */
  static final String KERNELS = "kernels";

  /** Those of a file without the parameter. */
  static final String PORTABLE = "portable";

  /** Empty where it has no such parameter. */
  String param(String name) {
    return params.path(name).asText();
  }

  /** Whether it has the engine and the threads of the record, and such kernels. */
  boolean isUsual(String kernels) {
    return isUnless("engine", "torch") && isUnless("threads", "2") && isUnless(KERNELS, kernels);
  }

  private boolean isUnless(String name, String usual) {
    return params.path(name).asText(usual).equals(usual);
  }

  /** Refuses a node that has not what each of JMH's results has. */
  static JmhResult of(JsonNode result) {
    JsonNode metric = result.path("primaryMetric");
    if (!result.path("benchmark").isTextual() || metric.path("score").isMissingNode()) {
      throw new IllegalArgumentException("has no benchmark or no primaryMetric.score");
    }
    return new JmhResult(
        result.get("benchmark").asText().replaceFirst("^.*[.](?=[^.]*[.])", ""),
        result.path("params"),
        metric.path("scoreUnit").asText(),
        new Score(number(metric.path("score")), number(metric.path("scoreError"))),
        number(result.path("secondaryMetrics").path("gigaflops").path("score")));
  }

  /** JMH writes the text "NaN" for what it did not measure. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }
}
