package org.sgdwalk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.commons.io.FileUtils;
import org.sgdwalk.trace.TraceDirectory;

/** A directory that a command is to make. */
final class NewDirectory {
  private NewDirectory() {}

  /**
   * Checks before hours of work, not after, that it can be made.
   *
   * @param option the option that names it
   * @throws InputException if it exists, or its parent cannot be written
   */
  static void require(Path directory, String option) {
    if (directory.toString().endsWith(TraceDirectory.PARTIAL)) {
      throw new InputException(
          directory
              + ": names that end with "
              + TraceDirectory.PARTIAL
              + " are of traces still being written, which judge leaves out; "
              + option
              + " must have another");
    }
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      throw new InputException(
          directory + ": exists already; " + option + " must name a directory to be made");
    }
    Path parent = directory.toAbsolutePath().getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new InputException(
          directory + ": cannot be made, " + parent + " is no writable directory");
    }
    requireMade(directory, parent);
  }

  /** Makes what would be filled, as near to its place as there are directories, and removes it. */
  private static void requireMade(Path directory, Path parent) {
    Path last = directory.toAbsolutePath().normalize().getFileName();
    Path trial = parent.resolve(last + "." + UUID.randomUUID() + TraceDirectory.PARTIAL);
    try {
      Files.delete(Files.createDirectory(trial));
    } catch (IOException e) {
      throw new InputException(directory + ": cannot be made: " + OneLineErrors.words(e));
    }
  }

  /** Writes files into a directory. */
  @FunctionalInterface
  interface Content {
    void writeInto(Path directory) throws IOException;
  }

  /**
   * Makes a directory with its content, or nothing: it is filled beside its place and moved there.
   *
   * @throws UncheckedIOException naming the directory, when it cannot be written
   */
  static void make(Path directory, Content content) {
    Path target = directory.toAbsolutePath().normalize();
    Path partial =
        target.resolveSibling(
            target.getFileName() + "." + UUID.randomUUID() + TraceDirectory.PARTIAL);
    try {
      try {
        content.writeInto(Files.createDirectories(partial));
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        FileUtils.deleteDirectory(partial.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be written", e);
    }
  }
}
