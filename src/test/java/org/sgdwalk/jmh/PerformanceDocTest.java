package org.sgdwalk.jmh;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sgdwalk.WrittenDoc;
import org.sgdwalk.bench.Benchmarks;
import org.sgdwalk.bench.Measure;
import org.sgdwalk.bench.Measured;

/**
 * The tables of {@code docs/performance.md} are those of JMH's files in {@code docs/benchmarks},
 * and its command is the page's.
 */
class PerformanceDocTest {
  private static final Path DOC = Path.of("docs", "performance.md");
  private static final Path FILES = Path.of("docs", "benchmarks");

  @Test
  void the_document_has_the_scores_of_the_files() throws IOException {
    WrittenDoc.holds(DOC, "PerformanceDocTest: docs/benchmarks", tables());
  }

  @Test
  void the_document_has_the_command_of_the_page() throws IOException {
    assertThat(Files.readString(DOC).replaceAll("\\s+(\\\\\\s+)?", " "))
        .contains(Benchmarks.COMMAND);
  }

  /** A report of a packaged program shows them too. */
  @Test
  void the_records_on_the_class_path_are_the_files() throws IOException {
    assertThat(Benchmarks.records())
        .isEqualTo(files().stream().map(Benchmarks::read).toList())
        .isNotEmpty();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted(comparing(file -> file.toString().replace(".json", "")))
          .toList();
    }
  }

  private static String tables() throws IOException {
    return files().stream().map(file -> table(Benchmarks.read(file))).collect(Collectors.joining());
  }

  private static String table(Benchmarks scores) {
    String head =
        """

        ### %s

        JDK %s, %s kernels. Peak in the same run (the better of sgemm and a large convolution): %.0f GFLOP/s.

        | network | cross-section, images*points/s | GFLOP/s | of the peak | PyTorch's | in forward passes a point | gradient, images/s | GFLOP/s | of the peak | PyTorch's | H v, in gradients |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """
            .formatted(scores.name(), scores.jdk(), scores.kernels(), scores.peak());
    Optional<Benchmarks> peer = peer(scores.name());
    return head
        + scores.networks().keySet().stream()
            .map(network -> row(network, scores, peer))
            .collect(Collectors.joining())
        + "\n";
  }

  /**
   * What PyTorch does on the same machine, in the same sitting where it was measured; it has one
   * kind of kernels.
   */
  private static Optional<Benchmarks> peer(String name) {
    Path file = FILES.resolve("pytorch").resolve(name.replaceFirst("-native$", "") + ".json");
    return Files.exists(file) ? Optional.of(Benchmarks.read(file)) : Optional.empty();
  }

  private static String row(String network, Benchmarks scores, Optional<Benchmarks> peer) {
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s | %s | %.1f |%n",
        network,
        columns(network, Measure.CROSS_SECTION, scores, peer),
        scores
            .of(network, Measure.SECTION_COST)
            .map(cost -> String.format(Locale.ROOT, "%.2f", cost.score().value()))
            .orElse("not measured"),
        columns(network, Measure.GRADIENT, scores, peer),
        scores.of(network, Measure.HESSIAN_PRODUCT).orElseThrow().score().value());
  }

  private static String columns(
      String network, Measure measure, Benchmarks scores, Optional<Benchmarks> peer) {
    Measured measured = scores.of(network, measure).orElseThrow();
    return String.format(
        Locale.ROOT,
        "%,.0f ± %,.0f | %.0f | %.0f %% | %s",
        measured.score().value(),
        measured.score().error(),
        measured.gigaflops(),
        100 * scores.share(measured),
        peer.flatMap(of -> of.of(network, measure))
            .map(of -> String.format(Locale.ROOT, "%,.0f", of.score().value()))
            .orElse("not measured"));
  }
}
