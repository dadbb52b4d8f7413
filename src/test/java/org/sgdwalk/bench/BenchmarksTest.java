package org.sgdwalk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Scores in a file of JMH's")
class BenchmarksTest {
  private static final Path RECORD = Path.of("docs", "benchmarks", "amd-epyc-avx512-2-cores.json");

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("jmh.json"), text);
  }

  private Benchmarks read(String... results) throws IOException {
    return Benchmarks.read(file("[" + String.join(",", results) + "]"));
  }

  private static String result(String benchmark, String params, String metric) {
    return "{\"benchmark\":\"org.sgdwalk.jmh.%s\",\"jdkVersion\":\"17\",\"params\":{%s},\"primaryMetric\":{%s}}"
        .formatted(benchmark, params, metric);
  }

  private static String gradient(String params, String metric) {
    return result("GradientBenchmark.gradient", params, metric);
  }

  private static String rate(String score, String error) {
    return "\"score\":%s,\"scoreError\":%s,\"scoreUnit\":\"ops/s\"".formatted(score, error);
  }

  private static String step(String probe, String every, double score) {
    return result(
        "ProbeOverheadBenchmark.step",
        "\"network\":\"mlp\",\"probe\":\"%s\",\"every\":\"%s\"".formatted(probe, every),
        "\"score\":%s,\"scoreError\":0.1,\"scoreUnit\":\"ms/op\"".formatted(score));
  }

  @Test
  void are_those_of_the_record() {
    Benchmarks record = Benchmarks.read(RECORD);
    assertThat(record.name()).isEqualTo("amd-epyc-avx512-2-cores");
    assertThat(record.jdk()).isEqualTo("17.0.15");
    assertThat(record.peak()).isCloseTo(232, within(.5));
    assertThat(record.networks().keySet())
        .containsExactly("mlp", "vgg11-16", "vgg11-64", "resnet20-8", "resnet56-16");

    Measured section = record.of("vgg11-16", Measure.CROSS_SECTION).orElseThrow();
    assertThat(section.score().value()).isCloseTo(8260, within(.5));
    assertThat(section.score().error()).isCloseTo(3619, within(.5));
    assertThat(section.gigaflops()).isCloseTo(164, within(.5));
    assertThat(record.share(section)).isCloseTo(.71, within(.005));
    Measured product = record.of("mlp", Measure.HESSIAN_PRODUCT).orElseThrow();
    assertThat(product.score().value()).isCloseTo(1.4, within(.05));
    assertThat(product.score().error()).isCloseTo(2.18, within(.005));
    assertThat(product.gigaflops()).isNaN();
  }

  @Test
  void are_of_the_kernels_that_the_file_names_first() throws IOException {
    Benchmarks scores =
        read(
            gradient("\"network\":\"mlp\",\"kernels\":\"native\"", rate("2", "1")),
            gradient("\"network\":\"mlp\",\"kernels\":\"portable\"", rate("3", "1")),
            gradient("\"network\":\"vgg11-16\",\"kernels\":\"portable\"", rate("4", "1")));

    assertThat(scores.kernels()).isEqualTo("native");
    assertThat(scores.networks().keySet()).containsExactly("mlp");
    assertThat(scores.of("mlp", Measure.GRADIENT).orElseThrow().score().value()).isEqualTo(2);
    assertThat(Benchmarks.read(RECORD).kernels()).isEqualTo("portable");
  }

  @Test
  void pass_over_what_is_none_of_the_records() throws IOException {
    Benchmarks scores =
        read(
            result("Unknown.gradient", "\"network\":\"mlp\"", rate("1", "1")),
            gradient("\"network\":\"mlp\",\"engine\":\"dl4j\"", rate("2", "1")),
            gradient("\"network\":\"mlp\",\"threads\":\"1\"", rate("3", "1")),
            gradient("\"network\":\"mlp\"", "\"score\":4,\"scoreUnit\":\"ms/op\""),
            gradient("\"network\":\"mlp\"", rate("\"NaN\"", "1")),
            gradient("\"network\":\"mlp\",\"engine\":\"torch\"", rate("5", "1")));
    assertThat(scores.networks())
        .isEqualTo(
            Map.of("mlp", Map.of(Measure.GRADIENT, new Measured(new Score(5, 1), Double.NaN))));
  }

  @Test
  void have_no_error_where_one_iteration_measured_none() throws IOException {
    Score score =
        read(gradient("\"network\":\"mlp\"", rate("5", "\"NaN\"")))
            .of("mlp", Measure.GRADIENT)
            .orElseThrow()
            .score();
    assertThat(score.hasError()).isFalse();
    assertThat(Change.of(Measure.Kind.RATE, new Score(1, 1), score)).isEqualTo(Change.UNKNOWN);
  }

  /** By hand: 5 images a second of forward passes over 4 of a section. */
  @Test
  void say_what_a_section_costs_in_forward_passes() throws IOException {
    String network = "\"network\":\"mlp\"";
    Benchmarks scores =
        read(
            result("CrossSectionBenchmark.crossSection", network, rate("4", "1")),
            result("CrossSectionBenchmark.forwardPass", network, rate("5", "1")));
    assertThat(scores.of("mlp", Measure.SECTION_COST).orElseThrow().score().value())
        .isEqualTo(1.25);
  }

  @Test
  void have_no_share_of_a_peak_that_was_not_measured() throws IOException {
    Benchmarks scores = read(gradient("\"network\":\"mlp\"", rate("5", "1")));
    assertThat(scores.peak()).isNaN();
    assertThat(scores.share(new Measured(new Score(5, 1), 7))).isNaN();
  }

  /** By hand: 3 ms over 2 ms are 50 % more, with an error of 1.5 hypot(.1 / 3, .1 / 2). */
  @Test
  void say_what_a_probe_adds_to_the_step_without_it() throws IOException {
    Benchmarks scores =
        read(step("NONE", "16", 2), step("CROSS_SECTION", "16", 3), step("ALL", "1", 9));
    Map<Measure, Measured> probes = scores.networks().getOrDefault("mlp", Map.of());
    assertThat(probes.keySet())
        .extracting(Measure::name)
        .containsExactly("probe: cross-section at a step in 16");
    Score added = probes.values().iterator().next().score();
    assertThat(added.value()).isCloseTo(50, within(1e-9));
    assertThat(added.error()).isCloseTo(150 * Math.hypot(.1 / 3, .05), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{}",
        "[]",
        "[1]",
        "[{}]",
        "[{\"benchmark\":\"a.B.c\"}]",
        "[] trailing",
        "[{\"benchmark\":\"a.B.c\",\"primaryMetric\":{\"score\":1}}]"
      })
  void are_refused_in_a_line_where_there_is_none(String text) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> Benchmarks.read(file))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContainingAll(file.toString(), "right is what this writes", Benchmarks.COMMAND)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1000, 20_000, 39_000})
  void are_refused_where_the_file_is_cut(int length) throws IOException {
    Path file = file(Files.readString(RECORD).substring(0, length));
    assertThatThrownBy(() -> Benchmarks.read(file))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("is no JSON, or is cut, at line ");
  }

  @Test
  void are_refused_where_the_file_cannot_be_read() {
    assertThatThrownBy(() -> Benchmarks.read(folder))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void differ_where_their_intervals_do_not_overlap() {
    Score record = new Score(100, 10);
    assertThat(Change.of(Measure.Kind.RATE, record, new Score(120, 10))).isEqualTo(Change.WITHIN);
    assertThat(Change.of(Measure.Kind.RATE, record, new Score(121, 10))).isEqualTo(Change.FASTER);
    assertThat(Change.of(Measure.Kind.RATE, record, new Score(79, 10))).isEqualTo(Change.SLOWER);
    assertThat(Change.of(Measure.Kind.COST, record, new Score(121, 10))).isEqualTo(Change.SLOWER);
    assertThat(Change.of(Measure.Kind.ADDED, record, new Score(79, 10))).isEqualTo(Change.FASTER);
  }

  @Test
  void are_of_the_cpu_that_the_records_name_begins_with() {
    Benchmarks record =
        new Benchmarks("intel-xeon-platinum-8375c-2-cores", "17", "portable", 1, Map.of());
    assertThat(record.isOf("Intel(R) Xeon(R) Platinum 8375C")).isTrue();
    assertThat(record.isOf("Intel(R) Xeon(R) Platinum 8375")).isFalse();
    assertThat(record.isOf("AMD EPYC")).isFalse();
    assertThat(record.isOf("")).isFalse();
    assertThat(Benchmarks.read(RECORD).isOf("AMD EPYC")).isTrue();
  }
}
