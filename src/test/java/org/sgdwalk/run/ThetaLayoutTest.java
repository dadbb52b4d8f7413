package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.npz.NumpyArchive;
import org.sgdwalk.trace.npz.NumpyArray;
import org.sgdwalk.train.Start;

@DisplayName("Theta and running statistics lie in a file as PyTorch lays them out")
class ThetaLayoutTest {
  /** Both compute in float64; what is left is the order of summation. */
  private static final double CLOSE = 1e-10;

  private static final int SIDE = 32;

  /** By which the images of {@code fixtures/oracle} are standardised. */
  private static final List<Standardization> SCALE =
      List.of(
          new Standardization(.4914, .247),
          new Standardization(.4822, .243),
          new Standardization(.4465, .262));

  /** The file has images, gradients and more beside the weights. */
  @Test
  void gives_the_losses_that_pytorch_computed_with_its_weights() throws IOException {
    byte[] file = Files.readAllBytes(Path.of("fixtures", "oracle", "vgg11-2-bn.npz"));
    JsonNode expected =
        new ObjectMapper().readTree(Path.of("fixtures", "oracle", "vgg11-2-bn.json").toFile());

    try (LossSurface surface = surface(images(NumpyArchive.read(file, "oracle")))) {
      Start start = ThetaFile.read(file, "oracle", surface, Precision.FLOAT64);

      assertThat(surface.evaluateTraining(start.theta(), Normalization.TRAIN).loss())
          .isCloseTo(expected.required("loss_train_mode").doubleValue(), within(CLOSE));
      assertThat(surface.evaluateTraining(start.theta(), start.statistics().evalMode()).loss())
          .isCloseTo(expected.required("loss_eval_mode").doubleValue(), within(CLOSE));
    }
  }

  private static LossSurface surface(ImageSet images) {
    RunSpec spec =
        SpecJson.read(
            """
            { "network": {"kind": "vgg11", "width": 2, "batchNorm": true},
              "data": {"name": "cifar-10", "train": 48, "validation": 48, "chunk": 48},
              "optimizer": {"kind": "gd", "learningRate": 0.1},
              "length": {"steps": 1}, "seed": 0, "precision": "float64" }
            """);
    DataPart part = new DataPart(images, 0, SCALE);
    return NetworkLossSurface.open(
        Engines.of(Engines.STANDARD), spec, new DataSet("oracle", part, part, SCALE, Map.of()), 1);
  }

  /** The bytes that were standardised to the file's x. */
  private static ImageSet images(Map<String, NumpyArray> arrays) {
    double[] x = Objects.requireNonNull(arrays.get("x")).toDoubles();
    double[] y = Objects.requireNonNull(arrays.get("y")).toDoubles();
    byte[] pixels = new byte[x.length];
    for (int i = 0; i < x.length; i++) {
      Standardization scale = SCALE.get(i / (SIDE * SIDE) % SCALE.size());
      pixels[i] = (byte) Math.round((x[i] * scale.std() + scale.mean()) * 255);
    }
    byte[] labels = new byte[y.length];
    for (int i = 0; i < y.length; i++) {
      labels[i] = (byte) y[i];
    }
    return ImageSet.of(new ImageShape(SCALE.size(), SIDE, SIDE), 10, pixels, labels);
  }
}
