package org.sgdwalk.trace.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.trace.TraceException;

@DisplayName("An .npz file of anybody's")
class NumpyArchiveReaderTest {
  private static final NumpyArray WEIGHT =
      NumpyArray.ofFloats(new float[] {0, 0.25f, 0.5f, 0.75f, 1, 1.25f}, 2, 3);

  /** Offsets in an entry of a zip's directory (APPNOTE 4.3.12). */
  private static final int FLAGS_AT = 8;

  private static final int METHOD_AT = 10;
  private static final int CRC_AT = 16;
  private static final int SIZE_AT = 24;
  private static final int NAME_AT = 46;

  private static final int MIB = 1 << 20;

  // numpy 2.4.6, with the arrays of numpy-savez.npz:
  //   python3 -c "import sys; ...; savez(sys.stdout.buffer, ...)" | cat > numpy-savez-stream.npz
  // and savez_compressed likewise. The sizes are behind the arrays, and have 8 bytes.
  @ParameterizedTest
  @ValueSource(strings = {"numpy-savez-stream.npz", "numpy-savez-compressed-stream.npz"})
  void is_read_where_numpy_wrote_it_to_a_stream(String name) throws IOException {
    Map<String, NumpyArray> arrays = NumpyArchive.read(resource(name), name);

    assertThat(arrays.keySet()).containsExactly("weight", "bias", "epoch");
    assertThat(array(arrays, "weight").toFloats()).containsExactly(WEIGHT.toFloats());
    assertThat(array(arrays, "weight").shape()).containsExactly(2, 3);
    assertThat(array(arrays, "bias").toDoubles()).containsExactly(0.1, -2e300);
    assertThat(array(arrays, "epoch").get(0)).isEqualTo(7);
  }

  @Test
  void may_have_arrays_of_any_type_that_nobody_asks_for() throws IOException {
    String npy = new String(NumpyFormat.write(WEIGHT), StandardCharsets.ISO_8859_1);
    byte[] file = zip("w.npy", npy.replace("<f4", "|b1").getBytes(StandardCharsets.ISO_8859_1));

    try (NumpyArchiveReader reader = new NumpyArchiveReader(file, "t.npz")) {
      assertThat(reader.names()).containsExactly("w");
      assertThatThrownBy(() -> reader.header("w"))
          .hasMessage("t.npz: w.npy: type '|b1'; must be '<f4', '<f8' or '<i8'");
    }
  }

  @Test
  void tells_the_shape_of_an_array_that_unfolds_to_64_mib_without_unfolding_it()
      throws IOException {
    byte[] npy = NumpyFormat.write(NumpyArray.ofDoubles(new double[8 * MIB], 8 * MIB));
    byte[] file = zip("w.npy", npy);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    try (NumpyArchiveReader reader = new NumpyArchiveReader(file, "t.npz")) {
      assertThat(reader.header("w").shape()).containsExactly(8 * MIB);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 * MIB);
  }

  @Test
  void is_not_unfolded_beyond_what_a_header_says() throws IOException {
    byte[] npy = NumpyFormat.write(WEIGHT);
    byte[] longer = Arrays.copyOf(npy, 64 * MIB + npy.length);
    byte[] file = zip("w.npy", longer);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    refused(file, "w.npy: shape [2, 3] does not hold 16777222 values");
    refused(
        changed(file, SIZE_AT, npy.length),
        "w.npy: broken zip archive: must have the length and CRC-32 of its entry");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 * MIB);
  }

  @ParameterizedTest
  @CsvSource({
    CRC_AT + ", 1, must have the length and CRC-32 of its entry",
    SIZE_AT + ", 151, cut short within a value"
  })
  void is_refused_when_an_array_has_not_the_sum_or_the_length_of_its_entry(
      int at, int value, String message) throws IOException {
    byte[] file = changed(resource("numpy-savez-stream.npz"), at, value);

    assertThatThrownBy(() -> NumpyArchive.read(file, "t.npz"))
        .isInstanceOf(TraceException.class)
        .message()
        .startsWith("t.npz: weight.npy: ")
        .endsWith(message);
  }

  @ParameterizedTest
  @CsvSource({FLAGS_AT + ", 1", METHOD_AT + ", 12"})
  void is_refused_when_it_is_encrypted_or_packed_with_bzip2(int at, int value) throws IOException {
    byte[] file = zip("w.npy", NumpyFormat.write(WEIGHT));
    file[directory(file) + at] = (byte) value;

    refused(file, "w.npy: encrypted or packed in another way; must be stored or deflated");
  }

  @Test
  void is_refused_when_its_directory_ends_early_as_arrays_would_be_missing() throws IOException {
    byte[] file = resource("numpy-savez.npz");
    file[directory(file) + NAME_AT + "weight.npy".length()] = 'X';

    refused(file, "broken zip archive: 1 entries in its directory; must be 3 as its end says");
  }

  @Test
  void is_refused_when_a_name_is_there_twice() throws IOException {
    byte[] file = zip("w.npy", new byte[1], "v.npy", new byte[1]);
    file[directory(file) + NAME_AT] = 'v';

    refused(file, "v.npy: there twice");
  }

  @Test
  void is_refused_when_a_name_is_not_utf_8() throws IOException {
    byte[] file = zip("w.npy", NumpyFormat.write(WEIGHT));
    file[directory(file) + NAME_AT] = (byte) 0xff;

    assertThatThrownBy(() -> NumpyArchive.read(file, "t.npz"))
        .isInstanceOf(TraceException.class)
        .message()
        .matches("t.npz: .{1,3}\\.npy: the name of entry 0, counted from 0, is not UTF-8; must .*");
  }

  @Test
  void has_its_name_cut_where_a_message_shows_it_in_one_line() throws IOException {
    byte[] file = zip("a\nb" + "x".repeat(60_000) + ".npy", new byte[3]);

    refused(file, "a?b" + "x".repeat(97) + "...: no .npy file of version 1.0");
  }

  @Test
  void has_its_type_and_its_shape_cut_where_a_message_shows_them() throws IOException {
    refused(npy("|V" + "9".repeat(60_000), "2"), "|V");
    refused(npy("<f4", "9".repeat(60_000)), "w.npy: shape (999");
    refused(npy("<f4", "1, ".repeat(20_000)), "w.npy: shape [1, 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 22, 100, 500, 795})
  void is_refused_when_it_is_cut_off(int length) throws IOException {
    byte[] file = Arrays.copyOf(resource("numpy-savez.npz"), length);

    assertThatThrownBy(() -> NumpyArchive.read(file, "t.npz"))
        .isInstanceOf(TraceException.class)
        .hasMessage(
            length < 4
                ? "t.npz: no zip archive with arrays; must be an .npz file as numpy.savez writes it"
                : "t.npz: broken zip archive: its directory is missing; must be a whole .npz file");
  }

  @Test
  void is_refused_when_it_is_an_archive_of_nothing_or_of_something_else() throws IOException {
    refused(zip(), "no zip archive with arrays; must be an .npz file as numpy.savez writes it");
    refused(zip("a.txt", new byte[1]), "a.txt: not an array; its name must end with .npy");
  }

  private static byte[] npy(String type, String shape) throws IOException {
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n";
    String text = header.formatted(type, shape);
    ByteArrayOutputStream npy = new ByteArrayOutputStream();
    npy.write(NumpyFormat.write(WEIGHT), 0, 8);
    npy.write(text.length());
    npy.write(text.length() >> 8);
    npy.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return zip("w.npy", npy.toByteArray());
  }

  private static void refused(byte[] file, String said) {
    assertThatThrownBy(() -> NumpyArchive.read(file, "t.npz"))
        .isInstanceOf(TraceException.class)
        .message()
        .startsWith("t.npz: ")
        .contains(said)
        .hasLineCount(1)
        .hasSizeLessThan(250);
  }

  /** A deflated archive of names and contents in turn. */
  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  /** Another 32-bit number in the directory's first entry. */
  private static byte[] changed(byte[] zip, int at, int value) {
    byte[] changed = zip.clone();
    for (int i = 0; i < Integer.BYTES; i++) {
      changed[directory(zip) + at + i] = (byte) (value >> (8 * i));
    }
    return changed;
  }

  private static int directory(byte[] zip) {
    return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
  }

  private static NumpyArray array(Map<String, NumpyArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NumpyArchiveReaderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
