package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CifarFileProperties {
  private static final byte[] RECORDS = CifarWriter.records(3, 1, 2);

  private static ImageSet read(String name, byte[] bytes) {
    return CifarFile.read(new DataFile(name, bytes)).images();
  }

  private static byte[] records(long seed, List<Integer> labels) {
    return CifarWriter.records(seed, labels.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void assertReadOrRejected(String name, byte[] file, byte[] records) {
    try {
      assertThat(CifarWriter.records(read(name, file))).isEqualTo(records);
    } catch (DataException e) {
      assertThat(e).hasMessageStartingWith(name + ": ").message().doesNotContain("\n");
    }
  }

  @Property(tries = 100)
  void records_of_any_number_are_read_as_they_were_written(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> labels, @ForAll long seed) {
    byte[] records = records(seed, labels);
    assertThat(CifarWriter.records(read("a.bin", records))).isEqualTo(records);
    assertThat(CifarWriter.records(read("a.bin.gz", IdxWriter.gzip(records)))).isEqualTo(records);
  }

  @Property(tries = 300)
  void any_bytes_are_read_or_rejected(@ForAll @Size(max = 100) byte[] bytes) {
    assertReadOrRejected("a.bin", bytes, bytes);
    assertReadOrRejected("a.bin.gz", bytes, bytes);
    assertReadOrRejected("a.bin.gz", IdxWriter.gzip(bytes), bytes);
  }

  @Property(tries = 300)
  void records_are_read_exactly_when_every_label_is_a_class(
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 20) Integer> labels, @ForAll long seed) {
    byte[] records = records(seed, labels);
    if (labels.stream().allMatch(label -> label < CifarFile.CLASSES)) {
      assertThat(read("a.bin", records).count()).isEqualTo(labels.size());
    } else {
      assertThatThrownBy(() -> read("a.bin", records)).isInstanceOf(DataException.class);
    }
  }

  @Property(tries = 300)
  void any_other_length_is_rejected(@ForAll @IntRange(max = 10_000) int length) {
    byte[] zeros = new byte[length];
    if (length > 0 && length % CifarFile.RECORD_BYTES == 0) {
      assertThat(read("a.bin", zeros).count()).isEqualTo(length / CifarFile.RECORD_BYTES);
    } else {
      assertThatThrownBy(() -> read("a.bin", zeros)).isInstanceOf(DataException.class);
    }
  }

  @Property
  void a_damaged_gzip_file_is_rejected_or_read_unchanged(
      @ForAll long place, @ForAll @IntRange(min = 1, max = 255) int bits) {
    byte[] damaged = IdxWriter.gzip(RECORDS);
    // The gzip header has bytes that mean nothing here, for example the time stamp.
    damaged[new Random(place).nextInt(damaged.length)] ^= (byte) bits;
    assertReadOrRejected("a.bin.gz", damaged, RECORDS);
  }
}
