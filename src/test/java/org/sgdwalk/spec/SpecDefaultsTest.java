package org.sgdwalk.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a spec leaves out has the default that docs/spec.md says")
class SpecDefaultsTest {
  private static final String SPEC =
      """
      { "network": {"kind": "mlp", "hidden": [8], "batchNorm": false},
        "data": {"name": "mnist", "train": 60, "validation": 40},
        "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
        "length": {"epochs": 2}, "seed": 1, "probes": PROBES }
      """;

  private static RunSpec with(String probes) {
    return SpecJson.read(SPEC.replace("PROBES", probes));
  }

  /** Each with what it is short for: every key of the probes that has a default. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                       | {"evaluation": {"everyEpochs": 1}}
          {"evaluation": {}}                       | {"evaluation": {"everyEpochs": 1}}
          {"crossSection": {}}                     | {"crossSection": {"points": 11, "batchNorm": "train", "chunks": "fixed", "first": 0, "every": 1, "epochs": [], "recheckEvery": 0}}
          {"crossSection": {"epochs": [1]}}        | {"crossSection": {"epochs": [1], "every": 0, "first": 0}}
          {"sharpness": {}}                        | {"sharpness": {"everyEpochs": 1, "epochs": [], "tolerance": 0.01, "maxProducts": 80, "topK": 1, "traceProbes": 0}}
          {"sharpness": {"epochs": [1]}}           | {"sharpness": {"epochs": [1], "everyEpochs": 0}}
          {"sharpness": {"density": {}}}           | {"sharpness": {"density": {"probes": 4, "steps": 40, "points": 400}}}
          {"sharpness": {}, "covariance": {}}      | {"sharpness": {}, "covariance": {"directions": 20}}
          """)
  void of_a_probe(String left, String written) {
    assertThat(with(left)).isEqualTo(with(written));
  }

  @Test
  void of_everything_else() {
    RunSpec spec = SpecJson.read(SPEC.replace(", \"probes\": PROBES", ""));

    assertThat(spec).isEqualTo(with("{}"));
    assertThat(spec.data().chunk()).isEqualTo(500);
    assertThat(spec.data().subset()).isEqualTo(Subset.FIRST);
    assertThat(spec.data().classes()).isNull();
    assertThat(spec.data().normalization()).isNull();
    assertThat(spec.data().augmentation()).isNull();
    assertThat(spec.optimizer()).isEqualTo(new OptimizerSpec.Sgd(20, 0.1, 0));
    assertThat(spec.schedule()).isEqualTo(new ScheduleSpec.Constant());
    assertThat(spec.orderSeed()).isNull();
    assertThat(spec.batchOrderSeed()).isEqualTo(1);
    assertThat(spec.precision()).isEqualTo(Precision.FLOAT32);
    assertThat(spec.keepTheta()).isEqualTo(List.of());
    assertThat(spec.then()).isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "kind": "gd"       | "kind": "gd", "weightDecay": 0, "chunkSum": false
          "kind": "gd-noise", "factor": 1, "varianceBatch": 2 | "kind": "gd-noise", "factor": 1, "varianceBatch": 2, "weightDecay": 0, "chunkSum": false, "noiseStd": "sigma"
          """)
  void of_an_optimizer(String left, String written) {
    String spec = SPEC.replace("PROBES", "{}");
    assertThat(SpecJson.read(spec.replace("\"kind\": \"sgd\", \"batch\": 20", left)))
        .isEqualTo(SpecJson.read(spec.replace("\"kind\": \"sgd\", \"batch\": 20", written)));
  }
}
