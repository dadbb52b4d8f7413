package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An IDX file pair")
class IdxFileTest {
  private static final int IMAGES = IdxFile.IMAGES_MAGIC;
  private static final int LABELS = IdxFile.LABELS_MAGIC;

  /** Two images of 2 x 3. */
  private static final byte[] PIXELS = {0, 1, 2, 3, 4, 5, (byte) 255, (byte) 128, 8, 9, 10, 11};

  private static final byte[] GOOD_IMAGES = IdxWriter.images(2, 3, PIXELS);
  private static final byte[] GOOD_LABELS = IdxWriter.labels(new byte[] {9, 0});

  private static ImageSet read(byte[] imagesContent, byte[] labelsContent) {
    return IdxFile.read(
            new DataFile("dir/images.gz", IdxWriter.gzip(imagesContent)),
            new DataFile("dir/labels.gz", IdxWriter.gzip(labelsContent)))
        .images();
  }

  private static ImageSet readRaw(byte[] imagesFile) {
    return IdxFile.read(
            new DataFile("dir/images.gz", imagesFile),
            new DataFile("dir/labels.gz", IdxWriter.gzip(GOOD_LABELS)))
        .images();
  }

  private static void assertRejected(byte[] images, byte[] labels, String message) {
    assertThatThrownBy(() -> read(images, labels))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  private static void assertRawRejected(byte[] imagesFile, String message) {
    assertThatThrownBy(() -> readRaw(imagesFile))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  @Test
  void gives_unsigned_pixels_labels_and_the_shape() {
    ImageSet set = read(GOOD_IMAGES, GOOD_LABELS);
    assertThat(set.count()).isEqualTo(2);
    assertThat(new int[] {set.channels(), set.rows(), set.columns()}).containsExactly(1, 2, 3);
    assertThat(set.pixel(0, 5)).isEqualTo(5);
    assertThat(set.pixel(1, 0)).isEqualTo(255);
    assertThat(set.pixel(1, 1)).isEqualTo(128);
    assertThat(new int[] {set.label(0), set.label(1)}).containsExactly(9, 0);
  }

  @Test
  void is_read_plain_where_its_name_does_not_end_with_gz_by_the_same_rules() {
    DataFile labels = new DataFile("dir/labels", GOOD_LABELS);
    ImageSet set = IdxFile.read(new DataFile("dir/images", GOOD_IMAGES), labels).images();
    assertThat(set.pixel(1, 0)).isEqualTo(255);
    assertThat(set.label(0)).isEqualTo(9);
    byte[] zipped = IdxWriter.gzip(GOOD_IMAGES);
    assertThatThrownBy(() -> IdxFile.read(new DataFile("dir/images", zipped), labels))
        .isInstanceOf(DataException.class)
        .hasMessage("dir/images: magic number 0x1f8b0800; must be 0x00000803 (IDX images)");
    byte[] longer = Arrays.copyOf(GOOD_IMAGES, GOOD_IMAGES.length + 1);
    assertThatThrownBy(() -> IdxFile.read(new DataFile("dir/images", longer), labels))
        .isInstanceOf(DataException.class)
        .hasMessage("dir/images: bytes after the last one; must be 2 images of 2 x 3 bytes");
  }

  @Test
  void gives_the_sum_of_each_file_as_it_lies_on_disk() {
    byte[] images = IdxWriter.gzip(GOOD_IMAGES);
    LoadedImages loaded =
        IdxFile.read(new DataFile("a/i.gz", images), new DataFile("a/l", GOOD_LABELS));
    assertThat(loaded.sha256())
        .isEqualTo(
            Map.of("i.gz", DigestUtils.sha256Hex(images), "l", DigestUtils.sha256Hex(GOOD_LABELS)));
  }

  @Nested
  @DisplayName("is rejected for its images header when")
  class ImagesHeader {
    @Test
    void the_magic_number_is_that_of_labels() {
      assertRejected(
          IdxWriter.content(PIXELS, LABELS, 2, 2, 3),
          GOOD_LABELS,
          "dir/images.gz: magic number 0x00000801; must be 0x00000803 (IDX images)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void the_count_is_not_positive(int count) {
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, count, 2, 3),
          GOOD_LABELS,
          "dir/images.gz: count " + count + "; must be at least 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 1_000_000, 178_956_970})
    void the_count_is_above_what_the_bytes_hold(int count) {
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, count, 2, 3),
          GOOD_LABELS,
          "dir/images.gz: 12 bytes after the header; must be %d, for %d images of 2 x 3 bytes"
              .formatted(6L * count, count));
    }

    @Test
    void the_count_is_below_what_the_bytes_hold() {
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, 1, 2, 3),
          GOOD_LABELS,
          "dir/images.gz: bytes after the last one; must be 1 images of 2 x 3 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -28, 4097, Integer.MAX_VALUE})
    void rows_or_columns_are_impossible(int side) {
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, 2, side, 3),
          GOOD_LABELS,
          "dir/images.gz: rows " + side + "; must be 1 to 4096");
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, 2, 2, side),
          GOOD_LABELS,
          "dir/images.gz: columns " + side + "; must be 1 to 4096");
    }

    @ParameterizedTest
    @CsvSource({"178956971, 2, 3", "2147483647, 4096, 4096", "65536, 4096, 4096"})
    void it_asks_for_more_than_1_gib_in_32_bits_the_last_two_products_are_0(
        int count, int rows, int columns) {
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, count, rows, columns),
          GOOD_LABELS,
          "dir/images.gz: %d images of %d x %d bytes; must be at most 1073741824 bytes"
              .formatted(count, rows, columns));
    }
  }

  @Nested
  @DisplayName("is rejected for its labels when")
  class Labels {
    @Test
    void the_magic_number_is_that_of_images() {
      assertRejected(
          GOOD_IMAGES,
          IdxWriter.content(new byte[] {9, 0}, IMAGES, 2),
          "dir/labels.gz: magic number 0x00000803; must be 0x00000801 (IDX labels)");
    }

    @ParameterizedTest
    @CsvSource({
      "0, count 0; must be at least 1",
      "-2, count -2; must be at least 1",
      "1, bytes after the last one; must be 1 labels of 1 byte",
      "3, '2 bytes after the header; must be 3, for 3 labels of 1 byte'",
      "2147483647, 2147483647 labels of 1 byte; must be at most 1073741824 bytes"
    })
    void the_count_is_wrong(int count, String message) {
      assertRejected(
          GOOD_IMAGES,
          IdxWriter.content(new byte[] {9, 0}, LABELS, count),
          "dir/labels.gz: " + message);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 127, 128, 255})
    void one_is_above_9(int label) {
      assertRejected(
          GOOD_IMAGES,
          IdxWriter.labels(new byte[] {9, (byte) label}),
          "dir/labels.gz: label " + label + " of example 1; must be 0 to 9");
    }

    @Test
    void there_are_more_of_them_than_images() {
      assertRejected(
          GOOD_IMAGES,
          IdxWriter.labels(new byte[] {1, 2, 3}),
          "dir/labels.gz: has 3 labels, but dir/images.gz has 2 images; must be the same number");
    }
  }

  @Nested
  @DisplayName("is read from a gzip file of several members (RFC 1952, 2.2)")
  class GzipMembers {
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 27})
    void that_end_anywhere_also_within_the_header(int length) {
      ImageSet set = readRaw(IdxWriter.gzipInMembersOf(length, GOOD_IMAGES));
      assertThat(IdxWriter.images(set)).isEqualTo(GOOD_IMAGES);
    }

    @Test
    void of_which_some_are_empty_as_the_last_one_of_bgzip_is() {
      byte[] none = new byte[0];
      ImageSet set = readRaw(IdxWriter.gzipMembers(none, GOOD_IMAGES, none, none));
      assertThat(IdxWriter.images(set)).isEqualTo(GOOD_IMAGES);
    }

    @Test
    void that_are_larger_than_any_buffer() {
      byte[] pixels = new byte[300_000];
      new java.util.Random(1).nextBytes(pixels);
      byte[] images = IdxWriter.images(300, 500, pixels);
      ImageSet set = readRaw(IdxWriter.gzipInMembersOf(130_000, images));
      assertThat(IdxWriter.images(set)).isEqualTo(images);
    }

    @Test
    void but_not_if_the_last_one_is_cut_off_at_any_place_behind_its_first_two_bytes() {
      byte[] whole = IdxWriter.gzipMembers(GOOD_IMAGES, new byte[0]);
      int first = IdxWriter.gzip(GOOD_IMAGES).length;
      for (int length = first + 2; length < whole.length; length++) {
        assertRawRejected(
            Arrays.copyOf(whole, length),
            "dir/images.gz: gzip data is cut off; must be a whole gzip file");
      }
      assertRawRejected(
          Arrays.copyOf(whole, first + 1),
          "dir/images.gz: 1 bytes after the gzip data; must end with it");
    }

    @Test
    void but_not_if_a_later_one_has_a_wrong_check_sum() {
      byte[] bad = IdxWriter.gzipInMembersOf(20, GOOD_IMAGES);
      bad[bad.length - 8] ^= 1; // the first byte of the CRC-32
      assertRawRejected(bad, "dir/images.gz: gzip data is corrupt; must be a whole gzip file");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "512, 0", "7, 65"})
    void but_not_with_zeros_or_anything_else_behind_the_last_one(int count, byte value) {
      byte[] behind = new byte[count];
      Arrays.fill(behind, value);
      byte[] file = IdxWriter.gzipInMembersOf(20, GOOD_IMAGES);
      byte[] longer = Arrays.copyOf(file, file.length + count);
      System.arraycopy(behind, 0, longer, file.length, count);
      assertRawRejected(
          longer, "dir/images.gz: " + count + " bytes after the gzip data; must end with it");
    }

    @Test
    void but_not_with_more_content_than_the_header_says() {
      assertRawRejected(
          IdxWriter.gzipMembers(GOOD_IMAGES, GOOD_IMAGES),
          "dir/images.gz: bytes after the last one; must be 2 images of 2 x 3 bytes");
    }
  }

  @Nested
  @DisplayName("is rejected for its gzip data when it")
  class Gzip {
    private final byte[] whole = IdxWriter.gzip(GOOD_IMAGES);

    @Test
    void is_empty_or_not_gzip_at_all() {
      String message = "dir/images.gz: is not gzip; must be a gzip file (1f 8b ...)";
      assertRawRejected(new byte[0], message);
      assertRawRejected(new byte[] {0x1f}, message);
      assertRawRejected(GOOD_IMAGES, message);
      assertRawRejected("<html>404</html>".getBytes(StandardCharsets.UTF_8), message);
    }

    @Test
    void is_cut_at_any_place_behind_its_first_two_bytes() {
      for (int length = 2; length < whole.length; length++) {
        assertRawRejected(
            Arrays.copyOf(whole, length),
            "dir/images.gz: gzip data is cut off; must be a whole gzip file");
      }
    }

    @Test
    void has_a_wrong_check_sum() {
      byte[] bad = whole.clone();
      bad[bad.length - 8] ^= 1; // the first byte of the CRC-32
      assertRawRejected(bad, "dir/images.gz: gzip data is corrupt; must be a whole gzip file");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 18, 19, 100, 10_000})
    void has_bytes_behind_it(int count) {
      assertRawRejected(
          Arrays.copyOf(whole, whole.length + count),
          "dir/images.gz: " + count + " bytes after the gzip data; must end with it");
    }
  }

  @Test
  void is_rejected_when_the_content_ends_within_the_header() {
    for (int length = 0; length < 16; length++) {
      assertRejected(
          Arrays.copyOf(GOOD_IMAGES, length),
          GOOD_LABELS,
          "dir/images.gz: ends within the IDX header; bytes are missing");
    }
  }
}
