package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real runs in JVMs of their own, two at a time; the CSVs are compared byte by byte. */
@DisplayName("steps.csv and epochs.csv are the same bytes")
class DeterminismTest {
  private static final String SHORT =
      """
      "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 20, "chunk": 20},
      "length": {"steps": 4},
      "probes": {"crossSection": {"recheckEvery": 2}, "evaluation": {"everyEpochs": 2}},
      """;

  /** What is run; for each, all runs must agree. */
  private enum Run {
    MLP_GD(mlp() + gd()),
    MLP_SGD(mlp() + sgd(25)),
    MLP_AUGMENTED_SGD(
        mlp()
                .replace(
                    "\"chunk\"",
                    "\"augmentation\": \"crop-flip\", \"subset\": \"balanced\", \"chunk\"")
            + sgd(25)),
    MLP_RESHUFFLED_CHUNKS(
        mlp().replace("\"recheckEvery\"", "\"chunks\": \"reshuffled\", \"recheckEvery\"")
            + sgd(25)),
    MLP_NOISE(mlp() + gd().replace("\"gd\"", "\"gd-noise\", \"factor\": 1, \"varianceBatch\": 25")),
    VGG11_GD(vgg11() + gd()),
    VGG11_SGD(vgg11() + sgd(15)),
    RESNET_GD(resnet() + gd()),
    RESNET_SGD(resnet() + sgd(15));

    private final String keys;

    Run(String keys) {
      this.keys = keys;
    }

    private static String mlp() {
      return """
          "network": {"kind": "mlp", "hidden": [32, 16], "batchNorm": true},
          "data": {"name": "fashion-mnist-3k", "train": 300, "validation": 100, "chunk": 100},
          "length": {"steps": 15},
          "probes": {"crossSection": {"recheckEvery": 5}, "evaluation": {"everyEpochs": 5}},
          """;
    }

    private static String vgg11() {
      return "\"network\": {\"kind\": \"vgg11\", \"width\": 2, \"batchNorm\": true}," + SHORT;
    }

    private static String resnet() {
      return "\"network\": {\"kind\": \"resnet\", \"depth\": 8, \"width\": 2, \"batchNorm\": true},"
          + SHORT;
    }

    private static String gd() {
      return "\"optimizer\": {\"kind\": \"gd\", \"learningRate\": 0.1}";
    }

    private static String sgd(int batch) {
      return "\"optimizer\": {\"kind\": \"sgd\", \"batch\": %d, \"learningRate\": 0.1}"
          .formatted(batch);
    }
  }

  @TempDir private static Path folder;

  /** Two worker threads on this JDK: what the others are compared with. */
  private static final Map<Run, Path> REFERENCES = new ConcurrentHashMap<>();

  /** These are two JVMs as well. */
  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("for one and two worker threads")
  @Execution(ExecutionMode.CONCURRENT)
  void for_one_and_two_worker_threads(Run run) throws IOException {
    Path one = run(ForkedCommand.thisJdk(), run, "1");
    assertSameBytes(one, reference(run));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = "MLP_.*", mode = EnumSource.Mode.MATCH_ALL)
  @DisplayName("in two JVMs")
  @Execution(ExecutionMode.CONCURRENT)
  void in_two_jvms(Run run) throws IOException {
    Path second = run(ForkedCommand.thisJdk(), run, "2");
    assertSameBytes(second, reference(run));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = "MLP_.*|.*_SGD", mode = EnumSource.Mode.MATCH_ALL)
  @DisplayName("on JDK 17 and 25, or whichever other JDK is there")
  @Execution(ExecutionMode.CONCURRENT)
  void on_two_jdks(Run run) throws IOException {
    Optional<Path> other = ForkedCommand.otherJdk();
    assumeTrue(
        other.isPresent(),
        "no JDK of another version beside this one; set -Dsgdwalk.test.otherJdk=DIR");
    Path there = run(other.orElseThrow(), run, "2");
    assertSameBytes(there, reference(run));
  }

  private static Path reference(Run run) {
    return REFERENCES.computeIfAbsent(run, asked -> run(ForkedCommand.thisJdk(), asked, "2"));
  }

  private static Path run(Path jdk, Run run, String threads) {
    try {
      return runChecked(jdk, run, threads);
    } catch (Exception e) {
      throw new AssertionError(run + " did not run", e);
    }
  }

  private static Path runChecked(Path jdk, Run run, String threads) throws Exception {
    Path own = Files.createTempDirectory(folder, "run");
    Path out = own.resolve("trace");
    ForkedCommand.Result result =
        ForkedCommand.run(
            jdk,
            List.of("-Dsgdwalk.threads=" + threads),
            "run",
            spec(own, run).toString(),
            "--out",
            out.toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
    return out;
  }

  private static Path spec(Path directory, Run run) throws IOException {
    return Files.writeString(directory.resolve("spec.json"), "{" + run.keys + ", \"seed\": 3 }");
  }

  private static void assertSameBytes(Path one, Path other) throws IOException {
    for (String file : List.of("steps.csv", "epochs.csv")) {
      assertThat(one.resolve(file)).isNotEmptyFile().hasSameBinaryContentAs(other.resolve(file));
    }
  }
}
