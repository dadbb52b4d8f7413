package org.sgdwalk.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that are still there, and whole, after the power was cut. */
public final class DurableFile {
  /** Begins and ends the name of a file that is still being written. */
  private static final String BEGIN = ".";

  private static final String END = ".part";

  /** Windows has no folder that can be opened; there a rename is in the journal when it returns. */
  private static final boolean FOLDERS_OPEN = !System.getProperty("os.name").startsWith("Windows");

  private DurableFile() {}

  /**
   * Writes a file beside its place, makes sure that it is on the disk, and renames it: at its place
   * there is the old content or the new, never a part.
   *
   * @throws IOException if it cannot be written; its place is then as it was
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path beside = file.resolveSibling(BEGIN + file.getFileName() + END);
    try {
      writeNew(beside, content);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  private static void writeNew(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Makes sure that the names in a folder are on the disk: after files were made or renamed. */
  public static void syncFolder(Path folder) throws IOException {
    if (FOLDERS_OPEN) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Makes sure that a folder is on the disk with all that is in it. */
  static void syncTree(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.toList();
    }
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        syncFolder(path);
      } else {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }
}
