package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.Trace;

@DisplayName("A recheck goes over other chunks, whatever their size")
class RecheckTest {

  @ParameterizedTest(name = "{0} images in chunks of {1}")
  @CsvSource({"60, 30", "60, 60", "60, 500", "60, 2", "61, 11", "9, 3", "5, 500"})
  void so_that_a_numerical_floor_is_never_nothing_with_batch_norm(int train, int chunk) {
    String json =
        """
        { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
          "data": {"name": "fashion-mnist-3k", "train": %d, "validation": 20, "chunk": %d},
          "optimizer": {"kind": "gd", "learningRate": 0.5},
          "length": {"steps": 1}, "seed": 1,
          "probes": {"crossSection": {}} }
        """;
    Trace trace =
        new LocalRunner(new DataCatalog(null), 1, Engines.STANDARD)
            .run(SpecJson.read(json.formatted(train, chunk)), Progress.NONE)
            .trace();

    assertThat(Objects.requireNonNull(trace.steps().get(0).crossSection()).numericalFloor())
        .isGreaterThan(1e-5);
  }
}
