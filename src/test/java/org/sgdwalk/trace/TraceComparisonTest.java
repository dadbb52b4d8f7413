package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.trace.TraceComparison.Outcome;
import org.sgdwalk.trace.npz.NumpyArchive;
import org.sgdwalk.trace.npz.NumpyArray;

@DisplayName("A trace beside another of the same run")
class TraceComparisonTest {
  private static final int STEPS = 4;

  @TempDir private Path root;
  private Path dir;
  private Trace recorded = Traces.complete(STEPS);

  @BeforeEach
  void write() {
    dir = root.resolve("run");
    TraceDirectory.write(dir, recorded, Map.of(2, theta(0.5, 3)));
    recorded = TraceDirectory.read(dir);
  }

  private static byte[] theta(double weight, double mean) {
    return NumpyArchive.write(
        Map.of(
            "theta/fc1.weight", NumpyArray.ofDoubles(new double[] {weight, -4}, 2),
            "theta/fc1.bias", NumpyArray.ofDoubles(new double[] {0}, 1),
            "stats/bn1.running_mean", NumpyArray.ofDoubles(new double[] {mean}, 1)));
  }

  /** The same, but computed by something else where a key and its value are given. */
  private Trace here(String key, double factor) {
    Provenance p = recorded.manifest().provenance();
    Provenance other =
        new Provenance(
            p.data(),
            key.equals("jdk") ? "25" : p.jdk(),
            p.os(),
            key.equals("cpu") ? "other" : p.cpu(),
            key.equals("engine") ? "dl4j" : p.engine(),
            key.equals("backend") ? "other" : p.backend(),
            key.startsWith("versions") ? Map.of(key.substring(9), "2", "nd4j", "1") : p.versions(),
            key.equals("threads") ? 7 : p.threads(),
            key.equals("gitRevision") ? "def" : p.gitRevision());
    List<StepRow> rows = new ArrayList<>(recorded.steps());
    StepRow r = rows.get(2);
    double loss = r.batchLoss() * factor;
    rows.set(
        2,
        new StepRow(
            r.step(),
            r.epoch(),
            r.learningRate(),
            loss,
            r.gradNorm(),
            r.cosine(),
            r.distance(),
            r.paramNorm(),
            r.crossSection()));
    Manifest of = recorded.manifest();
    return new Trace(
        new Manifest(of.spec(), of.status(), other, Map.of()), rows, recorded.epochs());
  }

  private TraceComparison compare(Trace here) {
    return TraceComparison.of(dir, recorded, here, Map.of(2, theta(0.5, 3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "threads", "cpu", "jdk", "engine"})
  void is_identical_where_every_file_has_the_same_bytes(String key) {
    TraceComparison comparison = compare(here(key, 1));
    assertThat(comparison.outcome()).isEqualTo(Outcome.IDENTICAL);
    assertThat(comparison.sameBytes())
        .containsExactly("epochs.csv", "steps.csv", "theta-000002.npz");
    assertThat(comparison.provenance().differences())
        .hasSize(key.isEmpty() || key.equals("threads") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "cpu, 1.00001, WITHIN_TOLERANCE",
    "engine, 1.00001, WITHIN_TOLERANCE",
    "backend, 1.00001, WITHIN_TOLERANCE",
    "versions.pytorch, 1.00001, WITHIN_TOLERANCE",
    "cpu, 1.01, DIFFERENT",
    "engine, 1.01, DIFFERENT",
    "'', 1.00001, DIFFERENT",
    "threads, 1.00001, DIFFERENT",
    "jdk, 1.00001, DIFFERENT",
    "gitRevision, 1.00001, DIFFERENT",
    "versions.sgd-walk, 1.00001, DIFFERENT",
    "'', 1.000000000000001, DIFFERENT",
  })
  void has_a_tolerance_only_where_something_else_computed(
      String key, double factor, Outcome outcome) {
    TraceComparison comparison = compare(here(key, factor));

    assertThat(comparison.outcome()).isEqualTo(outcome);
    assertThat(comparison.sameBytes()).containsExactly("epochs.csv", "theta-000002.npz");
    assertThat(comparison.largest()).hasSize(1);
    Deviation of = comparison.largest().get(0);
    assertThat(of.file()).isEqualTo("steps.csv");
    assertThat(of.column()).isEqualTo("batch_loss");
    assertThat(of.step()).isEqualTo(3);
    assertThat(of.recorded()).isEqualTo("2.3");
    assertThat(of.relative()).isCloseTo(factor - 1, withPercentage(50));
    assertThat(comparison.firstDifferent().isPresent()).isEqualTo(outcome == Outcome.DIFFERENT);
  }

  @ParameterizedTest
  @CsvSource({"'', DIFFERENT", "cpu, WITHIN_TOLERANCE"})
  void lets_an_accuracy_jump_where_something_else_computed(String key, Outcome outcome) {
    Trace plain = here(key, 1);
    List<EpochRow> epochs = new ArrayList<>(plain.epochs());
    epochs.set(1, new EpochRow(1, 2, 2, 0.5, 2.25, 0.4));
    assertThat(compare(new Trace(plain.manifest(), plain.steps(), epochs)).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cpu"})
  void is_different_where_only_one_diverged(String key) {
    Manifest of = here(key, 1).manifest();
    Trace other = Traces.diverged(STEPS, 3);
    Manifest manifest = new Manifest(of.spec(), new Status.Diverged(3), of.provenance(), Map.of());
    TraceComparison comparison = compare(new Trace(manifest, other.steps(), other.epochs()));

    assertThat(comparison.outcome()).isEqualTo(Outcome.DIFFERENT);
    assertThat(comparison.deviations())
        .contains(new Deviation("steps.csv", "step", 3, "3", "", Double.POSITIVE_INFINITY));
    assertThat(comparison.firstDifferent().map(Deviation::step)).contains(3);
  }

  @Test
  void measures_theta_against_all_of_its_arrays() {
    Map<Integer, byte[]> off = Map.of(2, theta(0.5 + 4e-5, 3));
    TraceComparison comparison = TraceComparison.of(dir, recorded, here("cpu", 1), off);

    assertThat(comparison.outcome()).isEqualTo(Outcome.WITHIN_TOLERANCE);
    assertThat(comparison.largest()).hasSize(1);
    assertThat(comparison.largest().get(0).column()).isEqualTo("theta/fc1.weight");
    assertThat(comparison.largest().get(0).relative()).isCloseTo(1e-5, withPercentage(1));
    assertThat(TraceComparison.of(dir, recorded, here("", 1), off).outcome())
        .isEqualTo(Outcome.DIFFERENT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3.1, Double.NaN, Double.POSITIVE_INFINITY})
  void sees_running_statistics_that_are_others(double mean) {
    Map<Integer, byte[]> off = Map.of(2, theta(0.5, mean));
    TraceComparison comparison = TraceComparison.of(dir, recorded, here("cpu", 1), off);
    assertThat(comparison.firstDifferent().map(Deviation::column))
        .contains("stats/bn1.running_mean");
  }

  @Test
  void misses_a_theta_file() {
    TraceComparison comparison = TraceComparison.of(dir, recorded, here("cpu", 1), Map.of());
    assertThat(comparison.firstDifferent())
        .contains(
            new Deviation(
                "theta-000002.npz", "file", 2, "theta-000002.npz", "", Double.POSITIVE_INFINITY));
  }

  /** Traces of before there was alpha have no such column. */
  @Test
  void compares_the_columns_that_both_have() throws IOException {
    Path file = dir.resolve("steps.csv");
    List<String> columns = StepsCsv.columns(Traces.POINTS);
    int alpha = columns.indexOf("alpha");
    StringBuilder older = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      cells.remove(alpha);
      older.append(String.join(",", cells)).append('\n');
    }
    String before = DigestUtils.sha256Hex(Files.readAllBytes(file));
    Files.writeString(file, older);
    Path manifest = dir.resolve("manifest.json");
    String text = ManifestSum.unseal(Files.readString(manifest), "m");
    String after = DigestUtils.sha256Hex(Files.readAllBytes(file));
    Files.writeString(manifest, ManifestSum.seal(text.replace(before, after)));
    recorded = TraceDirectory.read(dir);

    TraceComparison comparison = compare(here("", 1));
    assertThat(comparison.outcome()).isEqualTo(Outcome.IDENTICAL);
    assertThat(comparison.sameNumbers()).containsExactly("steps.csv");
    assertThat(compare(here("", 1.5)).outcome()).isEqualTo(Outcome.DIFFERENT);
  }
}
