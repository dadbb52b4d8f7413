package org.sgdwalk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A spec that cannot be run is refused with its key and its bound")
class SpecBoundsTest {
  private static final String SPEC =
      """
      { "network": {"kind": "mlp", "hidden": [8], "batchNorm": false},
        "data": {"name": "mnist", "train": 60, "validation": 40},
        "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
        "length": {"epochs": 2}, "seed": 1,
        "probes": {"crossSection": {}, "sharpness": {}} }
      """;

  private static final String QUADRATIC =
      """
      { "network": {"kind": "quadratic", "maxDimension": 5, "lowest": 1, "highest": 2},
        "data": {"name": "none", "train": 1, "validation": 1},
        "optimizer": {"kind": "gd", "learningRate": 0.1}, "length": {"steps": 8}, "seed": 1 }
      """;

  private static void refused(String spec, String right, String wrong, String message) {
    assertThat(spec).contains(right);
    assertThatThrownBy(() -> SpecJson.read(spec.replace(right, wrong)))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "hidden": [8] | "hidden": [8, 2147483647] | network.hidden[1]: must be 1 to 65536, got 2147483647
          "kind": "mlp", "hidden": [8] | "kind": "vgg11", "width": 2147483647 | network.width: must be 1 to 65536
          "kind": "mlp", "hidden": [8] | "kind": "resnet", "depth": 8, "width": 536870912 | network.width: must be 1 to 65536
          "kind": "mlp", "hidden": [8] | "kind": "resnet", "depth": 1208, "width": 1 | network.depth: must be 6 n + 2 (8, 14, 20, ..., 56, ..., 1202), got 1208
          "train": 60 | "train": 2147483647 | data.train: must be 1 to 10000000, got 2147483647
          "validation": 40 | "validation": 2147483647 | data.validation: must be 1 to 10000000
          "validation": 40 | "validation": 40, "chunk": 2147483647 | data.chunk: must be 1 to 10000000
          "batch": 20 | "batch": 2147483647 | optimizer.batch: must be 1 to 10000000
          "batch": 20 | "batch": 61 | optimizer.batch: must be at most data.train = 60, got 61
          "epochs": 2 | "epochs": 99999999999 | length.epochs: must be a whole number, at most 2147483647 (seeds: 9223372036854775807), got 99999999999
          "seed": 1 | "seed": 99999999999999999999 | seed: must be a whole number, at most 2147483647 (seeds:
          "seed": 1 | "seed": 1, "schedule": {"kind": "stepwise", "factor": 0.5, "epochs": [2147483647, 2]} | schedule.epochs[1]: must be after the one before it, got 2
          "epochs": 2 | "epochs": 2147483647 | length.epochs: must be at most 333333333 when an epoch takes 3 updates
          "sharpness": {} | "sharpness": {"maxProducts": 2147483647} | probes.sharpness.maxProducts: must be topK = 1 to 100000
          "sharpness": {} | "sharpness": {"topK": 2147483647} | probes.sharpness.topK: must be 1 to 100000
          "sharpness": {} | "sharpness": {"traceProbes": 2147483647} | probes.sharpness.traceProbes: must be 0 to 100000
          "sharpness": {} | "sharpness": {"density": {"steps": 2147483647}} | probes.sharpness.density.steps: must be 1 to 100000
          "sharpness": {} | "sharpness": {"density": {"probes": 2147483647}} | probes.sharpness.density.probes: must be 1 to 100000
          "sharpness": {} | "sharpness": {}, "covariance": {"directions": 2147483647} | probes.covariance.directions: must be 1 to 100000
          "validation": 40 | "validation": 40, "classes": 9223372036854775807 | data.classes: must be 2 to 150000, got 9223372036854775807
          "validation": 40 | "validation": 40, "normalization": {"mean": [0], "std": [1e-300]} | data.normalization.std[0]: must be 1.0E-8 to 1, got 1.0E-300
          """)
  void by_its_bound(String right, String wrong, String message) {
    refused(SPEC, right, wrong, message);
  }

  @Test
  void by_how_many_layers_it_has() {
    String many = "1, ".repeat(1202) + "1";
    refused(SPEC, "[8]", "[" + many + "]", "network.hidden: must be at most 1202 widths, got 1203");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "crossSection": {} | "crossSection": {"epochs": [1, 9]} | probes.crossSection.epochs[1]: must be at most the run's last epoch, 2, got 9
          "crossSection": {} | "crossSection": {"every": 7} | probes.crossSection.every: must be at most the run's 6 updates, got 7
          "crossSection": {} | "crossSection": {"first": 7} | probes.crossSection.first: must be at most the run's 6 updates, got 7
          "sharpness": {} | "sharpness": {"epochs": [0, 3]} | probes.sharpness.epochs[1]: must be at most the run's last epoch, 2, got 3
          """)
  void by_a_selection_beyond_the_run(String right, String wrong, String message) {
    refused(SPEC, right, wrong, message);
  }

  @Test
  void but_a_later_phase_has_epochs_too() {
    String longer =
        SPEC.replace(
            "\"seed\"",
            "\"then\": [{\"optimizer\": {\"kind\": \"gd\", \"learningRate\": 0.1},"
                + " \"length\": {\"steps\": 2}}], \"seed\"");
    String last = longer.replace("\"sharpness\": {}", "\"sharpness\": {\"epochs\": [4]}");

    assertThat(SpecJson.read(last).updates()).isEqualTo(8);
    refused(
        last, "[4]", "[5]", "probes.sharpness.epochs[0]: must be at most the run's last epoch, 4");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "train": 1 | "train": 1000 | data.train: must be 1 with network.kind quadratic, which has no examples, got 1000
          "validation": 1 | "validation": 7 | data.validation: must be 1 with network.kind quadratic
          "train": 1 | "train": 1, "augmentation": "crop-flip" | data.augmentation: must be left out
          "train": 1 | "train": 1, "classes": 3 | data.classes: must be left out with network.kind quadratic
          "train": 1 | "train": 1, "subset": "balanced" | data.subset: must be left out with network.kind quadratic, which has no examples, got balanced
          "train": 1 | "train": 1, "normalization": {"mean": [0], "std": [1]} | data.normalization: must be left out
          0.1 | 0.1, "chunkSum": true | optimizer.chunkSum: must be false
          "kind": "gd" | "kind": "gd-noise", "factor": 1, "varianceBatch": 1 | optimizer.kind: must be gd or sgd with network.kind quadratic, which has no examples, got gd-noise
          "seed": 1 | "seed": 1, "then": [{"optimizer": {"kind": "gd", "learningRate": 1, "chunkSum": true}, "length": {"steps": 1}}] | then[0].optimizer.chunkSum: must be false
          "seed": 1 | "seed": 1, "probes": {"sharpness": {}, "covariance": {}} | probes.covariance: must be left out with network.kind quadratic
          "kind": "gd" | "kind": "sgd", "batch": 10 | optimizer.batch: must be at most data.train = 1
          """)
  void by_images_that_a_quadratic_does_not_have(String right, String wrong, String message) {
    refused(QUADRATIC, right, wrong, message);
  }

  @Test
  void but_a_chunk_of_none_is_never_looked_at() {
    assertThat(SpecJson.read(QUADRATIC).data().chunk()).isEqualTo(500);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "batch": 20 | "batchsize": 20 | optimizer.batchsize: unknown key; did you mean batch? known here: batch, kind, learningRate, weightDecay
          "batch": 20 | "batchsize": null | optimizer.batchsize: unknown key; did you mean batch?
          "kind": "mlp" | "knd": "mlp" | network.knd: unknown key; did you mean kind? known here: batchNorm, depth, flat, hidden, highest, kind, lowest, maxDimension, width
          "seed": 1 | "ab": 1 | ab: unknown key; known here: data, keepTheta,
          "seed": 1 | "sede": 1 | sede: unknown key; did you mean seed? known here: data, keepTheta, length,
          "learningRate" | "learning_rate" | optimizer.learning_rate: unknown key; did you mean learningRate?
          "epochs": 2 | "epoch": 2 | length.epoch: unknown key; did you mean epochs? known here: epochs, steps
          "crossSection": {} | "crossSection": {"colour": 1} | probes.crossSection.colour: unknown key; known here: batchNorm, chunks,
          "sharpness": {} | "sharpness": {"density": {"step": 1}} | probes.sharpness.density.step: unknown key; did you mean steps?
          "seed": 1 | "seed": 1, "then": [{"optimiser": 1}] | then[0].optimiser: unknown key; did you mean optimizer?
          "validation": 40 | "validation": 40, "normalization": {"mean": [0], "sd": [1]} | data.normalization.sd: unknown key; did you mean std?
          """)
  void by_an_unknown_key_before_all_else(String right, String wrong, String message) {
    refused(SPEC, right, wrong, message);
    refused(SPEC.replace("\"train\": 60", "\"train\": 0"), right, wrong, message);
  }

  @Test
  void by_a_key_of_any_length_in_a_short_line() {
    assertThatThrownBy(() -> SpecJson.read(SPEC.replace("seed", "s\\n" + "e".repeat(3000))))
        .isInstanceOf(SpecException.class)
        .message()
        .startsWith("s?eee")
        .hasLineCount(1)
        .hasSizeLessThan(300);
    String names = "\"n0\", \"n0\"" + ", \"name\"".repeat(500);
    assertThatThrownBy(
            () ->
                SpecJson.read(SPEC.replace("\"mnist\"", "\"mnist\", \"classes\": [" + names + "]")))
        .message()
        .startsWith("data.classes: must be each name once, got [n0, n0, name")
        .hasSizeLessThan(300);
  }

  @Test
  void by_the_phase_that_augmented_images_clash_with() {
    String augmented =
        SPEC.replace("\"validation\": 40", "\"validation\": 40, \"augmentation\": \"crop-flip\"");
    refused(
        augmented,
        "\"seed\"",
        "\"then\": [{\"optimizer\": {\"kind\": \"gd\", \"learningRate\": 0.1}, \"length\": {\"steps\": 2}}],"
            + " \"seed\"",
        "data.augmentation: must be left out with then[0].optimizer.kind gd");
  }

  @Test
  void distances_are_those_of_levenshtein() {
    assertThat(UnknownKeys.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(UnknownKeys.distance("", "abc")).isEqualTo(3);
    assertThat(UnknownKeys.distance("Batch", "batch")).isZero();
  }
}
