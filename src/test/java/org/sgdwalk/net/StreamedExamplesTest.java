package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

@DisplayName("Examples that are streamed give the digits of examples that are kept")
class StreamedExamplesTest {
  private static final String MLP = "{'kind': 'mlp', 'hidden': [8], 'batchNorm': true}";
  private static final String VGG = "{'kind': 'vgg11', 'width': 2, 'batchNorm': true}";

  private static RunSpec spec(String network, String precision) {
    return SpecJson.read(
        """
        { "network": %s,
          "data": {"name": "fashion-mnist-3k", "train": 70, "validation": 30, "chunk": 20},
          "optimizer": {"kind": "sgd", "batch": 10, "learningRate": 0.1},
          "length": {"steps": 1}, "seed": 1, "precision": "%s" }
        """
            .formatted(network.replace('\'', '"'), precision));
  }

  private static String name(int kind) {
    return kind == 0 ? MLP : VGG;
  }

  /** Everything that reads examples. The last chunk is smaller than the others. */
  private static List<double[]> numbers(RunSpec spec, int threads, long residentBytes) {
    DataSet data = DataSet.load(spec.data(), new DataCatalog(null));
    int[] batch = {69, 3, 3, 20, 41};
    List<CropFlip> asTheyAre = Collections.nCopies(batch.length, CropFlip.NONE);
    try (LossSurface surface =
        NetworkLossSurface.open(
            Engines.of(Engines.STANDARD),
            spec,
            data,
            threads,
            Room.STANDARD.withFeatures(residentBytes))) {
      ParameterVector from =
          surface.initialTheta(new org.hipparchus.random.Well19937c(spec.seed()));
      Gradient full = surface.fullGradient(from);
      ParameterVector to = from.copy().addScaled(-0.1, full.vector());
      return List.of(
          full.vector().toArray(),
          full.batchStatistics().toArray(),
          surface.batchGradient(from, batch).vector().toArray(),
          surface.batchGradient(from, batch, asTheyAre).vector().toArray(),
          surface.losses(
              from, to, new double[] {0, .25, .5, 1}, Rounding.NEAREST, 20, Normalization.TRAIN),
          surface.losses(from, to, new double[] {.5}, Rounding.NEAREST, 70, Normalization.TRAIN),
          new double[] {
            surface.evaluateTraining(to, Normalization.TRAIN).loss(),
            surface.evaluateValidation(to, surface.initialStatistics().evalMode()).loss()
          });
    }
  }

  @ParameterizedTest(name = "network {0}, {1}, {2} threads")
  @CsvSource({
    "0, float32, 1",
    "0, float32, 2",
    "0, float64, 2",
    "1, float32, 1",
    "1, float32, 2",
    "1, float64, 1"
  })
  void give_the_same_digits(int network, String precision, int threads) {
    RunSpec spec = spec(name(network), precision);
    List<double[]> kept = numbers(spec, 1, Examples.RESIDENT_BYTES);
    List<double[]> streamed = numbers(spec, threads, 0);
    assertThat(streamed).hasSameSizeAs(kept);
    for (int i = 0; i < kept.size(); i++) {
      assertThat(streamed.get(i)).containsExactly(kept.get(i));
    }
    assertThat(kept.get(3)).containsExactly(kept.get(2));
  }

  @Test
  void a_view_changes_a_batchs_gradient_the_same_for_kept_and_streamed_examples() {
    RunSpec spec = spec(VGG, "float32");
    DataSet data = DataSet.load(spec.data(), new DataCatalog(null));
    int[] batch = {1, 2, 3};
    Random random = new Random(1);
    List<CropFlip> views =
        List.of(new CropFlip(-4, 3, false), new CropFlip(0, 0, true), CropFlip.NONE);
    double[][] gradients = new double[2][];
    for (int i = 0; i < 2; i++) {
      try (LossSurface surface =
          NetworkLossSurface.open(
              Engines.of(Engines.STANDARD),
              spec,
              data,
              1 + random.nextInt(2),
              Room.STANDARD.withFeatures(i * (1L << 30)))) {
        ParameterVector theta =
            surface.initialTheta(new org.hipparchus.random.Well19937c(spec.seed()));
        gradients[i] = surface.batchGradient(theta, batch, views).vector().toArray();
        assertThat(
                Arrays.equals(gradients[i], surface.batchGradient(theta, batch).vector().toArray()))
            .isFalse();
      }
    }
    assertThat(gradients[1]).containsExactly(gradients[0]);
  }
}
