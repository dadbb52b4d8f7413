package org.sgdwalk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.run.checkpoint.Checkpoints;
import org.sgdwalk.trace.RunFolder;

/** A directory that a command is to make; its place is taken before hours of work, not after. */
final class NewDirectory implements AutoCloseable {
  private final Path directory;
  private final NewFolder folder;

  private NewDirectory(Path directory, NewFolder folder) {
    this.directory = directory;
    this.folder = folder;
  }

  /**
   * Takes a place.
   *
   * @param option the option that names it
   * @throws InputException if there is something
   * @throws org.sgdwalk.disk.DiskException if it cannot be made
   */
  static NewDirectory open(Path directory, String option) {
    requireNew(directory, option);
    NewFolder folder = NewFolder.open(directory);
    orClose(
        folder,
        () -> {
          folder.requireOnly(name -> false); // A run that was ended may be kept there.
          folder.clear();
        });
    return new NewDirectory(directory, folder);
  }

  /** Gives a place back where what is there forbids to take it. */
  private static void orClose(NewFolder folder, Runnable checks) {
    try {
      checks.run();
    } catch (DiskException e) {
      folder.close();
      throw e;
    }
  }

  /** Takes the place of a run's trace, with what a run that died there left. */
  static RunFolder ofRun(Path directory, String option) {
    NewFolder.removeLeftover(directory);
    requireNew(directory, option);
    RunFolder folder = RunFolder.open(directory);
    orClose(folder.folder(), () -> folder.folder().requireOnly(Checkpoints::areNamed));
    return folder;
  }

  private static void requireNew(Path directory, String option) {
    if (Stream.iterate(directory, Objects::nonNull, Path::getParent)
        .anyMatch(path -> path.toString().endsWith(NewFolder.PARTIAL))) {
      throw new InputException(
          directory
              + ": names that end with "
              + NewFolder.PARTIAL
              + " are of directories still being written, which judge leaves out; "
              + option
              + " must have another");
    }
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      throw new InputException(
          directory + ": exists already; " + option + " must name a directory to be made");
    }
  }

  /** Writes files into a directory. */
  @FunctionalInterface
  interface Content {
    void writeInto(Path directory) throws IOException;
  }

  /**
   * Makes the directory with its content, or nothing.
   *
   * @throws UncheckedIOException naming the directory, when it cannot be written
   */
  void make(Content content) {
    try {
      content.writeInto(folder.content());
      folder.publish();
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be written", e);
    }
  }

  /** Removes what was not made. */
  @Override
  public void close() {
    folder.close();
  }
}
