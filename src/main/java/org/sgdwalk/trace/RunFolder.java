package org.sgdwalk.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.disk.NewFolder;

/**
 * Where a run's trace will be, taken before the run begins: {@code DIR.partial} is made and locked,
 * so nothing is found after training that could have been found before. It may hold what a run
 * needs to go on; a published trace has none of that.
 */
public final class RunFolder implements AutoCloseable {
  /** Letters of a name that fit into another's with anything before and behind. */
  private static final int NAME = 40;

  private final Path dir;
  private final NewFolder folder;

  private RunFolder(Path dir, NewFolder folder) {
    this.dir = dir;
    this.folder = folder;
  }

  /**
   * Takes a place that is free.
   *
   * @param dir a path that does not exist; missing parents are made
   * @throws DiskException if it exists, cannot be made, or another process is writing it
   */
  public static RunFolder open(Path dir) {
    return new RunFolder(dir, NewFolder.open(dir));
  }

  /**
   * Waits until nobody else writes at a place; there may be a trace by then.
   *
   * @param waits is run before it waits
   * @throws DiskException if it cannot be made
   */
  public static RunFolder await(Path dir, Runnable waits) {
    return new RunFolder(dir, NewFolder.await(dir, waits));
  }

  /** Where the trace will be. */
  public Path dir() {
    return dir;
  }

  /** What is there while the run is made; what a run that died here left, until it is cleared. */
  public NewFolder folder() {
    return folder;
  }

  /**
   * Puts the trace in its place, alone, on the disk whole before it has its name. Where that cannot
   * be done it is written into a folder for temporary files.
   *
   * @param trace the trace; the checksums on disk are those of the files written, whatever its
   *     manifest says
   * @param thetaFilesByStep content of the theta files by number of updates
   * @throws TraceException that names the place and says where the trace is instead; also for a
   *     trace that could not be read back, which is written nowhere
   */
  public void publish(Trace trace, Map<Integer, byte[]> thetaFilesByStep) {
    publish(new TraceWriter(dir).files(trace, thetaFilesByStep));
  }

  /**
   * Likewise the files of a trace by name, as they are.
   *
   * @throws TraceException that names the place and says where the trace is instead
   */
  public void publish(Map<String, byte[]> files) {
    try {
      writeWithin(files);
      folder.publish();
    } catch (IOException e) {
      throw new TraceException(
          dir + ": cannot be written: " + DiskException.words(e) + "; " + elsewhere(files), e);
    } catch (DiskException e) {
      throw new TraceException(e.getMessage() + "; " + elsewhere(files), e);
    }
  }

  /** On a disk that is full the checkpoints make way, where that is enough. */
  private void writeWithin(Map<String, byte[]> files) throws IOException {
    try {
      write(folder.content(), files);
    } catch (IOException e) {
      if (!folder.makeRoom(files.values().stream().mapToLong(file -> file.length).sum())) {
        throw e;
      }
      write(folder.content(), files);
    }
  }

  private static void write(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** Hours of training are not lost with a disk. */
  private String elsewhere(Map<String, byte[]> files) {
    Path other = null;
    try {
      String name = dir.toAbsolutePath().getFileName().toString();
      other =
          Files.createTempDirectory(
              "sgd-walk-" + name.substring(0, Math.min(name.length(), NAME)) + "-");
      write(other, files);
      return "the trace is in " + other;
    } catch (IOException e) {
      if (other != null) {
        removeParts(other);
      }
      return "nor can it be written to the folder for temporary files: "
          + DiskException.words(e)
          + (folder.isKept() ? "; --resume makes it again from the last checkpoint" : "");
    }
  }

  private static void removeParts(Path other) {
    try {
      PathUtils.delete(other);
    } catch (IOException e) {
      // It is among temporary files.
    }
  }

  /**
   * Removes what was not published, unless it is kept for another run, and lets the next one in.
   */
  @Override
  public void close() {
    folder.close();
  }
}
