package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  @TempDir private static Path folder;

  /** Two worker threads on this JDK, by optimizer: what the others are compared with. */
  private static final Map<String, Path> REFERENCES = new HashMap<>();

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {GD, SGD})
  @DisplayName("for one and two worker threads")
  void for_one_and_two_worker_threads(String optimizer) throws Exception {
    Path one = run(ForkedCommand.thisJdk(), optimizer, "1");
    assertSameBytes(one, reference(optimizer));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {GD, SGD})
  @DisplayName("in two JVMs")
  void in_two_jvms(String optimizer) throws Exception {
    Path second = run(ForkedCommand.thisJdk(), optimizer, "2");
    assertSameBytes(second, reference(optimizer));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {GD, SGD})
  @DisplayName("on JDK 17 and 25, or whichever other JDK is there")
  void on_two_jdks(String optimizer) throws Exception {
    Optional<Path> other = ForkedCommand.otherJdk();
    assumeTrue(
        other.isPresent(),
        "no JDK of another version beside this one; set -Dsgdwalk.test.otherJdk=DIR");
    Path there = run(other.orElseThrow(), optimizer, "2");
    assertSameBytes(there, reference(optimizer));
  }

  private static Path reference(String optimizer) throws Exception {
    if (!REFERENCES.containsKey(optimizer)) {
      REFERENCES.put(optimizer, run(ForkedCommand.thisJdk(), optimizer, "2"));
    }
    return Objects.requireNonNull(REFERENCES.get(optimizer));
  }

  private static Path run(Path jdk, String optimizer, String threads) throws Exception {
    Path own = Files.createTempDirectory(folder, "run");
    Path out = own.resolve("trace");
    ForkedCommand.Result result =
        ForkedCommand.run(
            jdk,
            List.of("-Dsgdwalk.threads=" + threads),
            "run",
            spec(own, optimizer).toString(),
            "--out",
            out.toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
    return out;
  }

  private static Path spec(Path directory, String optimizer) throws IOException {
    String json =
        """
        { "network": {"kind": "mlp", "hidden": [32, 16], "batchNorm": true},
          "data": {"name": "fashion-mnist-3k", "train": 300, "validation": 100, "chunk": 100},
          "optimizer": %s,
          "length": {"steps": 15}, "seed": 3,
          "probes": {"crossSection": {"recheckEvery": 5}, "evaluation": {"everyEpochs": 5}} }
        """
            .formatted(optimizer);
    return Files.writeString(directory.resolve("spec.json"), json);
  }

  private static void assertSameBytes(Path one, Path other) {
    for (String file : List.of("steps.csv", "epochs.csv")) {
      assertThat(one.resolve(file)).isNotEmptyFile().hasSameBinaryContentAs(other.resolve(file));
    }
  }
}
