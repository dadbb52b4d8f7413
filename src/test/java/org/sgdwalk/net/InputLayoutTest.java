package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.NetworkSpec;

@DisplayName("How an example enters a network")
class InputLayoutTest {
  private static final NetworkSpec CONVOLUTIONAL = new NetworkSpec.Vgg11(1, false);
  private static final double MEAN = 0.25;
  private static final double DEVIATION = 0.5;
  private static final double BACKGROUND = -MEAN / DEVIATION;

  /** One image whose pixels, counted over channels, rows and columns, are 1, 2, ... modulo 256. */
  private static DataPart image(int channels, int side) {
    byte[] pixels = new byte[channels * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i + 1);
    }
    ImageSet images = ImageSet.of(new ImageShape(channels, side, side), 10, pixels, new byte[] {0});
    Standardization same = new Standardization(MEAN, DEVIATION);
    return new DataPart(images, 0, Collections.nCopies(channels, same));
  }

  private static double standardized(int pixel) {
    return (pixel % 256 / 255.0 - MEAN) / DEVIATION;
  }

  private static double[] values(InputLayout layout, DataPart part) {
    double[] values = new double[layout.shape().size()];
    layout.copy(part, 0, CropFlip.NONE, new double[part.images().pixelsPerExample()], values, 0);
    return values;
  }

  @Test
  void pads_gray_images_of_28_pixels_with_the_background_to_32() {
    DataPart part = image(1, 28);
    InputLayout layout = InputLayout.of(CONVOLUTIONAL, part.images().shape());
    double[] values = values(layout, part);

    assertThat(layout.shape()).isEqualTo(new Shape(32, 32, 1));
    assertThat(values).hasSize(32 * 32);
    for (int row = 0; row < 32; row++) {
      for (int column = 0; column < 32; column++) {
        boolean inside = row >= 2 && row < 30 && column >= 2 && column < 30;
        int pixel = inside ? (row - 2) * 28 + (column - 2) + 1 : 0;
        assertThat(values[row * 32 + column]).isEqualTo(standardized(pixel));
      }
    }
    assertThat(values[0]).isEqualTo(BACKGROUND);
  }

  @Test
  void gives_colours_channels_last() {
    DataPart part = image(3, 32);
    InputLayout layout = InputLayout.of(CONVOLUTIONAL, part.images().shape());

    assertThat(layout.shape()).isEqualTo(new Shape(32, 32, 3));
    assertThat(values(layout, part))
        .startsWith(
            standardized(1),
            standardized(1 + 32 * 32),
            standardized(1 + 2 * 32 * 32),
            standardized(2));
  }

  @Test
  void gives_an_mlp_the_pixels_as_they_are() {
    DataPart part = image(1, 28);
    InputLayout layout =
        InputLayout.of(new NetworkSpec.Mlp(List.of(4), false), part.images().shape());

    assertThat(layout.shape()).isEqualTo(Shape.features(28 * 28));
    assertThat(values(layout, part))
        .hasSize(28 * 28)
        .startsWith(standardized(1), standardized(2), standardized(3));
  }
}
