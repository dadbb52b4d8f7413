package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.spec.Sha256;

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
  @DisplayName("gives unsigned pixels, labels and the shape")
  void valid() {
    ImageSet set = read(GOOD_IMAGES, GOOD_LABELS);
    assertThat(set.count()).isEqualTo(2);
    assertThat(new int[] {set.channels(), set.rows(), set.columns()}).containsExactly(1, 2, 3);
    assertThat(set.pixel(0, 5)).isEqualTo(5);
    assertThat(set.pixel(1, 0)).isEqualTo(255);
    assertThat(set.pixel(1, 1)).isEqualTo(128);
    assertThat(new int[] {set.label(0), set.label(1)}).containsExactly(9, 0);
  }

  @Test
  @DisplayName("is read plain where its name does not end with .gz, by the same rules")
  void plain() {
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
  @DisplayName("gives the sum of each file as it lies on disk")
  void sums() {
    byte[] images = IdxWriter.gzip(GOOD_IMAGES);
    LoadedImages loaded =
        IdxFile.read(new DataFile("a/i.gz", images), new DataFile("a/l", GOOD_LABELS));
    assertThat(loaded.sha256())
        .isEqualTo(Map.of("i.gz", Sha256.of(images), "l", Sha256.of(GOOD_LABELS)));
  }

  @Nested
  @DisplayName("is rejected for its images header when")
  class ImagesHeader {
    @Test
    @DisplayName("the magic number is that of labels")
    void magic() {
      assertRejected(
          IdxWriter.content(PIXELS, LABELS, 2, 2, 3),
          GOOD_LABELS,
          "dir/images.gz: magic number 0x00000801; must be 0x00000803 (IDX images)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    @DisplayName("the count is not positive")
    void count(int count) {
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, count, 2, 3),
          GOOD_LABELS,
          "dir/images.gz: count " + count + "; must be at least 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 1_000_000, 178_956_970})
    @DisplayName("the count is above what the bytes hold")
    void countAbove(int count) {
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, count, 2, 3),
          GOOD_LABELS,
          "dir/images.gz: 12 bytes after the header; must be %d, for %d images of 2 x 3 bytes"
              .formatted(6L * count, count));
    }

    @Test
    @DisplayName("the count is below what the bytes hold")
    void countBelow() {
      assertRejected(
          IdxWriter.content(PIXELS, IMAGES, 1, 2, 3),
          GOOD_LABELS,
          "dir/images.gz: bytes after the last one; must be 1 images of 2 x 3 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -28, 4097, Integer.MAX_VALUE})
    @DisplayName("rows or columns are impossible")
    void sides(int side) {
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
    @DisplayName("it asks for more than 1 GiB; in 32 bits the last two products are 0")
    void hugeSize(int count, int rows, int columns) {
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
    @DisplayName("the magic number is that of images")
    void magic() {
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
    @DisplayName("the count is wrong")
    void count(int count, String message) {
      assertRejected(
          GOOD_IMAGES,
          IdxWriter.content(new byte[] {9, 0}, LABELS, count),
          "dir/labels.gz: " + message);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 127, 128, 255})
    @DisplayName("one is above 9")
    void above(int label) {
      assertRejected(
          GOOD_IMAGES,
          IdxWriter.labels(new byte[] {9, (byte) label}),
          "dir/labels.gz: label " + label + " of example 1; must be 0 to 9");
    }

    @Test
    @DisplayName("there are more of them than images")
    void unlike() {
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
    @DisplayName("that end anywhere, also within the header")
    void anywhere(int length) {
      ImageSet set = readRaw(IdxWriter.gzipInMembersOf(length, GOOD_IMAGES));
      assertThat(IdxWriter.images(set)).isEqualTo(GOOD_IMAGES);
    }

    @Test
    @DisplayName("of which some are empty, as the last one of bgzip is")
    void empty() {
      byte[] none = new byte[0];
      ImageSet set = readRaw(IdxWriter.gzipMembers(none, GOOD_IMAGES, none, none));
      assertThat(IdxWriter.images(set)).isEqualTo(GOOD_IMAGES);
    }

    @Test
    @DisplayName("that are larger than any buffer")
    void large() {
      byte[] pixels = new byte[300_000];
      new java.util.Random(1).nextBytes(pixels);
      byte[] images = IdxWriter.images(300, 500, pixels);
      ImageSet set = readRaw(IdxWriter.gzipInMembersOf(130_000, images));
      assertThat(IdxWriter.images(set)).isEqualTo(images);
    }

    @Test
    @DisplayName("but not if the last one is cut off at any place behind its first two bytes")
    void cut() {
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
    @DisplayName("but not if a later one has a wrong check sum")
    void checkSum() {
      byte[] bad = IdxWriter.gzipInMembersOf(20, GOOD_IMAGES);
      bad[bad.length - 8] ^= 1; // the first byte of the CRC-32
      assertRawRejected(bad, "dir/images.gz: gzip data is corrupt; must be a whole gzip file");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "512, 0", "7, 65"})
    @DisplayName("but not with zeros or anything else behind the last one")
    void appended(int count, byte value) {
      byte[] behind = new byte[count];
      Arrays.fill(behind, value);
      byte[] file = IdxWriter.gzipInMembersOf(20, GOOD_IMAGES);
      byte[] longer = Arrays.copyOf(file, file.length + count);
      System.arraycopy(behind, 0, longer, file.length, count);
      assertRawRejected(
          longer, "dir/images.gz: " + count + " bytes after the gzip data; must end with it");
    }

    @Test
    @DisplayName("but not with more content than the header says")
    void tooMuch() {
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
    @DisplayName("is empty or not gzip at all")
    void notGzip() {
      String message = "dir/images.gz: is not gzip; must be a gzip file (1f 8b ...)";
      assertRawRejected(new byte[0], message);
      assertRawRejected(new byte[] {0x1f}, message);
      assertRawRejected(GOOD_IMAGES, message);
      assertRawRejected("<html>404</html>".getBytes(StandardCharsets.UTF_8), message);
    }

    @Test
    @DisplayName("is cut at any place behind its first two bytes")
    void cut() {
      for (int length = 2; length < whole.length; length++) {
        assertRawRejected(
            Arrays.copyOf(whole, length),
            "dir/images.gz: gzip data is cut off; must be a whole gzip file");
      }
    }

    @Test
    @DisplayName("has a wrong check sum")
    void checkSum() {
      byte[] bad = whole.clone();
      bad[bad.length - 8] ^= 1; // the first byte of the CRC-32
      assertRawRejected(bad, "dir/images.gz: gzip data is corrupt; must be a whole gzip file");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 18, 19, 100, 10_000})
    @DisplayName("has bytes behind it")
    void appended(int count) {
      assertRawRejected(
          Arrays.copyOf(whole, whole.length + count),
          "dir/images.gz: " + count + " bytes after the gzip data; must end with it");
    }
  }

  @Test
  @DisplayName("is rejected when the content ends within the header")
  void headerCut() {
    for (int length = 0; length < 16; length++) {
      assertRejected(
          Arrays.copyOf(GOOD_IMAGES, length),
          GOOD_LABELS,
          "dir/images.gz: ends within the IDX header; bytes are missing");
    }
  }
}
