package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same real runs in several JVMs, two at a time; the CSVs are compared byte by byte. */
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
    /** After runs in float32, in the same process. */
    MLP_FLOAT64("\"precision\": \"float64\"," + mlp() + sgd(25)),
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

  /** A JVM that makes all runs, one after the other. */
  private enum Jvm {
    TWO_THREADS,
    TWO_THREADS_AGAIN,
    ONE_THREAD,
    OTHER_JDK
  }

  @TempDir private static Path folder;

  /** Where the traces of each JVM lie. */
  private static final Map<Jvm, Path> MADE = new ConcurrentHashMap<>();

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("for one and two worker threads")
  @Execution(ExecutionMode.CONCURRENT)
  void for_one_and_two_worker_threads(Run run) {
    assertSameBytes(run, Jvm.ONE_THREAD, Jvm.TWO_THREADS);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("in two JVMs")
  @Execution(ExecutionMode.CONCURRENT)
  void in_two_jvms(Run run) {
    assertSameBytes(run, Jvm.TWO_THREADS_AGAIN, Jvm.TWO_THREADS);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void on_jdk_17_and_25_or_whichever_other_jdk_is_there(Run run) throws IOException {
    assumeTrue(
        ForkedCommand.otherJdk().isPresent(),
        "no JDK of another version beside this one; set -Dsgdwalk.test.otherJdk=DIR");
    assertSameBytes(run, Jvm.OTHER_JDK, Jvm.TWO_THREADS);
  }

  private static void assertSameBytes(Run run, Jvm one, Jvm other) {
    for (String file : List.of("steps.csv", "epochs.csv")) {
      assertThat(traces(one).resolve(run.name()).resolve(file))
          .isNotEmptyFile()
          .hasSameBinaryContentAs(traces(other).resolve(run.name()).resolve(file));
    }
  }

  private static Path traces(Jvm jvm) {
    return MADE.computeIfAbsent(jvm, DeterminismTest::make);
  }

  private static Path make(Jvm jvm) {
    try {
      Path own = Files.createTempDirectory(folder, jvm.name());
      for (Run run : Run.values()) {
        Files.writeString(own.resolve(run + ".json"), "{" + run.keys + ", \"seed\": 3 }");
      }
      ForkedCommand.Result result =
          ForkedCommand.run(
              jvm == Jvm.OTHER_JDK
                  ? ForkedCommand.otherJdk().orElseThrow()
                  : ForkedCommand.thisJdk(),
              List.of("-Dsgdwalk.threads=" + (jvm == Jvm.ONE_THREAD ? 1 : 2)),
              ManyRuns.class,
              own.toString());
      assertThat(result.exitCode()).as(result.output()).isZero();
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + jvm + " ran", e);
    }
  }
}
