package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataPlaces;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.TraceDirectory;

@DisplayName("The size of a trace, said before there is one")
class TraceSizeTest {
  private static final double PERCENT = 15;

  private static final String RUN =
      """
      { "network": {"kind": "mlp", "hidden": [6], "batchNorm": %s},
        "data": {"name": "fashion-mnist-3k", "train": 100, "validation": 50, "chunk": 50},
        "optimizer": {"kind": "sgd", "batch": 10, "learningRate": 0.1},
        "length": {"epochs": 20}, "seed": 1, "probes": {%s} }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "true | 'crossSection': {'first': 1}",
        "true | 'crossSection': {}",
        "true | 'crossSection': {'points': 3, 'every': 5, 'recheckEvery': 2}",
        "true | 'crossSection': {'epochs': [2]}, 'sharpness': {'everyEpochs': 4, 'evalMode': true}",
        "false | 'crossSection': {'epochs': [1]}, 'covariance': {},"
            + " 'sharpness': {'epochs': [1, 20], 'topK': 5, 'density': {'points': 50}}"
      })
  void is_that_of_its_files(boolean batchNorm, String probes) throws IOException {
    RunSpec spec = SpecJson.read(RUN.formatted(batchNorm, probes.replace('\'', '"')));
    RunResult result =
        new LocalRunner(new DataCatalog(DataPlaces.NONE, Delivery.NONE), 1, Engines.STANDARD)
            .run(spec, Progress.NONE);
    Path trace = folder.resolve("trace");
    TraceDirectory.write(trace, result.trace(), result.thetaFiles());

    assertThat(TraceSize.bytes(spec)).isCloseTo(bytes(trace), withPercentage(PERCENT));
  }

  private static long bytes(Path trace) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(trace)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
