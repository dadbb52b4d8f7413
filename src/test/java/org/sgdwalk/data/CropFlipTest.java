package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A view of a training image")
class CropFlipTest {
  private static final int SIDE = 6;

  /** One image of two channels whose pixels are 1, 2, ...; the scale leaves them as they are. */
  private static final DataPart PART = part();

  private static DataPart part() {
    byte[] pixels = new byte[2 * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i + 1);
    }
    ImageSet images = ImageSet.of(new ImageShape(2, SIDE, SIDE), 2, pixels, new byte[] {1});
    Standardization scale = new Standardization(0, 1);
    return new DataPart(images, 0, List.of(scale, scale));
  }

  private static int[][] channel(CropFlip view, int channel) {
    double[] values = new double[2 * SIDE * SIDE];
    PART.copyStandardized(0, view, values, 0);
    int[][] rows = new int[SIDE][SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      rows[i / SIDE][i % SIDE] = (int) Math.round(255 * values[channel * SIDE * SIDE + i]);
    }
    return rows;
  }

  @Test
  void by_2_down_and_1_to_the_left_shows_what_lies_there_and_0_around_the_image() {
    int[][] view = channel(new CropFlip(2, -1, false), 0);
    assertThat(view[0]).containsExactly(0, 13, 14, 15, 16, 17);
    assertThat(view[3]).containsExactly(0, 31, 32, 33, 34, 35);
    assertThat(view[4]).containsOnly(0);
    assertThat(view[5]).containsOnly(0);
    assertThat(channel(new CropFlip(2, -1, false), 1)[0]).containsExactly(0, 49, 50, 51, 52, 53);
  }

  @Test
  void is_mirrored_after_it_was_cropped() {
    assertThat(channel(new CropFlip(0, 0, true), 0)[0]).containsExactly(6, 5, 4, 3, 2, 1);
    assertThat(channel(new CropFlip(-4, 4, true), 0)[4]).containsExactly(0, 0, 0, 0, 6, 5);
  }

  @Test
  void may_be_the_image_as_it_is() {
    double[] view = new double[2 * SIDE * SIDE];
    double[] image = new double[2 * SIDE * SIDE];
    PART.copyStandardized(0, CropFlip.NONE, view, 0);
    PART.copyStandardized(0, image, 0);
    assertThat(view).containsExactly(image);
  }

  @Test
  void is_drawn_out_of_all_9_x_9_x_2_each_as_likely_200_times_of_32_400_give_or_take_5_sigma() {
    RandomGenerator random = new Well19937c(1);
    Map<CropFlip, Integer> counts = new HashMap<>();
    for (int i = 0; i < 200 * 162; i++) {
      counts.merge(CropFlip.draw(random), 1, Integer::sum);
    }
    assertThat(counts).hasSize(162);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(129, 271));
  }

  @Test
  void is_never_further_away_than_4_pixels() {
    assertThatThrownBy(() -> new CropFlip(5, 0, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CropFlip(0, -5, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
