package org.sgdwalk.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there as long as a process holds its lock, or was killed with it. Who got the lock
 * of a file that its last holder has deleted meanwhile does not hold the one that lies there now:
 * so each writes a name of its own into the file it has locked, and holds it if that is what is
 * read at the path. A system's file lock belongs to the process, so its threads are kept apart
 * here.
 */
public final class LockFile implements AutoCloseable {
  /** The byte that is locked: far behind the name, which others must be able to read. */
  private static final long LOCKED = 1L << 40;

  /**
   * An attempt fails when another process comes to its end meanwhile: so often is not by chance.
   */
  private static final int MAX_ATTEMPTS = 10_000;

  /** The locks that threads of this process hold or wait for, by the real path of their folder. */
  private static final Set<Path> TAKEN = new HashSet<>();

  private final Path path;
  private final Path taken;
  private final FileChannel held;

  /** The same file by its path. To close it gives the lock up (POSIX), so it stays open. */
  private final FileChannel seen;

  private LockFile(Path path, Path taken, FileChannel held, FileChannel seen) {
    this.path = path;
    this.taken = taken;
    this.held = held;
    this.seen = seen;
  }

  /**
   * Waits for the lock; makes the file and its folder where they are missing.
   *
   * @param waits is run before it waits for another process or thread
   * @throws IOException if the file cannot be made, written or locked
   */
  public static LockFile acquire(Path path, Runnable waits) throws IOException {
    return attempts(path, waits).orElseThrow();
  }

  /**
   * Takes the lock if nobody holds it; makes the file and its folder where they are missing.
   *
   * @return empty where another process or thread holds it
   * @throws IOException if the file cannot be made, written or locked
   */
  public static Optional<LockFile> tryAcquire(Path path) throws IOException {
    return attempts(path, null);
  }

  /** Null {@code waits}: without waiting. */
  private static Optional<LockFile> attempts(Path path, @Nullable Runnable waits)
      throws IOException {
    IOException last = new IOException(path + " does not stay where it is made");
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
        Path place = folder.toRealPath().resolve(path.getFileName());
        if (!enter(place, waits)) {
          return Optional.empty();
        }
        Attempt made = attempt(path, place, waits);
        if (!made.again()) {
          return Optional.ofNullable(made.lock());
        }
      } catch (NoSuchFileException | FileAlreadyExistsException e) {
        last = e; // The last holder has removed the file, or the folder with it; or there is none.
      }
    }
    throw last;
  }

  /** Lets one thread of this process in. */
  private static boolean enter(Path place, @Nullable Runnable waits) throws IOException {
    synchronized (TAKEN) {
      boolean told = false;
      while (!TAKEN.add(place)) {
        if (waits == null) {
          return false;
        }
        if (!told) {
          waits.run();
          told = true;
        }
        try {
          TAKEN.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("interrupted while it waited for " + place);
        }
      }
      return true;
    }
  }

  private static void leave(Path place) {
    synchronized (TAKEN) {
      TAKEN.remove(place);
      TAKEN.notifyAll();
    }
  }

  /** What came of an attempt: a lock, another process's lock (null), or neither. */
  private record Attempt(@Nullable LockFile lock, boolean again) {
    private static final Attempt AGAIN = new Attempt(null, true);
    private static final Attempt REFUSED = new Attempt(null, false);
  }

  private static Attempt attempt(Path path, Path place, @Nullable Runnable waits)
      throws IOException {
    Attempt made = Attempt.AGAIN;
    try {
      made = locked(path, place, waits);
    } finally {
      if (made.lock() == null) {
        leave(place);
      }
    }
    return made;
  }

  private static Attempt locked(Path path, Path place, @Nullable Runnable waits)
      throws IOException {
    requireNoOther(path);
    String name = UUID.randomUUID().toString();
    FileChannel held =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    LockFile lock = null;
    try {
      if (held.tryLock(LOCKED, 1, false) == null) {
        if (waits == null) {
          return Attempt.REFUSED;
        }
        waits.run();
        held.lock(LOCKED, 1, false);
      }
      held.truncate(0).write(StandardCharsets.US_ASCII.encode(name));
      FileChannel seen = FileChannel.open(path, StandardOpenOption.READ);
      if (text(seen, name.length()).equals(name)) {
        lock = new LockFile(path, place, held, seen);
        return new Attempt(lock, false);
      }
      seen.close();
      return Attempt.AGAIN;
    } finally {
      if (lock == null) {
        held.close();
      }
    }
  }

  /** A pipe would be waited for without end, and what a link leads to is somebody else's. */
  private static void requireNoOther(Path path) throws IOException {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isRegularFile()) {
        throw new IOException(path + " is no plain file");
      }
    } catch (NoSuchFileException e) {
      // It will be made.
    }
  }

  private static String text(FileChannel file, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // Until it is full or the file ends.
    }
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
  }

  /** Deletes the file, then lets the next one in. */
  @Override
  public void close() throws IOException {
    try (held;
        seen) {
      Files.deleteIfExists(path);
    } finally {
      leave(taken);
    }
  }
}
