package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;
import org.sgdwalk.trace.npz.NumpyArchive;
import org.sgdwalk.trace.npz.NumpyArray;

@DisplayName("A run from a theta file")
class RunFromThetaTest {
  /** GD draws no batches, so a run from the middle of another goes on where that one was. */
  private static final String SPEC =
      """
      { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 30},
        "optimizer": {"kind": "gd", "learningRate": 0.1},
        "length": {"steps": STEPS}, "seed": 1, "precision": "PRECISION",
        "probes": {"crossSection": {"points": 5}},
        "keepTheta": KEEP }
      """;

  @TempDir private Path folder;
  private final CommandRun command = new CommandRun();

  private Path spec(String precision, int steps, String keep) throws IOException {
    String json = SPEC.replace("STEPS", "" + steps).replace("KEEP", keep);
    return Files.writeString(
        folder.resolve("spec-" + steps + ".json"), json.replace("PRECISION", precision));
  }

  private Trace run(String name, Object... arguments) {
    Path dir = folder.resolve(name);
    List<Object> all = new ArrayList<>(List.of("run", "--out", dir));
    all.addAll(List.of(arguments));
    assertThat(command.execute(all.toArray())).as(command.err()).isZero();
    return TraceDirectory.read(dir);
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32", "float64"})
  void goes_on_exactly_where_another_run_was(String precision) throws IOException {
    Trace whole = run("whole", spec(precision, 5, "[3]"));
    Path file = folder.resolve("whole/theta-000003.npz");
    Trace rest = run("rest", spec(precision, 2, "[]"), "--theta", file);

    for (int step = 0; step < 2; step++) {
      StepRow expected = whole.steps().get(3 + step);
      StepRow actual = rest.steps().get(step);
      assertThat(actual.batchLoss()).isEqualTo(expected.batchLoss());
      assertThat(actual.gradNorm()).isEqualTo(expected.gradNorm());
      assertThat(actual.crossSection()).isEqualTo(expected.crossSection());
      assertThat(losses(rest.epochs().get(step))).isEqualTo(losses(whole.epochs().get(3 + step)));
    }
    assertThat(Double.isNaN(rest.steps().get(0).cosine())).isTrue();
    assertThat(rest.epochs().get(0).step()).isZero();
    assertThat(folder.resolve("rest/theta-000000.npz")).hasSameBinaryContentAs(file);
  }

  private static List<Double> losses(EpochRow row) {
    return List.of(row.trainLoss(), row.trainAccuracy(), row.valLoss(), row.valAccuracy());
  }

  @Test
  void records_the_file_and_is_repeatable_from_its_own_trace() throws IOException {
    run("whole", spec("float32", 5, "[3]"));
    Path file = folder.resolve("whole/theta-000003.npz");
    Path spec = spec("float32", 2, "[]");
    Trace first = run("first", spec, "--theta", file);
    Path kept = folder.resolve("first/theta-000000.npz");
    Trace second = run("second", spec, "--theta", kept);

    String sum = DigestUtils.sha256Hex(Files.readAllBytes(file));
    assertThat(first.manifest().provenance().initialTheta())
        .isEqualTo(new Provenance.ThetaProvenance("theta-000003.npz", sum));
    assertThat(first.manifest().sha256()).containsEntry("theta-000000.npz", sum);
    assertThat(first.manifest().spec().keepTheta()).isEmpty();
    assertThat(second.manifest().sha256()).isEqualTo(first.manifest().sha256());
  }

  @Test
  void keeps_no_theta_and_records_no_file_without_one() throws IOException {
    Trace trace = run("drawn", spec("float32", 2, "[]"));

    assertThat(trace.manifest().provenance().initialTheta()).isNull();
    assertThat(folder.resolve("drawn/theta-000000.npz")).doesNotExist();
    assertThat(folder.resolve("drawn/manifest.json")).content().doesNotContain("initialTheta");
  }

  @Test
  void names_a_missing_file() throws IOException {
    refused(folder.resolve("none.npz"), "none.npz: no such file; must be a NumPy archive (.npz)");
    refused(folder, ": no such file; must be a NumPy archive (.npz)");
  }

  @Test
  void names_a_file_that_is_no_archive() throws IOException {
    Path file = Files.writeString(folder.resolve("weights.npz"), "0.25 0.5");
    refused(file, "weights.npz: no zip archive with arrays; must be an .npz file");
  }

  @Test
  void names_an_array_of_another_network() throws IOException {
    Map<String, NumpyArray> arrays = initial();
    arrays.put("theta/fc1.bias", NumpyArray.ofFloats(new float[9], 9));
    refused(saved(arrays), "theta.npz: theta/fc1.bias: shape [9]; must be [8]");
  }

  @Test
  void refuses_to_start_where_there_is_no_loss() throws IOException {
    Map<String, NumpyArray> arrays = initial();
    float[] huge = new float[80];
    Arrays.fill(huge, Float.MAX_VALUE);
    arrays.put("theta/fc2.weight", NumpyArray.ofFloats(huge, 10, 8));
    refused(saved(arrays), "theta.npz: the loss at this theta is not finite");
  }

  private Map<String, NumpyArray> initial() throws IOException {
    run("initial", spec("float32", 1, "[0]"));
    byte[] file = Files.readAllBytes(folder.resolve("initial/theta-000000.npz"));
    return new LinkedHashMap<>(NumpyArchive.read(file, "initial"));
  }

  private Path saved(Map<String, NumpyArray> arrays) throws IOException {
    return Files.write(folder.resolve("theta.npz"), NumpyArchive.write(arrays));
  }

  private void refused(Path file, String message) throws IOException {
    CommandRun refusing = new CommandRun();
    Path dir = folder.resolve("refused");
    assertThat(refusing.execute("run", spec("float32", 2, "[]"), "--theta", file, "--out", dir))
        .isEqualTo(2);
    assertThat(refusing.err())
        .hasLineCount(1)
        .startsWith("sgd-walk: " + Objects.requireNonNull(file.getParent()))
        .contains(message);
    assertThat(dir).doesNotExist();
  }
}
