package org.sgdwalk.run.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.TraceException;

/**
 * The folder beside a trace directory, {@code NAME.checkpoints}, in which the run that is to make
 * it is kept; one process's, as long as that lives. It goes when the trace is there, and when it
 * has no checkpoint.
 */
public final class CheckpointFolder implements AutoCloseable {
  private static final String SUFFIX = ".checkpoints";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel channel;

  private CheckpointFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Where the checkpoints are of a run that is to make a trace directory. */
  public static Path of(Path trace) {
    Path whole = trace.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + SUFFIX);
  }

  /**
   * Takes the folder of a trace directory; makes it where it is not there.
   *
   * @return empty where another process or thread has it
   * @throws TraceException if it cannot be made
   */
  public static Optional<CheckpointFolder> take(Path trace) {
    Path folder = of(trace);
    try {
      while (true) {
        Files.createDirectories(folder);
        FileChannel channel = locked(folder.resolve(LOCK));
        if (channel == null) {
          return Optional.empty();
        }
        if (Files.exists(folder.resolve(LOCK))) {
          return Optional.of(new CheckpointFolder(folder, channel));
        }
        channel.close(); // Its holder has come to its end meanwhile, and removed it.
      }
    } catch (IOException e) {
      throw new TraceException(folder + ": cannot be made: " + e, e);
    }
  }

  /** Null where another one has it. */
  private static @Nullable FileChannel locked(Path file) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return null;
    }
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // A thread of this process has it.
    }
    if (lock == null) {
      channel.close();
      return null;
    }
    return channel;
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** Whether there is a run to go on with. */
  public boolean hasRun() {
    return Checkpoints.areIn(folder);
  }

  /** Removes it with all that is in it: the trace is there. */
  public void remove() {
    Checkpoints.delete(folder);
  }

  /** Lets the next one have it. */
  @Override
  public void close() {
    try (channel) {
      if (Files.exists(folder) && !hasRun()) {
        remove();
      }
    } catch (IOException e) {
      throw new TraceException(folder + ": cannot be left: " + e, e);
    }
  }
}
