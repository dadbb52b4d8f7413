package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A zip archive")
class ZipTreeTest {
  private static final byte[] CONTENT = "some text".getBytes(StandardCharsets.US_ASCII);

  /** Of a record of the central directory, and of the record at its end: "PK" and two bytes. */
  private static final int DIRECTORY = 0x02014b50;

  private static final int END = 0x06054b50;

  @TempDir private Path temporary;

  private ZipTree open(byte[] zip) throws IOException {
    return new ZipTree(Files.write(temporary.resolve("a.zip"), zip), 3, 1000);
  }

  private void assertRejected(byte[] zip, String message) {
    assertThatThrownBy(() -> open(zip).close())
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(temporary.resolve("a.zip") + ": " + message);
  }

  private void assertUnreadable(byte[] zip, String message) throws IOException {
    try (ZipTree tree = open(zip)) {
      assertThatThrownBy(() -> tree.read("a/b", 100))
          .isExactlyInstanceOf(DataException.class)
          .hasMessage(temporary.resolve("a.zip") + ": " + message);
    }
  }

  private static ArchiveWriter good() {
    return new ArchiveWriter().add("a/b", CONTENT);
  }

  /** The position of the first record with a signature. */
  private static int find(byte[] zip, int signature) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (bytes.getInt(at) != signature) {
      at++;
    }
    return at;
  }

  private static byte[] with(byte[] zip, int signature, int offset, int value) {
    ByteBuffer.wrap(zip)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(find(zip, signature) + offset, value);
    return zip;
  }

  @Test
  void gives_its_files_by_path_from_folders_that_may_have_no_entry() throws IOException {
    try (ZipTree tree = open(good().add("a/c", new byte[0]).add("d", CONTENT).zip())) {
      assertThat(tree.filesIn("a")).containsExactlyInAnyOrder("b", "c");
      assertThat(tree.filesIn("")).containsExactly("d");
      assertThat(tree.filesIn("x")).isEmpty();
      assertThat(tree.read("a/b", 9)).isEqualTo(CONTENT);
      assertThat(tree.read("a/c", 0)).isEmpty();
      assertThat(tree.has("a")).isFalse();
      assertThatThrownBy(() -> tree.read("a/b", 8))
          .isInstanceOf(DataException.class)
          .hasMessageEndingWith("a.zip: a/b has 9 bytes; must be at most 8");
    }
  }

  /** JDK 25 holds commons-compress's field of 8-byte sizes in the directory for invalid. */
  @Test
  @EnabledOnJre(JRE.JAVA_17)
  void is_read_where_it_was_written_to_a_stream_its_sizes_behind_the_files() throws IOException {
    try (ZipTree tree = open(good().add("d", CONTENT).zipToStream())) {
      assertThat(tree.read("a/b", 9)).isEqualTo(CONTENT);
      assertThat(tree.read("d", 9)).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../b", "a/../../b", ".."})
  void is_rejected_when_a_name_leads_out_of_it_zip_slip(String name) {
    assertRejected(
        good().add(name, CONTENT).zip(),
        "entry " + name + ": leads out of its folder; must be a path inside the archive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "C:/b", "\\\\host\\b"})
  void is_rejected_when_a_name_is_absolute(String name) {
    assertRejected(
        good().add(name, CONTENT).zip(),
        "entry "
            + name.replace('\\', name.contains("host") ? '/' : '\\')
            + ": must be a path inside the archive, with slashes");
  }

  @Test
  void is_rejected_when_a_name_is_there_twice_also_in_another_spelling() {
    assertRejected(
        good().add("a/b", new byte[1]).zip(),
        "entry a/b: is there twice; every name must be there once");
    assertRejected(
        good().add("a/./b", new byte[1]).zip(),
        "entry a/./b: is there twice; every name must be there once");
  }

  @Test
  void is_rejected_when_it_has_too_many_entries_or_unfolds_to_too_many_bytes() {
    ArchiveWriter many = good().add("b", CONTENT).add("c", CONTENT).add("d", CONTENT);
    assertRejected(many.zip(), "has more entries than it may have; must be at most 3");
    assertRejected(
        good().add("b", new byte[992]).zip(),
        "unfolds to more bytes than it may; must be at most 1000");
  }

  @Test
  void unfolds_no_file_further_than_its_entry_says_and_then_rejects_it() throws IOException {
    byte[] zip = new ArchiveWriter().add("a/b", new byte[1_000_000]).zip();
    assertUnreadable(
        with(zip, DIRECTORY, 24, 50),
        "a/b is corrupt; must have the length and the CRC-32 of its entry");
    assertUnreadable(
        with(good().zip(), DIRECTORY, 24, 50),
        "a/b is corrupt; must have the length and the CRC-32 of its entry");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void is_rejected_when_an_entry_says_that_it_is_huge(int size) {
    assertThatThrownBy(() -> open(with(good().zip(), DIRECTORY, 24, size)).close())
        .isExactlyInstanceOf(DataException.class);
  }

  @Test
  void has_no_file_with_another_crc_32() throws IOException {
    byte[] zip = good().zip();
    assertUnreadable(
        with(zip, DIRECTORY, 16, 1),
        "a/b is corrupt; must have the length and the CRC-32 of its entry");
  }

  @Test
  void is_rejected_when_it_is_none_or_cut_off_at_any_place() {
    byte[] zip = good().add("c", CONTENT).zip();
    String message = "cannot be read as zip; must be a whole zip archive";
    for (int length = 0; length < zip.length; length++) {
      assertRejected(Arrays.copyOf(zip, length), message);
    }
    assertRejected("<html>404</html>".getBytes(StandardCharsets.US_ASCII), message);
  }

  @Test
  void is_rejected_when_its_directory_ends_early_files_would_be_missing_in_silence() {
    byte[] zip = good().add("c", CONTENT).zip();
    int second = find(zip, DIRECTORY);
    zip[second] = 'p';
    zip[find(zip, DIRECTORY)] = 'p';
    assertRejected(zip, "cannot be read as zip; must be a whole zip archive");
  }

  @Test
  void is_rejected_when_it_says_that_it_has_2_31_1_entries_zip64() {
    byte[] zip = good().zip();
    int end = find(zip, END);
    int directory = find(zip, DIRECTORY);
    ByteBuffer bytes = ByteBuffer.allocate(zip.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(zip, 0, end);
    bytes.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
    bytes.putInt(0).putInt(0).putLong(Integer.MAX_VALUE).putLong(Integer.MAX_VALUE);
    bytes.putLong(end - directory).putLong(directory);
    bytes.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    bytes.putInt(END).putShort((short) 0).putShort((short) 0);
    bytes.putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1).putShort((short) 0);
    assertRejected(bytes.array(), "has more entries than it may have; must be at most 3");
  }
}
