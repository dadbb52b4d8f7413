package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Standardisation")
class StandardizationTest {
  private static Standardization of(int... pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    List<Standardization> channels =
        Standardization.of(ImageSet.of(new ImageShape(1, 1, 1), 10, bytes, new byte[bytes.length]));
    assertThat(channels).hasSize(1);
    return channels.get(0);
  }

  @Test
  void of_half_black_half_white_has_mean_1_2_and_population_deviation_1_2() {
    Standardization standardization = of(0, 255, 255, 0);
    assertThat(standardization).isEqualTo(new Standardization(0.5, 0.5));
    assertThat(standardization.apply(0)).isEqualTo(-1.0);
    assertThat(standardization.apply(255)).isEqualTo(1.0);
  }

  @Test
  void divides_by_n_not_n_1() {
    // Of 51, 102, 153 (0.2, 0.4, 0.6): variance 0.08 / 3.
    assertThat(of(51, 102, 153).mean()).isCloseTo(0.4, within(1e-15));
    assertThat(of(51, 102, 153).std()).isCloseTo(Math.sqrt(0.08 / 3), within(1e-15));
  }

  @Test
  void does_not_depend_on_the_order_of_the_pixels_to_the_last_digit() {
    assertThat(of(7, 200, 31, 99)).isEqualTo(of(99, 31, 7, 200));
  }

  @Test
  void of_equal_pixels_does_not_exist() {
    assertThatThrownBy(() -> of(9, 9, 9))
        .isInstanceOf(DataException.class)
        .hasMessage("channel 0: all 3 training pixels are 9; must differ, or they have no scale");
    byte[] pixels = {0, (byte) 255, 7, 7};
    ImageSet secondConstant = ImageSet.of(new ImageShape(2, 1, 2), 10, pixels, new byte[1]);
    assertThatThrownBy(() -> Standardization.of(secondConstant))
        .isInstanceOf(DataException.class)
        .hasMessage("channel 1: all 2 training pixels are 7; must differ, or they have no scale");
  }

  @Test
  void is_of_each_channel_by_itself_over_all_examples() {
    // Two examples of three channels of two pixels.
    byte[] pixels = {0, 51, 51, 102, (byte) 255, 0, 51, 0, 102, (byte) 153, (byte) 255, 0};
    List<Standardization> channels =
        Standardization.of(ImageSet.of(new ImageShape(3, 1, 2), 10, pixels, new byte[] {1, 2}));
    assertThat(channels)
        .containsExactly(of(0, 51, 51, 0), of(51, 102, 102, 153), of(255, 0, 255, 0));
  }

  @Test
  void rejects_numbers_that_no_pixels_have() {
    assertThatThrownBy(() -> new Standardization(Double.NaN, 0.5))
        .isInstanceOf(DataException.class)
        .hasMessage("mean NaN of the pixels; must be 0 to 1");
    assertThatThrownBy(() -> new Standardization(0.5, Double.NaN))
        .isInstanceOf(DataException.class)
        .hasMessage("standard deviation NaN of the pixels; must be above 0 and at most 1");
    assertThatThrownBy(() -> new Standardization(0.5, 0)).isInstanceOf(DataException.class);
  }
}
