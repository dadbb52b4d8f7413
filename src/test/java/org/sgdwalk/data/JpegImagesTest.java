package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A small JPEG file")
class JpegImagesTest {
  private final JpegImages jpeg = new JpegImages(TinyImageNet.SHAPE);

  private void assertRejected(byte[] file, String message) {
    assertThatThrownBy(() -> jpeg.decode("a.JPEG", file))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage("a.JPEG: " + message);
  }

  @Test
  void gives_planes_of_red_green_and_blue() {
    byte[] pixels = jpeg.decode("a", JpegWriter.flat(64, 64, 200, 100, 20));
    assertThat(pixels).hasSize(3 * 64 * 64);
    int[] expected = {200, 100, 20};
    for (int i = 0; i < pixels.length; i++) {
      assertThat((double) (pixels[i] & 0xff))
          .isCloseTo(expected[i / 4096], org.assertj.core.api.Assertions.within(2.0));
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "100", "255"})
  void that_is_gray_gives_its_values_three_times_not_brightened_as_linear_light(int value) {
    byte[] expected = new byte[3 * 64 * 64];
    Arrays.fill(expected, (byte) value);
    assertThat(jpeg.decode("a", JpegWriter.gray(value))).isEqualTo(expected);
  }

  @Test
  void is_rejected_when_it_is_something_else() {
    String message = "is not JPEG; must be a JPEG file (ff d8 ...)";
    assertRejected(new byte[0], message);
    assertRejected("GIF89a".getBytes(StandardCharsets.US_ASCII), message);
    assertRejected(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, message);
    assertRejected(
        new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3},
        "JPEG data is cut off or corrupt; must be a whole JPEG file");
  }

  @ParameterizedTest
  @CsvSource({"32, 64", "64, 63", "128, 128", "3000, 2000"})
  void is_rejected_when_it_has_another_size(int columns, int rows) {
    assertRejected(
        JpegWriter.flat(columns, rows, 1, 2, 3),
        "image of %d x %d pixels; must be 64 x 64".formatted(rows, columns));
  }

  @Test
  void is_rejected_by_its_header_when_that_says_it_is_huge_before_memory_is_taken() {
    byte[] file = JpegWriter.blocks(1);
    int frame = 0;
    while (file[frame] != (byte) 0xff || file[frame + 1] != (byte) 0xc0) {
      frame++;
    }
    Arrays.fill(file, frame + 5, frame + 9, (byte) 0xfd);
    assertRejected(file, "image of 65021 x 65021 pixels; must be 64 x 64");
  }

  @Test
  void is_rejected_when_it_is_cut_off_at_any_place_the_decoder_would_fill_it_with_gray() {
    byte[] whole = JpegWriter.blocks(1);
    for (int length = 0; length < whole.length - 2; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> jpeg.decode("a.JPEG", cut))
          .isExactlyInstanceOf(DataException.class)
          .message()
          .startsWith("a.JPEG: ")
          .hasLineCount(1);
    }
  }

  @Test
  void is_decoded_as_before_after_one_that_was_rejected() {
    byte[] good = JpegWriter.blocks(2);
    byte[] expected = jpeg.decode("a", good);
    byte[] cut = Arrays.copyOf(good, good.length / 2);
    assertThatThrownBy(() -> jpeg.decode("a", cut)).isInstanceOf(DataException.class);
    assertThat(jpeg.decode("a", good)).isEqualTo(expected);
  }
}
