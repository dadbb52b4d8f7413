package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that is there as long as a process holds its lock, or was killed with it. Who got the lock
 * of a file that its last holder has deleted meanwhile does not hold the one that lies there now:
 * so each writes a name of its own into the file it has locked, and holds it if that is what is
 * read at the path.
 */
final class LockFile implements AutoCloseable {
  /** The byte that is locked: far behind the name, which others must be able to read. */
  private static final long LOCKED = 1L << 40;

  /**
   * An attempt fails when another process comes to its end meanwhile: so often is not by chance.
   */
  private static final int MAX_ATTEMPTS = 10_000;

  private final Path path;
  private final FileChannel held;

  /** The same file by its path. To close it gives the lock up (POSIX), so it stays open. */
  private final FileChannel seen;

  private LockFile(Path path, FileChannel held, FileChannel seen) {
    this.path = path;
    this.held = held;
    this.seen = seen;
  }

  /**
   * Waits for the lock; makes the file and its folder where they are missing. One thread of a
   * process at a time.
   *
   * @param waits is run before it waits for another process
   */
  static LockFile acquire(Path path, Runnable waits) throws IOException {
    String name = UUID.randomUUID().toString();
    IOException last = new IOException(path + " does not stay where it is made");
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Optional<LockFile> lock = locked(path, name, waits);
        if (lock.isPresent()) {
          return lock.get();
        }
      } catch (NoSuchFileException | FileAlreadyExistsException e) {
        last = e; // The last holder has removed the file, or the folder with it; or there is none.
      }
    }
    throw last;
  }

  private static Optional<LockFile> locked(Path path, String name, Runnable waits)
      throws IOException {
    requireNoOther(path);
    FileChannel held = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (held.tryLock(LOCKED, 1, false) == null) {
        waits.run();
        held.lock(LOCKED, 1, false);
      }
      held.truncate(0).write(StandardCharsets.US_ASCII.encode(name));
      FileChannel seen = FileChannel.open(path, StandardOpenOption.READ);
      if (text(seen, name.length()).equals(name)) {
        return Optional.of(new LockFile(path, held, seen));
      }
      seen.close();
      held.close();
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** A pipe would be waited for without end. */
  private static void requireNoOther(Path path) throws IOException {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
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
    }
  }
}
