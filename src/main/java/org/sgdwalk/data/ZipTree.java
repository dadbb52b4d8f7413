package org.sgdwalk.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files in a zip archive, read where they lie: neither the archive as a whole is in memory nor
 * anything unpacked on disk.
 *
 * <p>The JDK's reader, because it rejects a damaged directory, at whose first damaged record
 * commons-compress ends in silence. Like that it leaves sizes and CRC-32 to its caller.
 */
final class ZipTree implements FileTree {
  private final DataFile file;
  private final String name;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Map<String, Set<String>> folders = new HashMap<>();

  /**
   * Opens an archive and looks at every name in it.
   *
   * @param maxEntries how many entries it may have
   * @param maxBytes how many bytes they may unfold to together, by what they say
   * @throws DataException if it is no zip archive or has an entry that must not be
   */
  ZipTree(Path path, int maxEntries, long maxBytes) {
    file = DataFile.at(path);
    name = file.name();
    ArchiveGuard guard = new ArchiveGuard(name, maxEntries);
    try {
      guard.requireCount(ZipEntryCount.largest(path));
      zip = new ZipFile(path.toFile());
    } catch (IOException | RuntimeException e) {
      throw e instanceof DataException known
          ? known
          : new DataException(name + ": cannot be read as zip; must be a whole zip archive", e);
    }
    try {
      list(guard, maxBytes);
    } catch (RuntimeException e) {
      close();
      throw e instanceof DataException known ? known : corrupt("its directory", e);
    }
  }

  private void list(ArchiveGuard guard, long maxBytes) {
    long bytes = 0;
    Enumeration<? extends ZipEntry> all = zip.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      String path = guard.admit(entry.getName());
      bytes += entry.getSize();
      if (entry.getSize() < 0 || bytes > maxBytes) {
        throw new DataException(
            name + ": unfolds to more bytes than it may; must be at most " + maxBytes);
      }
      if (!entry.isDirectory()) {
        int slash = path.lastIndexOf('/');
        entries.put(path, entry);
        folders
            .computeIfAbsent(path.substring(0, Math.max(slash, 0)), folder -> new HashSet<>())
            .add(path.substring(slash + 1));
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Paths of all files. */
  Set<String> paths() {
    return Set.copyOf(entries.keySet());
  }

  @Override
  public boolean has(String path) {
    return entries.containsKey(path);
  }

  @Override
  public Set<String> filesIn(String folder) {
    return folders.getOrDefault(folder, Set.of());
  }

  @Override
  public byte[] read(String path, int limit) {
    ZipEntry entry = entries.get(path);
    if (entry == null) {
      throw new DataException(name + ": has no " + path + "; must be there");
    }
    if (entry.getSize() > limit) {
      throw new DataException(
          "%s: %s has %d bytes; must be at most %d".formatted(name, path, entry.getSize(), limit));
    }
    byte[] bytes = unpacked(entry, path);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
      throw new DataException(
          name + ": " + path + " is corrupt; must have the length and the CRC-32 of its entry");
    }
    return bytes;
  }

  /** At most one byte more than the entry says. */
  private byte[] unpacked(ZipEntry entry, String path) {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes((int) entry.getSize() + 1);
    } catch (IOException | RuntimeException e) {
      throw corrupt(path, e);
    }
  }

  private DataException corrupt(String what, Exception e) {
    return new DataException(name + ": " + what + " is corrupt; must be a whole zip archive", e);
  }

  @Override
  public String sha256() {
    return file.sha256();
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
