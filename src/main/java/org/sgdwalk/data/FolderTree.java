package org.sgdwalk.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** The files in a folder. */
final class FolderTree implements FileTree {
  private final Path folder;

  /** SHA-256 of each file that was read, by path. */
  private final ConcurrentSkipListMap<String, String> sums = new ConcurrentSkipListMap<>();

  FolderTree(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public boolean has(String path) {
    return Files.isRegularFile(folder.resolve(path));
  }

  @Override
  public Set<String> filesIn(String path) {
    Path in = folder.resolve(path);
    if (!Files.isDirectory(in)) {
      return Set.of();
    }
    return Folder.entries(in).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public byte[] read(String path, int limit) {
    DataFile file = DataFile.at(folder.resolve(path));
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new DataException(file.name() + ": is too long; must be at most " + limit + " bytes");
      }
      sums.put(path, DigestUtils.sha256Hex(bytes));
      return bytes;
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  @Override
  public String sha256() {
    StringBuilder lines = new StringBuilder();
    sums.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
    return DigestUtils.sha256Hex(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    // A folder is not held open.
  }
}
