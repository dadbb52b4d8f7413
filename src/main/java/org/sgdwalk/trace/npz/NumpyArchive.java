package org.sgdwalk.trace.npz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sgdwalk.trace.TraceException;

/**
 * Named arrays as an {@code .npz} file, which {@code numpy.load} reads: a zip of {@code NAME.npy}
 * files. The same arrays give the same bytes on every machine, so entries are stored (deflated
 * bytes depend on the zlib version, and weights hardly compress) and bear a fixed time.
 */
public final class NumpyArchive {
  /** Not 1980-01-01, zip's first day, at which Java adds a field that depends on the time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String SUFFIX = ".npy";

  private NumpyArchive() {}

  /**
   * The file's bytes, arrays in the map's order.
   *
   * @throws IllegalArgumentException for a blank name
   */
  public static byte[] write(Map<String, NumpyArray> arrays) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, NumpyArray> array : arrays.entrySet()) {
        if (array.getKey().isBlank()) {
          throw new IllegalArgumentException("an array has a name, got a blank");
        }
        store(zip, array.getKey() + SUFFIX, NumpyFormat.write(array.getValue()));
      }
    } catch (IOException e) {
      throw new AssertionError("a byte array does no I/O", e);
    }
    return bytes.toByteArray();
  }

  /**
   * All arrays of a file's bytes, in the file's order. They are in memory together; of a file that
   * may have others than it should, {@link NumpyArchiveReader} reads the right ones alone.
   *
   * @param bytes the whole file
   * @param file name for errors
   * @return an unmodifiable map, not empty
   * @throws TraceException as the reader does
   */
  public static Map<String, NumpyArray> read(byte[] bytes, String file) {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    try (NumpyArchiveReader reader = new NumpyArchiveReader(bytes, file)) {
      reader.names().forEach(name -> arrays.put(name, reader.array(name)));
    }
    return Collections.unmodifiableMap(arrays);
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
