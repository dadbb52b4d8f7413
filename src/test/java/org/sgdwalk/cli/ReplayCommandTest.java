package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;

@DisplayName("A replay of a trace")
class ReplayCommandTest {
  private static final String SGD =
      """
      { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 30},
        "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
        "length": {"steps": 6}, "seed": 1, "keepTheta": [6],
        "probes": {"crossSection": {"points": 5, "recheckEvery": 2}} }
      """;

  private static final String CURVED =
      SGD.replace("\"probes\": {", "\"probes\": {\"sharpness\": {\"topK\": 2}, ");

  private static final String WILD = SGD.replace("0.1", "1e30").replace("true", "false");

  private static final String QUADRATIC =
      """
      { "network": {"kind": "quadratic", "maxDimension": 20, "lowest": 1.1, "highest": 1.95},
        "data": {"name": "none", "train": 1, "validation": 1, "chunk": 1},
        "optimizer": {"kind": "gd", "learningRate": 1}, "length": {"steps": 5}, "seed": 1,
        "precision": "float64", "probes": {"crossSection": {}} }
      """;

  @TempDir private Path folder;

  private Path run(String name, String json, CommandRun command, Object... more)
      throws IOException {
    Path spec = Files.writeString(folder.resolve(name + ".json"), json);
    Path dir = folder.resolve(name);
    List<Object> arguments = new ArrayList<>(List.of("run", spec, "--out", dir));
    arguments.addAll(List.of(more));
    assertThat(command.execute(arguments.toArray())).as(command.err()).isIn(0, 3);
    return dir;
  }

  private Path run(String name, String json) throws IOException {
    return run(name, json, new CommandRun());
  }

  private static void assertIdentical(Path dir, String files) {
    CommandRun replay = new CommandRun();
    assertThat(replay.execute("replay", dir)).as(replay.err()).isZero();
    assertThat(replay.out().lines())
        .containsExactly("identical: same bytes in " + files, "provenance: the same here");
  }

  @Test
  void is_identical_and_leaves_the_trace_alone() throws IOException {
    Path dir = run("sgd", SGD);
    byte[] manifest = Files.readAllBytes(dir.resolve("manifest.json"));
    assertIdentical(dir, "epochs.csv, steps.csv, theta-000006.npz");
    assertThat(dir.resolve("manifest.json")).hasBinaryContent(manifest);
    assertThat(dir).isDirectoryNotContaining(path -> path.toString().contains("partial"));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("sgd", "sgd.json");
  }

  @Test
  void is_identical_with_curvature_and_on_a_quadratic() throws IOException {
    assertIdentical(run("curved", CURVED), "epochs.csv, spectra.csv, steps.csv, theta-000006.npz");
    assertIdentical(run("quadratic", QUADRATIC), "epochs.csv, steps.csv");
  }

  @Test
  void is_identical_where_the_run_diverged() throws IOException {
    Path dir = run("wild", WILD);
    assertThat(TraceDirectory.read(dir).isComplete()).isFalse();
    assertIdentical(dir, "epochs.csv, steps.csv");
  }

  @Test
  void starts_at_the_theta_that_the_run_started_from() throws IOException {
    Path theta = run("first", SGD).resolve("theta-000006.npz");
    Path dir = run("rest", SGD, new CommandRun(), "--theta", theta);
    Files.delete(theta);
    assertIdentical(dir, "epochs.csv, steps.csv, theta-000000.npz, theta-000006.npz");
  }

  @Test
  void takes_the_engine_of_the_trace() throws IOException {
    Path dir = run("dl4j", SGD, new CommandRun().with("sgdwalk.engine", "dl4j"));
    assertThat(TraceDirectory.read(dir).manifest().provenance().engine()).isEqualTo("dl4j");
    assertIdentical(dir, "epochs.csv, steps.csv, theta-000006.npz");
  }

  /** Which kernels there are is settled once a process. */
  @Test
  void takes_the_kernels_of_the_trace() throws Exception {
    Path spec = Files.writeString(folder.resolve("native.json"), SGD);
    Path dir = folder.resolve("native");
    ForkedCommand.Result run =
        forked("-Dsgdwalk.kernels=native", "run", spec.toString(), "--out", dir.toString());
    assertThat(run.exitCode()).as(run.output()).isZero();

    ForkedCommand.Result replay = forked("-Dx=y", "replay", dir.toString());
    assertThat(replay.exitCode()).as(replay.output()).isZero();
    assertThat(replay.output()).startsWith("identical: ").contains("provenance: the same here");
  }

  private static ForkedCommand.Result forked(String option, String... arguments) throws Exception {
    return ForkedCommand.run(ForkedCommand.thisJdk(), List.of(option), arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32", "float64"})
  void is_equal_within_tolerance_with_another_engine(String precision) throws IOException {
    Path dir =
        run("torch", SGD.replace("\"seed\"", "\"precision\": \"" + precision + "\", \"seed\""));
    CommandRun replay = new CommandRun().with("sgdwalk.engine", "dl4j");

    assertThat(replay.execute("replay", dir)).as(replay.out()).isZero();
    assertThat(replay.out())
        .startsWith("equal within tolerance, ")
        .containsPattern("  steps.csv, grad_norm: \\S+ at step [1-6]\n")
        .containsPattern("  theta-000006.npz, theta/fc1.weight: \\S+ at step 6\n")
        .contains("engine torch, here dl4j");
  }

  /** Sums and content are right, and yet no such run can have written them. */
  @Test
  void is_different_from_the_numbers_of_another_spec() throws IOException {
    Trace one = TraceDirectory.read(run("one", SGD));
    Trace two = TraceDirectory.read(run("two", SGD.replace("\"seed\": 1", "\"seed\": 2")));
    Path forged = folder.resolve("forged");
    TraceDirectory.write(forged, new Trace(one.manifest(), two.steps(), two.epochs()), Map.of());
    CommandRun replay = new CommandRun();

    assertThat(replay.execute("replay", forged)).isEqualTo(4);
    assertThat(replay.out())
        .startsWith(
            "different from step 0 on: epochs.csv, column train_loss: recorded "
                + two.epochs().get(0).trainLoss()
                + ", here "
                + one.epochs().get(0).trainLoss())
        .contains("  theta-000006.npz, file: not there in both at step 6");
  }

  @Test
  void names_the_one_cell_that_was_changed() throws IOException {
    Path dir = run("sgd", SGD);
    Trace trace = TraceDirectory.read(dir);
    List<StepRow> rows = new ArrayList<>(trace.steps());
    StepRow r = rows.get(3);
    rows.set(
        3,
        new StepRow(
            r.step(),
            r.epoch(),
            r.learningRate(),
            Math.nextUp(r.batchLoss()),
            r.gradNorm(),
            r.cosine(),
            r.distance(),
            r.paramNorm(),
            r.crossSection()));
    Path changed = folder.resolve("changed");
    byte[] theta = Files.readAllBytes(dir.resolve("theta-000006.npz"));
    TraceDirectory.write(
        changed, new Trace(trace.manifest(), rows, trace.epochs()), Map.of(6, theta));
    CommandRun replay = new CommandRun();

    assertThat(replay.execute("replay", changed)).isEqualTo(4);
    assertThat(replay.out().lines().toList()).hasSize(3);
    assertThat(replay.out()).startsWith("different from step 4 on: steps.csv, column batch_loss: ");
  }

  @Test
  void says_in_one_line_which_data_is_missing() throws IOException {
    Trace trace = TraceDirectory.read(run("sgd", SGD));
    Manifest of = trace.manifest();
    String json = SGD.replace("fashion-mnist-3k", "mnist");
    Path dir = folder.resolve("mnist");
    Manifest manifest = new Manifest(SpecJson.read(json), of.status(), of.provenance(), Map.of());
    TraceDirectory.write(dir, new Trace(manifest, trace.steps(), trace.epochs()), Map.of());
    assertRefused(dir, "mnist");
  }

  @Test
  void says_in_one_line_that_the_theta_of_the_start_was_not_kept() throws IOException {
    Path theta = run("first", SGD).resolve("theta-000006.npz");
    Trace trace = TraceDirectory.read(run("rest", SGD, new CommandRun(), "--theta", theta));
    Path dir = folder.resolve("bare");
    TraceDirectory.write(dir, trace, Map.of());
    assertRefused(dir, "theta-000000.npz: missing in the manifest");
  }

  @Test
  void says_in_one_line_that_there_is_no_trace() {
    assertRefused(folder, "no trace directory");
  }

  private static void assertRefused(Path dir, String message) {
    CommandRun replay = new CommandRun();
    assertThat(replay.execute("replay", dir)).isEqualTo(2);
    assertThat(replay.err()).hasLineCount(1).startsWith("sgd-walk: ").contains(message);
    assertThat(replay.out()).isEmpty();
  }

  @Test
  void says_what_of_the_provenance_differs() throws IOException {
    Path dir = run("sgd", SGD.replace("\"keepTheta\": [6],", ""));
    Trace trace = TraceDirectory.read(dir);
    Provenance p = trace.manifest().provenance();
    Provenance other =
        new Provenance(
            p.data(),
            "17",
            p.os(),
            "Z80",
            p.engine(),
            p.backend(),
            p.versions(),
            9,
            p.gitRevision());
    Manifest of = trace.manifest();
    Path changed = folder.resolve("changed");
    TraceDirectory.write(
        changed,
        new Trace(
            new Manifest(of.spec(), of.status(), other, Map.of()), trace.steps(), trace.epochs()),
        Map.of());
    CommandRun replay = new CommandRun();

    assertThat(replay.execute("replay", changed)).isZero();
    assertThat(replay.out().lines().toList().get(1))
        .isEqualTo("provenance: cpu Z80, here " + p.cpu() + "; jdk 17, here " + p.jdk());
  }
}
