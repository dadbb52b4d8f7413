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
  @DisplayName("gives its files by path, from folders that may have no entry")
  void valid() throws IOException {
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
  @DisplayName("is read where it was written to a stream, its sizes behind the files")
  void stream() throws IOException {
    try (ZipTree tree = open(good().add("d", CONTENT).zipToStream())) {
      assertThat(tree.read("a/b", 9)).isEqualTo(CONTENT);
      assertThat(tree.read("d", 9)).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../b", "a/../../b", ".."})
  @DisplayName("is rejected when a name leads out of it (zip slip)")
  void slip(String name) {
    assertRejected(
        good().add(name, CONTENT).zip(),
        "entry " + name + ": leads out of its folder; must be a path inside the archive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "C:/b", "\\\\host\\b"})
  @DisplayName("is rejected when a name is absolute")
  void absolute(String name) {
    assertRejected(
        good().add(name, CONTENT).zip(),
        "entry "
            + name.replace('\\', name.contains("host") ? '/' : '\\')
            + ": must be a path inside the archive, with slashes");
  }

  @Test
  @DisplayName("is rejected when a name is there twice, also in another spelling")
  void duplicates() {
    assertRejected(
        good().add("a/b", new byte[1]).zip(),
        "entry a/b: is there twice; every name must be there once");
    assertRejected(
        good().add("a/./b", new byte[1]).zip(),
        "entry a/./b: is there twice; every name must be there once");
  }

  @Test
  @DisplayName("is rejected when it has too many entries or unfolds to too many bytes")
  void bombs() {
    ArchiveWriter many = good().add("b", CONTENT).add("c", CONTENT).add("d", CONTENT);
    assertRejected(many.zip(), "has more entries than it may have; must be at most 3");
    assertRejected(
        good().add("b", new byte[992]).zip(),
        "unfolds to more bytes than it may; must be at most 1000");
  }

  @Test
  @DisplayName("unfolds no file further than its entry says, and then rejects it")
  void lyingSize() throws IOException {
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
  @DisplayName("is rejected when an entry says that it is huge")
  void hugeSize(int size) {
    assertThatThrownBy(() -> open(with(good().zip(), DIRECTORY, 24, size)).close())
        .isExactlyInstanceOf(DataException.class);
  }

  @Test
  @DisplayName("has no file with another CRC-32")
  void crc() throws IOException {
    byte[] zip = good().zip();
    assertUnreadable(
        with(zip, DIRECTORY, 16, 1),
        "a/b is corrupt; must have the length and the CRC-32 of its entry");
  }

  @Test
  @DisplayName("is rejected when it is none or cut off at any place")
  void cut() {
    byte[] zip = good().add("c", CONTENT).zip();
    String message = "cannot be read as zip; must be a whole zip archive";
    for (int length = 0; length < zip.length; length++) {
      assertRejected(Arrays.copyOf(zip, length), message);
    }
    assertRejected("<html>404</html>".getBytes(StandardCharsets.US_ASCII), message);
  }

  @Test
  @DisplayName("is rejected when its directory ends early: files would be missing in silence")
  void damagedDirectory() {
    byte[] zip = good().add("c", CONTENT).zip();
    int second = find(zip, DIRECTORY);
    zip[second] = 'p';
    zip[find(zip, DIRECTORY)] = 'p';
    assertRejected(zip, "cannot be read as zip; must be a whole zip archive");
  }

  @Test
  @DisplayName("is rejected when it says that it has 2^31 - 1 entries (zip64)")
  void hugeCount() {
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
