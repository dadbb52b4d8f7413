package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/libraries.md says of libraries with advisories. */
@DisplayName("What DL4J shades and has advisories")
class UnreachedLibrariesTest {
  private static final String SPEC =
      """
      { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 30},
        "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
        "length": {"steps": 2}, "seed": 1, "probes": {"crossSection": {"points": 3}} }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"torch", "dl4j"})
  void reads_nothing_in_a_run(String engine) throws Exception {
    Path spec = Files.writeString(folder.resolve("spec.json"), SPEC);
    Path classes = folder.resolve("classes.txt");
    ForkedCommand.Result result =
        ForkedCommand.run(
            ForkedCommand.thisJdk(),
            List.of("-Dsgdwalk.engine=" + engine, "-Xlog:class+load:file=" + classes),
            "run",
            spec.toString(),
            "--out",
            folder.resolve("out").toString());

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(Files.readString(classes))
        .contains("org.sgdwalk.run.LocalRunner ")
        .doesNotContain("org.nd4j.shade.yaml", "org.nd4j.shade.wstx", "org.nd4j.shade.protobuf")
        .doesNotContain("org.nd4j.shade.jackson.databind.deser", "org.nd4j.shade.guava.io");
  }
}
