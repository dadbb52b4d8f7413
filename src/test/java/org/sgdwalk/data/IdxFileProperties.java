package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IdxFileProperties {
  private static final byte[] PIXELS = random(7 * 5 * 6, 1, 256);
  private static final byte[] LABELS = random(7, 2, 10);

  private static byte[] random(int length, long seed, int bound) {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(bound);
    }
    return bytes;
  }

  private static ImageSet read(byte[] imagesFile, byte[] labelsFile) {
    return IdxFile.read(
            new DataFile("images.gz", imagesFile), new DataFile("labels.gz", labelsFile))
        .images();
  }

  private static void assertHolds(ImageSet set, byte[] pixels, byte[] labels) {
    int length = set.pixelsPerExample();
    assertThat(set.count()).isEqualTo(labels.length);
    assertThat(set.count() * length).isEqualTo(pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(set.pixel(i / length, i % length)).isEqualTo(Byte.toUnsignedInt(pixels[i]));
    }
    for (int i = 0; i < labels.length; i++) {
      assertThat(set.label(i)).isEqualTo(labels[i]);
    }
  }

  @Property(tries = 200)
  void a_valid_pair_of_any_size_is_read_as_it_was_written(
      @ForAll @IntRange(min = 1, max = 20) int count,
      @ForAll @IntRange(min = 1, max = 9) int rows,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll long seed) {
    byte[] pixels = random(count * rows * columns, seed, 256);
    byte[] labels = random(count, seed + 1, 10);
    ImageSet set =
        read(
            IdxWriter.gzip(IdxWriter.images(rows, columns, pixels)),
            IdxWriter.gzip(IdxWriter.labels(labels)));
    assertThat(set.rows()).isEqualTo(rows);
    assertThat(set.columns()).isEqualTo(columns);
    assertHolds(set, pixels, labels);
  }

  @Property
  void content_cut_at_any_place_is_rejected(@ForAll @IntRange(max = 225) int length) {
    byte[] cut = Arrays.copyOf(IdxWriter.images(5, 6, PIXELS), length);
    assertThatThrownBy(() -> read(IdxWriter.gzip(cut), IdxWriter.gzip(IdxWriter.labels(LABELS))))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("images.gz: ");
  }

  @Property(tries = 200)
  void appended_content_is_rejected(@ForAll @Size(min = 1, max = 50) byte[] more) {
    byte[] labels = IdxWriter.labels(LABELS);
    byte[] longer = Arrays.copyOf(labels, labels.length + more.length);
    System.arraycopy(more, 0, longer, labels.length, more.length);
    assertThatThrownBy(
            () -> read(IdxWriter.gzip(IdxWriter.images(5, 6, PIXELS)), IdxWriter.gzip(longer)))
        .isInstanceOf(DataException.class)
        .hasMessage("labels.gz: bytes after the last one; must be 7 labels of 1 byte");
  }

  @Property
  void a_damaged_byte_is_rejected_or_changes_nothing(
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int bits) {
    byte[] damaged = IdxWriter.gzip(IdxWriter.images(5, 6, PIXELS));
    damaged[place % damaged.length] ^= (byte) bits;
    try {
      // The gzip header has bytes that mean nothing here, for example the time stamp.
      assertHolds(read(damaged, IdxWriter.gzip(IdxWriter.labels(LABELS))), PIXELS, LABELS);
    } catch (DataException e) {
      assertThat(e).hasMessageStartingWith("images.gz: ").message().doesNotContain("\n");
    }
  }
}
