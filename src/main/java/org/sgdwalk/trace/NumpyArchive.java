package org.sgdwalk.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

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
   * The arrays of a file's bytes, in the file's order. Stored and deflated entries are read, so
   * {@code numpy.savez} and {@code numpy.savez_compressed} both do.
   *
   * @param bytes the whole file
   * @param file name for errors
   * @return an unmodifiable map, not empty
   * @throws TraceException when it is no zip, has no arrays, or has one that is not version 1.0,
   *     little endian, C order, float32, float64 or int64
   */
  public static Map<String, NumpyArray> read(byte[] bytes, String file) {
    return read(bytes, file, name -> true);
  }

  /**
   * The wanted arrays of a file's bytes; otherwise as {@link #read(byte[], String)}. Others may be
   * of any type, and there may be no wanted one.
   *
   * @param wanted tells by an array's name whether it is read
   */
  public static Map<String, NumpyArray> read(byte[] bytes, String file, Predicate<String> wanted) {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    boolean hasArrays = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String where = file + ": " + entry.getName();
        if (!entry.getName().endsWith(SUFFIX)) {
          throw new TraceException(where + ": not an array; its name must end with " + SUFFIX);
        }
        String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
        hasArrays = true;
        if (wanted.test(name)
            && arrays.put(name, NumpyFormat.read(zip.readAllBytes(), where)) != null) {
          throw new TraceException(where + ": there twice");
        }
      }
    } catch (IOException e) {
      throw new TraceException(file + ": broken zip archive: " + e.getMessage(), e);
    }
    if (!hasArrays) {
      throw new TraceException(
          file + ": no zip archive with arrays; must be an .npz file as numpy.savez writes it");
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
