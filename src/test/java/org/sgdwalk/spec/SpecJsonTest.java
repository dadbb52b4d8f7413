package org.sgdwalk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The JSON form of a spec")
class SpecJsonTest {
  private static final String GOOD =
      """
      { "network":   {"kind": "mlp", "hidden": [64, 64], "batchNorm": true},
        "data":      {"name": "fashion-mnist-3k", "train": 500, "validation": 400, "chunk": 250},
        "optimizer": {"kind": "sgd", "batch": 25, "learningRate": 0.1, "weightDecay": 0.0},
        "schedule":  {"kind": "constant"},
        "length":    {"steps": 60},
        "seed": 1,
        "probes":    {"crossSection": {"points": 11, "every": 2, "batchNorm": "eval"}},
        "keepTheta": [0, 60] }
      """;

  @Test
  void reads_the_form_of_the_readme() {
    assertThat(SpecJson.read(GOOD))
        .isEqualTo(
            new RunSpec(
                new NetworkSpec.Mlp(List.of(64, 64), true),
                new DataSpec("fashion-mnist-3k", 500, 400, 250),
                new OptimizerSpec.Sgd(25, 0.1, 0),
                new ScheduleSpec.Constant(),
                LengthSpec.ofSteps(60),
                1,
                null,
                Precision.FLOAT32,
                new ProbeSpec(
                    new CrossSectionSpec(11, BatchNormMode.EVAL, 0, 2, List.of(), 0),
                    new EvaluationSpec(1)),
                List.of(0, 60)));
  }

  @Test
  void fills_in_what_is_left_out() {
    RunSpec spec =
        SpecJson.read(
            """
            { "network": {"kind": "mlp", "hidden": [4], "batchNorm": false},
              "data": {"name": "mnist", "train": 10, "validation": 5},
              "optimizer": {"kind": "gd", "learningRate": 1},
              "length": {"epochs": 2}, "seed": 3, "probes": {"crossSection": {}} }
            """);

    assertThat(spec.data().chunk()).isEqualTo(DataSpec.DEFAULT_CHUNK);
    assertThat(spec.optimizer().weightDecay()).isZero();
    assertThat(spec.precision()).isEqualTo(Precision.FLOAT32);
    assertThat(spec.probes().crossSection())
        .isEqualTo(new CrossSectionSpec(11, BatchNormMode.TRAIN, 0, 1, List.of(), 0));
    assertThat(spec.keepTheta()).isEmpty();
    assertThat(spec.batchOrderSeed()).isEqualTo(3);
  }

  @Test
  void reads_what_images_are_used_and_how() {
    String keys =
        """
        "subset": "balanced", "classes": [n], "augmentation": "crop-flip",
        "normalization": {"mean": [0.5, 0.25, 0.125], "std": [1, 0.5, 0.25]}""";

    assertThat(read(keys.replace("[n]", "20")).data())
        .isEqualTo(data(new ClassSelection.First(20)));
    assertThat(read(keys.replace("[n]", "[\"b\", \"a\"]")).data())
        .isEqualTo(data(new ClassSelection.Named(List.of("b", "a"))));
  }

  private static RunSpec read(String keys) {
    return SpecJson.read(GOOD.replace("\"chunk\": 250", keys));
  }

  private static DataSpec data(ClassSelection classes) {
    return new DataSpec(
        "fashion-mnist-3k",
        500,
        400,
        500,
        Subset.BALANCED,
        classes,
        new NormalizationSpec(List.of(0.5, 0.25, 0.125), List.of(1.0, 0.5, 0.25)),
        Augmentation.CROP_FLIP);
  }

  @Test
  void refuses_to_augment_a_full_batch() {
    String gd =
        GOOD.replace("\"kind\": \"sgd\", \"batch\": 25", "\"kind\": \"gd\"")
            .replace("\"chunk\": 250", "\"augmentation\": \"crop-flip\"");

    assertRejected(
        gd,
        "data.augmentation: must be left out with optimizer.kind gd, whose gradient is that of L,"
            + " and L is of the images as they are, got crop-flip");
  }

  @ParameterizedTest(name = "{index}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "seed": 1             | "seed": 1, "sed": 2      | sed: unknown key; did you mean seed? known here: data, keepTheta, length, network, optimizer, orderSeed, precision, probes, schedule, seed, then
          "points"              | "pointz"                 | probes.crossSection.pointz: unknown key; did you mean points? known here: batchNorm, chunks, epochs, every, first, from, points, recheckEvery
          "constant"}           | "constant", "x": 1}      | schedule.x: unknown key; known here: kind
          "kind": "mlp"         | "kind": "vgg99"          | network: must be an object whose kind is one of mlp, vgg11, resnet, quadratic, got {"kind":"vgg99","hidden":[64,64],"batchN...
          "kind": "sgd"         | "kind": 5                | optimizer: must be an object whose kind is one of gd, gd-noise, sgd, got {"kind":5,"batch":25,"learningRate":0.1,...
          {"kind": "constant"}  | {}                       | schedule: must be an object whose kind is one of constant, stepwise, cyclical, trapezoid, got {}
          {"kind": "constant"}  | "constant"               | schedule: must be an object whose kind is one of constant, stepwise, cyclical, trapezoid, got "constant"
          "seed": 1,            | ''                       | seed: missing; it has no default
          "batch": 25,          | ''                       | optimizer.batch: missing; it has no default
          "hidden": [64, 64],   | ''                       | network.hidden: missing; it has no default
          "train": 500,         | ''                       | data.train: missing; it has no default
          "steps": 60           | "steps": "60"            | length.steps: must be a whole number, got "60"
          "steps": 60           | "steps": 60.5            | length.steps: must be a whole number, got 60.5
          "steps": 60           | "steps": 60.0            | length.steps: must be a whole number, got 60.0
          "steps": 60           | "steps": true            | length.steps: must be a whole number, got true
          "steps": 60           | "steps": null            | length.steps: must not be null
          "steps": 60           | "steps": 1000000000      | length.steps: must be 1 to 999999999, got 1000000000
          "steps": 60           | "steps": 0               | length.steps: must be 1 to 999999999, got 0
          "steps": 60           | "epochs": 50000000       | length.epochs: must be at most 49999999 when an epoch takes 20 updates, got 50000000
          "steps": 60           | "steps": 60, "epochs": 3 | length: must be either steps or epochs, got both or neither
          "steps": 60           | ''                       | length: must be either steps or epochs, got both or neither
          {"steps": 60}         | 60                       | length: must be an object, got 60
          "seed": 1             | "seed": "1"              | seed: must be a whole number, got "1"
          "seed": 1             | "seed": 1.5              | seed: must be a whole number, got 1.5
          "seed": 1             | "seed": null             | seed: must not be null
          "seed": 1             | "seed": -1               | seed: must be 0 or more, got -1
          "seed": 1             | "seed": 1, "orderSeed": -1 | orderSeed: must be 0 or more, got -1
          "seed": 1             | "seed": 1, "precision": "float16" | precision: must be one of float32, float64, got "float16"
          "seed": 1             | "seed": 1, "precision": 0 | precision: must be one of float32, float64, got 0
          "name": "fashion-mnist-3k" | "name": 5           | data.name: must be a text, got 5
          "name": "fashion-mnist-3k" | "name": null        | data.name: must not be null
          "name": "fashion-mnist-3k" | "name": " "         | data.name: must be the name of a data set, got a blank
          "chunk": 250          | "chunks": 250            | data.chunks: unknown key; did you mean chunk? known here: augmentation, chunk, classes, name, normalization, subset, train, validation
          "chunk": 250          | "subset": "last"         | data.subset: must be one of first, balanced, drawn, got "last"
          "chunk": 250          | "augmentation": "rotate" | data.augmentation: must be one of crop-flip, got "rotate"
          "chunk": 250          | "classes": 1             | data.classes: must be 2 to 150000, got 1
          "chunk": 250          | "classes": 2.0           | data.classes: must be a whole number or a list of names, got 2.0
          "chunk": 250          | "classes": "n01443537"   | data.classes: must be a whole number or a list of names, got "n01443537"
          "chunk": 250          | "classes": [1, 2]        | data.classes: must be a whole number or a list of names, got [1,2]
          "chunk": 250          | "classes": ["a"]         | data.classes: must be at least 2 names, got [a]
          "chunk": 250          | "classes": ["a", "a"]    | data.classes: must be each name once, got [a, a]
          "chunk": 250          | "normalization": {"mean": [0.5]} | data.normalization.std: missing; it has no default
          "chunk": 250          | "normalization": {"mean": [0.5], "std": [0.1, 0.2]} | data.normalization.std: must be as many numbers as mean has, 1, got [0.1, 0.2]
          "chunk": 250          | "normalization": {"mean": [], "std": []} | data.normalization.mean: must be a number for each channel, got []
          "chunk": 250          | "normalization": {"mean": [1.5], "std": [0.1]} | data.normalization.mean[0]: must be 0 to 1, got 1.5
          "chunk": 250          | "normalization": {"mean": [0.5], "std": [0]} | data.normalization.std[0]: must be 1.0E-8 to 1, got 0.0
          "batchNorm": true     | "batchNorm": "true"      | network.batchNorm: must be true or false, got "true"
          "batchNorm": true     | "batchNorm": 1           | network.batchNorm: must be true or false, got 1
          [64, 64]              | []                       | network.hidden: must be at least one width, got []
          [64, 64]              | [64, 0]                  | network.hidden[1]: must be 1 to 65536, got 0
          [64, 64]              | [64, null]               | network.hidden[1]: must not be null
          [64, 64]              | 64                       | network.hidden: must be a list, got 64
          "batch": 25           | "batch": 0               | optimizer.batch: must be 1 to 10000000, got 0
          "batch": 25           | "batch": 501             | optimizer.batch: must be at most data.train = 500, got 501
          "batch": 25           | "batch": 499             | optimizer.batch: must be one that leaves no batch of a single example, which batch norm cannot normalise, got 499 of data.train = 500
          "chunk": 250          | "chunk": 499             | data.chunk: must be one that leaves no chunk of a single example, which batch norm cannot normalise, got 499 of data.train = 500
          "learningRate": 0.1   | "learningRate": -0.1     | optimizer.learningRate: must be positive and finite, got -0.1
          "learningRate": 0.1   | "learningRate": 0        | optimizer.learningRate: must be positive and finite, got 0.0
          "learningRate": 0.1   | "learningRate": "NaN"    | optimizer.learningRate: must be positive and finite, got NaN
          "learningRate": 0.1   | "learningRate": 1e999    | optimizer.learningRate: must be positive and finite, got Infinity
          "learningRate": 0.1   | "learningRate": "0.1"    | optimizer.learningRate: must be a number, got "0.1"
          "weightDecay": 0.0    | "weightDecay": -1        | optimizer.weightDecay: must be 0 or more and finite, got -1.0
          [0, 60]               | [0, 61]                  | keepTheta[1]: must be 0 to 60, got 61
          [0, 60]               | [-1]                     | keepTheta[0]: must be 0 to 60, got -1
          "points": 11          | "points": 2              | probes.crossSection.points: must be 3 to 101, got 2
          "every": 2            | "every": 0               | probes.crossSection: must be selecting some step by first, every or epochs, got none
          "every": 2            | "epochs": [0]            | probes.crossSection.epochs[0]: must be at least 1, got 0
          "eval"                | "both"                   | probes.crossSection.batchNorm: must be one of train, eval, got "both"
          "eval"                | "eval", "chunks": "new"  | probes.crossSection.chunks: must be one of fixed, reshuffled, got "new"
          """)
  void names_the_key_of_what_cannot_be_run(String from, String to, String message) {
    assertThat(GOOD).contains(from);
    assertRejected(GOOD.replace(from, to), message);
  }

  /** 500 images, chunks of 250, batch norm. */
  @ParameterizedTest(name = "{index}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "varianceBatch": 50                   | optimizer.factor: missing; it has no default
          "factor": 1                           | optimizer.varianceBatch: missing; it has no default
          "factor": 0, "varianceBatch": 50      | optimizer.factor: must be positive and finite, got 0.0
          "factor": 1, "varianceBatch": 0       | optimizer.varianceBatch: must be 1 to 10000000, got 0
          "factor": 1, "varianceBatch": 251     | optimizer.varianceBatch: must be at most half of data.train = 500, so that there are two batches to vary, got 251
          "factor": 1, "varianceBatch": 1       | optimizer.varianceBatch: must be one that leaves no batch of a single example, which batch norm cannot normalise, got 1 of data.train = 500
          "factor": 1, "varianceBatch": 50, "noiseStd": "root" | optimizer.noiseStd: must be one of sigma, variance, got "root"
          "factor": 1, "varianceBatch": 50, "chunkSum": 9 | optimizer.chunkSum: must be true or false, got 9
          "factor": 1, "varianceBatch": 50, "batch": 25 | optimizer.batch: unknown key; known here: chunkSum, factor, kind, learningRate, noiseStd, varianceBatch, weightDecay
          """)
  void names_the_key_of_impossible_noise(String keys, String message) {
    assertRejected(GOOD.replace("\"sgd\", \"batch\": 25", "\"gd-noise\", " + keys), message);
  }

  @Test
  void takes_the_sound_choice_where_a_quirk_of_the_papers_code_is_left_out() {
    String noise = "\"gd-noise\", \"factor\": 2, \"varianceBatch\": 50";
    RunSpec spec = SpecJson.read(GOOD.replace("\"sgd\", \"batch\": 25", noise));

    assertThat(spec.optimizer())
        .isEqualTo(new OptimizerSpec.GdNoise(0.1, 0, false, 2, 50, NoiseStd.SIGMA));
    assertThat(spec.updatesPerEpoch()).isEqualTo(1);
  }

  private static String then(String optimizer, String length) {
    String phase =
        "\"then\": [{\"optimizer\": {%s}, \"length\": {%s}}],".formatted(optimizer, length);
    return GOOD.replace("\"seed\"", phase + "\"seed\"");
  }

  @Test
  void reads_phases_that_follow_and_writes_none_where_there_are_none() {
    RunSpec spec = SpecJson.read(then("\"kind\": \"gd\", \"learningRate\": 1", "\"steps\": 7"));

    assertThat(spec.then())
        .containsExactly(
            new PhaseSpec(
                new OptimizerSpec.Gd(1, 0), new ScheduleSpec.Constant(), LengthSpec.ofSteps(7)));
    assertThat(spec.updates()).isEqualTo(67);
    assertThat(spec.phases()).hasSize(2);
    assertThat(spec.withSeed(2).withOrderSeed(3).then()).isEqualTo(spec.then());
    assertThat(SpecJson.write(spec)).contains("\"then\"");
    assertThat(SpecJson.write(SpecJson.read(GOOD))).doesNotContain("\"then\"");
  }

  @ParameterizedTest(name = "{index}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "kind": "sgd", "batch": 501, "learningRate": 1 | "steps": 1 | then[0].optimizer.batch: must be at most data.train = 500, got 501
          "kind": "gd", "learningRate": 0                | "steps": 1 | then[0].optimizer.learningRate: must be positive and finite, got 0.0
          "kind": "gd", "learningRate": 1                | "steps": 0 | then[0].length.steps: must be 1 to 999999999, got 0
          "kind": "gd"                                   | "steps": 1 | then[0].optimizer.learningRate: missing; it has no default
          "kind": "gd", "learningRate": 1                | "epochs": 999999999 | then: must be at most 999999999 updates with the first phase, got 1000000059
          """)
  void names_the_key_of_an_impossible_phase(String optimizer, String length, String message) {
    assertRejected(then(optimizer, length), message);
  }

  @Test
  void refuses_to_add_up_chunks_of_unequal_size() {
    String gd =
        GOOD.replace("\"kind\": \"sgd\", \"batch\": 25", "\"kind\": \"gd\", \"chunkSum\": true");

    assertThat(SpecJson.read(gd).optimizer().chunkSum()).isTrue();
    assertRejected(
        gd.replace("\"chunk\": 250", "\"chunk\": 200"),
        "optimizer.chunkSum: must be false where the chunks are not of equal size, got"
            + " data.chunk = 200 of data.train = 500");
  }

  /** The run has 60 updates, 20 an epoch. */
  @ParameterizedTest(name = "{index}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "stepwise", "factor": 0.1, "epochs": [1, 2], "x": 1 | schedule.x: unknown key; known here: epochs, factor, kind
          "stepwise", "factor": 0.1              | schedule.epochs: missing; it has no default
          "stepwise", "factor": 1, "epochs": [1] | schedule.factor: must be above 0 and below 1, got 1.0
          "stepwise", "factor": 0, "epochs": [1] | schedule.factor: must be above 0 and below 1, got 0.0
          "stepwise", "factor": 0.1, "epochs": [] | schedule.epochs: must be at least one epoch, got []
          "stepwise", "factor": 0.1, "epochs": [0, 1] | schedule.epochs[0]: must be at least 1, got 0
          "stepwise", "factor": 0.1, "epochs": [2, 2] | schedule.epochs[1]: must be after the one before it, got 2
          "stepwise", "factor": 0.1, "epochs": [1, 3] | schedule.epochs[1]: must be an epoch that ends before the run's 60 updates do, got 3
          "cyclical", "low": 0.1, "high": 1      | schedule.halfPeriodEpochs: missing; it has no default
          "cyclical", "low": 0, "high": 1, "halfPeriodEpochs": 1 | schedule.low: must be above 0 and finite, got 0.0
          "cyclical", "low": 1, "high": 1, "halfPeriodEpochs": 1 | schedule.high: must be above low and finite, got 1.0
          "cyclical", "low": 0.1, "high": 1, "halfPeriodEpochs": 0 | schedule.halfPeriodEpochs: must be at least 1, got 0
          "cyclical", "low": 0.1, "high": 1, "halfPeriodEpochs": 4 | schedule.halfPeriodEpochs: must be at most the run's 60 updates, 20 an epoch, got 4
          "trapezoid", "low": 0.1, "high": 1, "end": 0, "riseEpochs": 1, "annealEpochs": 1 | schedule.end: must be above 0 and at most high, got 0.0
          "trapezoid", "low": 0.1, "high": 1, "end": 2, "riseEpochs": 1, "annealEpochs": 1 | schedule.end: must be above 0 and at most high, got 2.0
          "trapezoid", "low": 0.1, "high": 1, "end": 0.1, "riseEpochs": 0, "annealEpochs": 1 | schedule.riseEpochs: must be at least 1, got 0
          "trapezoid", "low": 0.1, "high": 1, "end": 0.1, "riseEpochs": 1, "annealEpochs": 0 | schedule.annealEpochs: must be at least 1, got 0
          "trapezoid", "low": 0.1, "high": 1, "end": 0.1, "riseEpochs": 2, "annealEpochs": 2 | schedule.riseEpochs + annealEpochs: must be at most the run's 60 updates, 20 an epoch, got 4
          """)
  void names_the_key_of_an_impossible_schedule(String schedule, String message) {
    assertRejected(GOOD.replace("\"constant\"", schedule), message);
  }

  @ParameterizedTest(name = "{index}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "maxDimension": 0, "lowest": 1, "highest": 2 | network.maxDimension: must be 1 to 1000, got 0
          "maxDimension": 1, "lowest": 1, "highest": 2, "flat": [0.1, 0.2] | network.maxDimension: must be 2 to 1000 with network.flat, got 1
          "maxDimension": 9, "lowest": 1, "highest": 2, "flat": [0.1] | network.flat: must be [lowest, highest], above 0 and at most network.lowest, got [0.1]
          "maxDimension": 9, "lowest": 1, "highest": 2, "flat": [0.1, 1.1] | network.flat: must be [lowest, highest], above 0 and at most network.lowest, got [0.1, 1.1]
          "maxDimension": 9, "lowest": 0, "highest": 2 | network.lowest: must be above 0, got 0.0
          "maxDimension": 9, "lowest": 3, "highest": 2 | network.highest: must be at least lowest and finite, got 2.0
          "maxDimension": 9, "lowest": 1, "highest": 2 | data.name: must be none with network.kind quadratic, got fashion-mnist-3k
          """)
  void names_the_key_of_an_impossible_quadratic(String numbers, String message) {
    assertRejected(
        GOOD.replace(
            "\"mlp\", \"hidden\": [64, 64], \"batchNorm\": true", "\"quadratic\", " + numbers),
        message);
  }

  @Test
  void does_not_reshuffle_what_has_no_examples() {
    String quadratic =
        """
        { "network": {"kind": "quadratic", "maxDimension": 9, "lowest": 1, "highest": 2},
          "data": {"name": "none", "train": 1, "validation": 1},
          "optimizer": {"kind": "gd", "learningRate": 1},
          "length": {"steps": 2}, "seed": 3,
          "probes": {"crossSection": {"chunks": "reshuffled"}} }
        """;

    assertRejected(
        quadratic,
        "probes.crossSection.chunks: must be fixed with network.kind quadratic, which has no examples, got reshuffled");
  }

  @Test
  void does_not_take_a_network_without_data() {
    assertRejected(
        GOOD.replace("fashion-mnist-3k", "none"),
        "data.name: must be that of a data set, got none");
  }

  @ParameterizedTest(name = "{index}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``        | the spec must be a JSON object, got nothing
          null      | the spec must be a JSON object, got null
          [1]       | the spec must be a JSON object, got [1]
          {}        | network: missing; it has no default
          {"seed": 1, "seed": 2} | seed: Duplicate field 'seed' (line 1, column 19)
          {"seed": NaN}          | seed: Non-standard token 'NaN' is no JSON number (line 1, column 13)
          """)
  void says_what_is_wrong_with_the_text(String json, String message) {
    assertRejected(json, message);
  }

  @Test
  void rejects_text_after_the_end() {
    assertThatThrownBy(() -> SpecJson.read(GOOD.strip() + GOOD))
        .isInstanceOf(SpecException.class)
        .message()
        .startsWith("not JSON: there is more after the end of the object (line 8, column ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "{", "{\"seed\": 1,, }", "{'seed': 1}", "{} x"})
  void says_in_one_line_where_a_text_is_no_json(String json) {
    assertThatThrownBy(() -> SpecJson.read(json))
        .isInstanceOf(SpecException.class)
        .message()
        .hasLineCount(1)
        .matches("(not JSON|seed): .* \\(line 1, column \\d+\\)");
  }

  @Test
  void fills_in_what_a_sharpness_probe_leaves_out() {
    assertThat(sharpness("{}"))
        .isEqualTo(new SharpnessSpec(1, List.of(), 0.01, 80, 1, 0, null))
        .satisfies(spec -> assertThat(spec.hasSpectra()).isFalse());
    assertThat(sharpness("{\"epochs\": [0, 3], \"density\": {}}"))
        .isEqualTo(new SharpnessSpec(0, List.of(0, 3), 0.01, 80, 1, 0, new DensitySpec(4, 40, 400)))
        .satisfies(spec -> assertThat(spec.hasSpectra()).isTrue());
  }

  @Test
  void selects_the_epochs_that_a_sharpness_probe_names() {
    SharpnessSpec everyThird = Objects.requireNonNull(sharpness("{\"everyEpochs\": 3}"));
    SharpnessSpec named = Objects.requireNonNull(sharpness("{\"epochs\": [2]}"));

    assertThat(IntStream.range(0, 8).filter(e -> everyThird.selects(e, e == 7)))
        .containsExactly(0, 3, 6, 7);
    assertThat(IntStream.range(0, 8).filter(e -> named.selects(e, e == 7))).containsExactly(2);
  }

  private static @Nullable SharpnessSpec sharpness(String json) {
    return SpecJson.read(withSharpness(json)).probes().sharpness();
  }

  @Test
  void compares_the_modes_of_batch_norm_only_where_there_is_one() {
    String evalMode = withSharpness("{\"evalMode\": true}");
    assertThat(SpecJson.read(evalMode).probes().sharpness())
        .isEqualTo(new SharpnessSpec(1, List.of(), 0.01, 80, 1, 0, null, true));
    assertRejected(
        evalMode.replace("\"batchNorm\": true", "\"batchNorm\": false"),
        "probes.sharpness.evalMode: must be left out without batch norm, whose modes it compares,"
            + " got true");
  }

  @ParameterizedTest(name = "{index}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"from": -1}              | probes.crossSection.from: must be 0 or more, and left out where every is 0, got -1
          {"first": 2, "from": 3}   | probes.crossSection.from: must be 0 or more, and left out where every is 0, got 3
          {"every": 40, "from": 41} | probes.crossSection.from: must be at most 40, the last of the run's updates that every selects, got 41
          """)
  void names_the_key_of_an_impossible_first_section(String section, String message) {
    assertRejected(
        GOOD.replaceFirst("\"crossSection\": \\{[^}]*}", "\"crossSection\": " + section), message);
  }

  private static String withSharpness(String json) {
    return GOOD.replace("\"probes\":    {", "\"probes\": {\"sharpness\": " + json + ", ");
  }

  @ParameterizedTest(name = "{index}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"everyEpochs": -1}        | probes.sharpness.everyEpochs: must be 0 or more, got -1
          {"everyEpochs": 0}         | probes.sharpness: must be selecting some epoch by everyEpochs or epochs, got none
          {"epochs": [-1]}           | probes.sharpness.epochs[0]: must be 0 or more, got -1
          {"tolerance": 0}           | probes.sharpness.tolerance: must be above 0 and below 1, got 0.0
          {"topK": 0}                | probes.sharpness.topK: must be 1 to 100000, got 0
          {"topK": 81}               | probes.sharpness.maxProducts: must be topK = 81 to 100000, got 80
          {"traceProbes": -1}        | probes.sharpness.traceProbes: must be 0 to 100000, got -1
          {"density": {"probes": 0}} | probes.sharpness.density.probes: must be 1 to 100000, got 0
          {"density": {"steps": 0}}  | probes.sharpness.density.steps: must be 1 to 100000, got 0
          {"density": {"points": 19}} | probes.sharpness.density.points: must be 20 to 10000, got 19
          {"density": 3}             | probes.sharpness.density: must be an object, got 3
          {"top": 3}                 | probes.sharpness.top: unknown key; did you mean topK? known here: density, epochs, evalMode, everyEpochs, maxProducts, tolerance, topK, traceProbes
          """)
  void names_the_key_of_an_impossible_sharpness_probe(String json, String message) {
    assertRejected(withSharpness(json), message);
  }

  @Test
  void reads_a_covariance_probe_of_a_network_without_batch_norm() {
    String plain =
        withSharpness("{}, \"covariance\": {}")
            .replace("\"batchNorm\": true", "\"batchNorm\": false");

    assertThat(SpecJson.read(plain).probes().covariance()).isEqualTo(new CovarianceSpec(20));
    assertRejected(
        withSharpness("{}, \"covariance\": {}"),
        "probes.covariance: must be left out with network.batchNorm, where the loss of one example"
            + " depends on the others, got {\"directions\":20}");
    assertRejected(
        plain.replace("{}, \"covariance\": {}", "{}, \"covariance\": {\"directions\": 0}"),
        "probes.covariance.directions: must be 1 to 100000, got 0");
    assertRejected(
        plain.replace("\"sharpness\": {},", ""),
        "probes.covariance: must be left out without probes.sharpness, whose eigenvector it is"
            + " measured along, got {\"directions\":20}");
  }

  private static void assertRejected(String json, String message) {
    assertThatThrownBy(() -> SpecJson.read(json))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }
}
