package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A CIFAR-10 file")
class CifarFileTest {
  private static final byte[] GOOD = CifarWriter.records(1, 9, 0, 4);

  @TempDir private Path folder;

  private ImageSet read(String name, byte[] bytes) throws IOException {
    return CifarFile.read(DataFile.at(Files.write(folder.resolve(name), bytes))).images();
  }

  private void assertRejected(String name, byte[] bytes, String message) {
    assertThatThrownBy(() -> read(name, bytes))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(folder.resolve(name) + ": " + message);
  }

  @Test
  void may_be_gzip_of_several_members_that_end_within_a_record() throws IOException {
    byte[] file = IdxWriter.gzipInMembersOf(1000, GOOD);
    assertThat(CifarWriter.records(read("a.bin.gz", file))).isEqualTo(GOOD);
    assertRejected(
        "a.bin.gz",
        Arrays.copyOf(file, file.length + 4),
        "4 bytes after the gzip data; must end with it");
  }

  @Test
  void gives_labels_and_plane_by_plane_unsigned_pixels_compressed_or_not() throws IOException {
    byte[] bytes = GOOD.clone();
    bytes[3073 + 1] = (byte) 250; // red, first row, first column of record 1
    bytes[3073 + 1 + 1024 + 33] = 7; // green, second row, second column
    bytes[3073 + 1 + 2048 + 1023] = 8; // blue, last row, last column
    for (ImageSet set : new ImageSet[] {read("a.bin", bytes), zipped(bytes)}) {
      assertThat(new int[] {set.channels(), set.rows(), set.columns()}).containsExactly(3, 32, 32);
      assertThat(new int[] {set.label(0), set.label(1), set.label(2)}).containsExactly(9, 0, 4);
      assertThat(set.pixel(1, 0)).isEqualTo(250);
      assertThat(set.pixel(1, 1024 + 32 + 1)).isEqualTo(7);
      assertThat(set.pixel(1, 3071)).isEqualTo(8);
      assertThat(CifarWriter.records(set)).isEqualTo(bytes);
    }
  }

  private ImageSet zipped(byte[] records) throws IOException {
    return read("a.bin.gz", IdxWriter.gzip(records));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3072, 3072", "3074, 1", "9218, 3072"})
  void is_rejected_when_its_length_is_not_of_whole_records(int length, int remainder) {
    byte[] cut = Arrays.copyOf(GOOD, length);
    String message = length + " bytes, remainder " + remainder + "; must be records of 3073 bytes";
    assertRejected("a.bin", cut, message);
    assertRejected("a.bin.gz", IdxWriter.gzip(cut), message);
  }

  @Test
  void is_rejected_when_it_is_empty() {
    assertRejected("a.bin", new byte[0], "is empty; must be records of 3073 bytes");
    assertRejected(
        "a.bin.gz", IdxWriter.gzip(new byte[0]), "is empty; must be records of 3073 bytes");
    assertRejected("b.bin.gz", new byte[0], "is not gzip; must be a gzip file (1f 8b ...)");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 127, 128, 255})
  void is_rejected_when_a_label_is_above_9(int label) {
    assertRejected(
        "a.bin",
        CifarWriter.records(1, 9, 0, label),
        "label " + label + " of record 2, counted from 0; must be 0 to 9");
  }

  @Test
  void is_rejected_when_its_gzip_data_is_cut_off_corrupt_or_not_gzip() {
    byte[] whole = IdxWriter.gzip(GOOD);
    for (int length : new int[] {2, 11, 5000, whole.length - 1}) {
      assertRejected(
          "a.bin.gz",
          Arrays.copyOf(whole, length),
          "gzip data is cut off; must be a whole gzip file");
    }
    byte[] corrupt = whole.clone();
    corrupt[corrupt.length - 8] ^= 1; // the first byte of the CRC-32
    assertRejected("a.bin.gz", corrupt, "gzip data is corrupt; must be a whole gzip file");
    assertRejected("a.bin.gz", GOOD, "is not gzip; must be a gzip file (1f 8b ...)");
    assertRejected(
        "a.bin.gz",
        Arrays.copyOf(whole, whole.length + 3),
        "3 bytes after the gzip data; must end with it");
  }

  @Test
  void is_rejected_when_it_holds_more_than_all_of_cifar_10() {
    byte[] zeros = new byte[60_001 * 3073];
    DataFile plain = new DataFile("a.bin", zeros);
    assertThatThrownBy(() -> CifarFile.read(plain))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage("a.bin: bytes after the last one; must be at most 60000 records of 3073 bytes");
    DataFile zipped = new DataFile("a.bin.gz", IdxWriter.gzip(zeros));
    assertThatThrownBy(() -> CifarFile.read(zipped))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(
            "a.bin.gz: bytes after the last one; must be at most 60000 records of 3073 bytes");
  }

  @Test
  void is_rejected_when_it_cannot_be_read() throws IOException {
    // A regular file that even its owner cannot read from the start: nothing is mapped there.
    Path unreadable = Path.of("/proc/self/mem");
    assumeTrue(Files.isRegularFile(unreadable), "no " + unreadable + " on this system");
    Path link = Files.createSymbolicLink(folder.resolve("a.bin"), unreadable);
    assertThatThrownBy(() -> CifarFile.read(DataFile.at(link)))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(link + ": cannot be read (IOException)");
  }
}
