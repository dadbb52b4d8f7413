package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real runs in JVMs of their own; the CSVs are compared byte by byte. */
@DisplayName("steps.csv and epochs.csv are the same bytes")
class DeterminismTest {
  private static final String GD = "{\"kind\": \"gd\", \"learningRate\": 0.1}";
  private static final String SGD = "{\"kind\": \"sgd\", \"batch\": 25, \"learningRate\": 0.1}";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {GD, SGD})
  @DisplayName("for one and two worker threads")
  void for_one_and_two_worker_threads(String optimizer) throws Exception {
    Path spec = spec(optimizer);
    Path one = run(ForkedCommand.thisJdk(), spec, "one", "1");
    Path two = run(ForkedCommand.thisJdk(), spec, "two", "2");
    assertSameBytes(one, two);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {GD, SGD})
  @DisplayName("in two JVMs")
  void in_two_jvms(String optimizer) throws Exception {
    Path spec = spec(optimizer);
    Path first = run(ForkedCommand.thisJdk(), spec, "first", "2");
    Path second = run(ForkedCommand.thisJdk(), spec, "second", "2");
    assertSameBytes(first, second);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {GD, SGD})
  @DisplayName("on JDK 17 and 25, or whichever other JDK is there")
  void on_two_jdks(String optimizer) throws Exception {
    Optional<Path> other = ForkedCommand.otherJdk();
    assumeTrue(
        other.isPresent(),
        "no JDK of another version beside this one; set -Dsgdwalk.test.otherJdk=DIR");
    Path spec = spec(optimizer);
    Path here = run(ForkedCommand.thisJdk(), spec, "here", "2");
    Path there = run(other.orElseThrow(), spec, "there", "2");
    assertSameBytes(here, there);
  }

  private Path spec(String optimizer) throws IOException {
    String json =
        """
        { "network": {"kind": "mlp", "hidden": [32, 16], "batchNorm": true},
          "data": {"name": "fashion-mnist-3k", "train": 300, "validation": 100, "chunk": 100},
          "optimizer": %s,
          "length": {"steps": 15}, "seed": 3,
          "probes": {"crossSection": {"recheckEvery": 5}, "evaluation": {"everyEpochs": 5}} }
        """
            .formatted(optimizer);
    return Files.writeString(folder.resolve("spec.json"), json);
  }

  private Path run(Path jdk, Path spec, String name, String threads) throws Exception {
    Path out = folder.resolve(name);
    ForkedCommand.Result result =
        ForkedCommand.run(
            jdk,
            List.of("-Dsgdwalk.threads=" + threads),
            "run",
            spec.toString(),
            "--out",
            out.toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
    return out;
  }

  private static void assertSameBytes(Path one, Path other) {
    for (String file : List.of("steps.csv", "epochs.csv")) {
      assertThat(one.resolve(file)).isNotEmptyFile().hasSameBinaryContentAs(other.resolve(file));
    }
  }
}
