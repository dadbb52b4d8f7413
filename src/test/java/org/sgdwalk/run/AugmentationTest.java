package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

@DisplayName("Augmentation of mini-batches")
class AugmentationTest {
  private static Trace run(String keys, int seed) {
    RunSpec spec =
        SpecJson.read(
            """
            { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
              "data": {"name": "fashion-mnist-3k", "train": 100, "validation": 50, "chunk": 50%s},
              "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
              "length": {"steps": 3}, "seed": %d, "probes": {"crossSection": {}} }
            """
                .formatted(keys, seed));
    return new LocalRunner(new DataCatalog(null), 2, Engines.STANDARD)
        .run(spec, Progress.NONE)
        .trace();
  }

  private static double lossAtStart(StepRow row) {
    return Objects.requireNonNull(row.crossSection(), "probed").losses().get(0);
  }

  @Test
  void changes_what_the_update_sees_and_nothing_that_probes_measure() {
    Trace plain = run("", 1);
    Trace augmented = run(", \"augmentation\": \"crop-flip\"", 1);
    StepRow before = plain.steps().get(0);
    StepRow after = augmented.steps().get(0);
    assertThat(after.batchLoss()).isNotEqualTo(before.batchLoss());
    assertThat(after.gradNorm()).isNotEqualTo(before.gradNorm());
    assertThat(lossAtStart(after)).isEqualTo(lossAtStart(before));
    assertThat(augmented.epochs().get(0)).isEqualTo(plain.epochs().get(0));
  }

  @Test
  void is_drawn_from_the_seed_anew_for_each_batch() {
    String keys = ", \"augmentation\": \"crop-flip\"";
    assertThat(run(keys, 1).steps()).isEqualTo(run(keys, 1).steps());
    assertThat(run(keys, 1).steps()).isNotEqualTo(run(keys, 2).steps());
  }

  @Test
  void leaves_a_manifest_with_the_indices_of_a_balanced_subset_and_their_sum() {
    Provenance.DataProvenance data =
        run(", \"subset\": \"balanced\"", 1).manifest().provenance().data();
    assertThat(data.trainIndices()).startsWith("100 of 0-");
    assertThat(data.trainIndicesSha256()).matches("[0-9a-f]{64}");
    // seq 1950 1999 | sha256sum
    assertThat(data.validationIndices()).isEqualTo("1950-1999");
    assertThat(data.validationIndicesSha256())
        .isEqualTo("d717e5ff5ddaa1d2580b01d1152a5c0d7d0ef04c5f438d933ac5cc10ec7e0c72");
  }
}
