package org.sgdwalk.trace.npz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.sgdwalk.trace.TraceException;

/**
 * The {@code NAME.npy} files in a zip archive in memory, by NAME. Sizes and sums are those of the
 * archive's directory: before the files themselves they are missing where it was written to a
 * stream. A file is unfolded only as far as it is asked for.
 */
final class NumpyZip implements AutoCloseable {
  private static final String SUFFIX = ".npy";

  /** What arrays cannot be longer than in Java, with room for the header of its objects. */
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private final String file;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

  /**
   * Opens an archive and looks at its directory.
   *
   * @param file name for errors
   * @throws TraceException when it is no zip, a damaged one or has other files too
   */
  NumpyZip(byte[] bytes, String file) {
    this.file = file;
    int count = NumpyZipEnd.count(bytes, file);
    if (count == 0) {
      throw new TraceException(
          file + ": no zip archive with arrays; must be an .npz file as numpy.savez writes it");
    }
    try {
      // Local headers are not looked at: they need not have what the directory has.
      zip = ZipFile.builder().setByteArray(bytes).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | RuntimeException e) {
      throw broken(file, e);
    }
    List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
    if (all.size() != count) {
      throw new TraceException(
          "%s: broken zip archive: %d entries in its directory; must be %d as its end says"
              .formatted(file, all.size(), count));
    }
    all.forEach(this::add);
  }

  private void add(ZipArchiveEntry entry) {
    String name = decoded(entry);
    String where = file + ": " + NumpyNames.shown(name);
    if (!name.endsWith(SUFFIX)) {
      throw new TraceException(where + ": not an array; its name must end with " + SUFFIX);
    }
    if (entries.put(name.substring(0, name.length() - SUFFIX.length()), entry) != null) {
      throw new TraceException(where + ": there twice");
    }
  }

  /** Strictly, where the library would put a sign for what it cannot decode. */
  private String decoded(ZipArchiveEntry entry) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry.getRawName())) + "";
    } catch (CharacterCodingException e) {
      throw new TraceException(
          "%s: %s: the name of entry %d, counted from 0, is not UTF-8; must be, as numpy writes it"
              .formatted(file, NumpyNames.shown(entry.getName()), entries.size()),
          e);
    }
  }

  /** In the order of the directory. */
  Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** How errors call an array: file and name. */
  String where(String name) {
    return file + ": " + NumpyNames.shown(name + SUFFIX);
  }

  /** How many bytes a file has, by the directory. */
  long length(String name) {
    return entry(name).getSize();
  }

  /** The first bytes of a file, or all if it has no more than so many. */
  byte[] start(String name, int limit) {
    try (InputStream in = open(name)) {
      return in.readNBytes(limit);
    } catch (IOException | RuntimeException e) {
      throw broken(where(name), e);
    }
  }

  /**
   * A file.
   *
   * @throws TraceException when its length or CRC-32 is not that of the directory
   */
  byte[] whole(String name) {
    ZipArchiveEntry entry = entry(name);
    if (entry.getSize() >= MAX_BYTES) {
      throw new TraceException(
          "%s: %d bytes; must be below %d".formatted(where(name), entry.getSize(), MAX_BYTES));
    }
    byte[] bytes = start(name, (int) entry.getSize() + 1);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
      throw new TraceException(
          where(name) + ": broken zip archive: must have the length and CRC-32 of its entry");
    }
    return bytes;
  }

  private InputStream open(String name) throws IOException {
    ZipArchiveEntry entry = entry(name);
    boolean isKnown =
        entry.getMethod() == ZipArchiveEntry.STORED
            || entry.getMethod() == ZipArchiveEntry.DEFLATED;
    if (!isKnown || entry.getGeneralPurposeBit().usesEncryption()) {
      throw new TraceException(
          where(name) + ": encrypted or packed in another way; must be stored or deflated");
    }
    return zip.getInputStream(entry);
  }

  private ZipArchiveEntry entry(String name) {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(name + " is none of " + entries.keySet());
    }
    return entry;
  }

  private static TraceException broken(String where, Exception e) {
    if (e instanceof TraceException known) {
      return known;
    }
    String message = e.getMessage();
    String said = message == null || message.isBlank() ? "cut off or corrupt" : message;
    return new TraceException(where + ": broken zip archive: " + NumpyNames.shown(said), e);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new AssertionError("a byte array does no I/O", e);
    }
  }
}
