package org.sgdwalk.run.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.disk.DurableFile;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.trace.TraceException;

/**
 * The checkpoints of one run in a folder: {@code rows.jsonl} and the last two {@code
 * checkpoint-NNNNNNNNNN}. Each is written beside, is on the disk, and only then gets its name; so
 * that the newest is whole, and when it is damaged later there is the one before. A folder is one
 * process's at a time, which its caller sees to.
 */
public final class Checkpoints {
  private static final String ROWS = "rows.jsonl";
  private static final String PREFIX = "checkpoint-";
  private static final String PART = ".part";
  private static final int KEPT = 2;

  private final Path folder;
  private final RunIdentity identity;
  private final RowLog log;

  /**
   * A run and its rows, found again.
   *
   * @param checkpoint where it is
   * @param rows its rows until there
   */
  public record Found(Checkpoint checkpoint, WalkRows rows) {}

  /** Checkpoints of a run in a folder, which need not exist. */
  public Checkpoints(Path folder, RunIdentity identity) {
    this.folder = folder;
    this.identity = identity;
    this.log = new RowLog(folder.resolve(ROWS));
  }

  /** Whether a file of that name is one of checkpoints. */
  public static boolean areNamed(String name) {
    return name.equals(ROWS) || name.matches(PREFIX + "\\d{10}(" + Pattern.quote(PART) + ")?");
  }

  /** Whether a folder has a checkpoint, whole or not. */
  public static boolean areIn(Path folder) {
    return !files(folder).isEmpty();
  }

  /**
   * Keeps a run as it is between two updates.
   *
   * @throws TraceException if it cannot be written
   */
  public void save(Checkpoint checkpoint, WalkRows rows) {
    try {
      Files.createDirectories(folder);
      RowLog.Extent extent = log.append(rows);
      Path file = folder.resolve(name(checkpoint.loop().updates()));
      Path beside = folder.resolve(file.getFileName() + PART);
      CheckpointFile.write(beside, identity, checkpoint, extent);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      DurableFile.syncFolder(folder);
      forget(file);
    } catch (IOException e) {
      remove(folder.resolve(name(checkpoint.loop().updates()) + PART));
      throw new TraceException(
          folder + ": no checkpoint can be written: " + DiskException.words(e), e);
    }
  }

  /** Keeps one and those before it; what is behind it was damaged, and the run went back. */
  private void forget(Path newest) throws IOException {
    List<Path> all = files(folder);
    int end = all.indexOf(newest) + 1;
    for (int i = 0; i < all.size(); i++) {
      if (i < end - KEPT || i >= end) {
        Files.delete(all.get(i));
      }
    }
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The next one of that name takes its place.
    }
  }

  /**
   * The newest that is whole; what is saved afterwards goes on behind it.
   *
   * @param surface where its vectors are to lie
   * @param said takes a line for each that is damaged
   * @return empty where there is none at all
   * @throws TraceException if none is whole, or they are of another run or program
   */
  public Optional<Found> newest(LossSurface surface, Consumer<String> said) {
    List<Path> files = files(folder);
    for (int i = files.size() - 1; i >= 0; i--) {
      try {
        requireSame(CheckpointFile.identity(files.get(i)));
        CheckpointFile.Content content = CheckpointFile.read(files.get(i), surface);
        return Optional.of(new Found(content.checkpoint(), log.read(content.rows())));
      } catch (IOException e) {
        said.accept(
            files.get(i)
                + ": damaged ("
                + DiskException.words(e)
                + "); the one before it is looked at");
      }
    }
    if (!files.isEmpty()) {
      throw new TraceException(folder + ": no checkpoint in it is whole");
    }
    return Optional.empty();
  }

  private void requireSame(RunIdentity theirs) {
    String difference = theirs.difference(identity);
    if (difference != null) {
      throw new TraceException(folder + ": its checkpoints were made " + difference);
    }
  }

  private static String name(int updates) {
    return PREFIX + String.format(Locale.ROOT, "%010d", updates);
  }

  /** In the order of their updates. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(PREFIX + "\\d{10}"))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new TraceException(folder + ": cannot be read: " + DiskException.words(e), e);
    }
  }
}
