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
  @DisplayName("gives planes of red, green and blue")
  void colour() {
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
  @DisplayName("that is gray gives its values three times: not brightened as linear light")
  void gray(int value) {
    byte[] expected = new byte[3 * 64 * 64];
    Arrays.fill(expected, (byte) value);
    assertThat(jpeg.decode("a", JpegWriter.gray(value))).isEqualTo(expected);
  }

  @Test
  @DisplayName("is rejected when it is something else")
  void other() {
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
  @DisplayName("is rejected when it has another size")
  void size(int columns, int rows) {
    assertRejected(
        JpegWriter.flat(columns, rows, 1, 2, 3),
        "image of %d x %d pixels; must be 64 x 64".formatted(rows, columns));
  }

  @Test
  @DisplayName("is rejected by its header when that says it is huge, before memory is taken")
  void hugeHeader() {
    byte[] file = JpegWriter.blocks(1);
    int frame = 0;
    while (file[frame] != (byte) 0xff || file[frame + 1] != (byte) 0xc0) {
      frame++;
    }
    Arrays.fill(file, frame + 5, frame + 9, (byte) 0xfd);
    assertRejected(file, "image of 65021 x 65021 pixels; must be 64 x 64");
  }

  @Test
  @DisplayName("is rejected when it is cut off at any place; the decoder would fill it with gray")
  void cut() {
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
  @DisplayName("is decoded as before after one that was rejected")
  void afterwards() {
    byte[] good = JpegWriter.blocks(2);
    byte[] expected = jpeg.decode("a", good);
    byte[] cut = Arrays.copyOf(good, good.length / 2);
    assertThatThrownBy(() -> jpeg.decode("a", cut)).isInstanceOf(DataException.class);
    assertThat(jpeg.decode("a", good)).isEqualTo(expected);
  }
}
