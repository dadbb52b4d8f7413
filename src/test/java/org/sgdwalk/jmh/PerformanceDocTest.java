package org.sgdwalk.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sgdwalk.WrittenDoc;

/**
 * The tables of {@code docs/performance.md} are those of JMH's files in {@code docs/benchmarks}.
 */
class PerformanceDocTest {
  private static final Path DOC = Path.of("docs", "performance.md");
  private static final Path FILES = Path.of("docs", "benchmarks");
  private static final List<String> NETWORKS =
      List.of("mlp", "vgg11-16", "vgg11-64", "resnet20-8", "resnet56-16");

  @Test
  void the_document_has_the_scores_of_the_files() throws IOException {
    WrittenDoc.holds(DOC, "PerformanceDocTest: docs/benchmarks", tables());
  }

  private static String tables() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      List<Path> sorted = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(sorted).isNotEmpty();
      StringBuilder text = new StringBuilder();
      for (Path file : sorted) {
        text.append(new Table(new ObjectMapper().readTree(file.toFile())).text(file));
      }
      return text.toString();
    }
  }

  /** JMH's results on a CPU. */
  private record Table(JsonNode results) {
    String text(Path file) {
      double peak =
          Math.max(
              gigaflops("RooflineBenchmark.sgemm", ""),
              gigaflops("RooflineBenchmark.convolution", ""));
      String head =
          """

          ### %s

          JDK %s, natives as built. Peak in the same run (the better of sgemm and a large convolution): %.0f GFLOP/s.

          | network | cross-section, images*points/s | GFLOP/s | of the peak | gradient, images/s | GFLOP/s | of the peak | H v, in gradients |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          """
              .formatted(
                  String.valueOf(file.getFileName()).replace(".json", ""),
                  results.get(0).get("jdkVersion").asText(),
                  peak);
      return head
          + NETWORKS.stream().map(network -> row(network, peak)).collect(Collectors.joining())
          + "\n";
    }

    private String row(String network, double peak) {
      double sections = gigaflops("CrossSectionBenchmark.crossSection", network);
      double gradients = gigaflops("GradientBenchmark.gradient", network);
      double product =
          score("HessianVectorBenchmark.gradient", network)
              / score("HessianVectorBenchmark.product", network);
      return String.format(
          Locale.ROOT,
          "| `%s` | %s | %.0f | %.0f %% | %s | %.0f | %.0f %% | %.1f |%n",
          network,
          withError("CrossSectionBenchmark.crossSection", network),
          sections,
          100 * sections / peak,
          withError("GradientBenchmark.gradient", network),
          gradients,
          100 * gradients / peak,
          product);
    }

    private String withError(String benchmark, String network) {
      JsonNode metric = find(benchmark, network).get("primaryMetric");
      return String.format(
          Locale.ROOT,
          "%,.0f ± %,.0f",
          metric.get("score").asDouble(),
          metric.get("scoreError").asDouble());
    }

    private double score(String benchmark, String network) {
      return find(benchmark, network).get("primaryMetric").get("score").asDouble();
    }

    private double gigaflops(String benchmark, String network) {
      JsonNode result = find(benchmark, network);
      JsonNode counted = result.get("secondaryMetrics").get("gigaflops");
      return (counted == null ? result.get("primaryMetric") : counted).get("score").asDouble();
    }

    private JsonNode find(String benchmark, String network) {
      Optional<JsonNode> found =
          StreamSupport.stream(results.spliterator(), false)
              .filter(result -> result.get("benchmark").asText().endsWith("." + benchmark))
              .filter(
                  result ->
                      network.isEmpty()
                          || result.path("params").path("network").asText().equals(network))
              .findFirst();
      return found.orElseThrow(() -> new IllegalStateException(benchmark + " " + network));
    }
  }
}
