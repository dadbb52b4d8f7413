package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.sgdwalk.data.DataException;
import org.sgdwalk.disk.LockFile;

/** Only one process at a time fetches into a folder of the cache; the others wait. */
final class CacheLock {
  /** One fetch at a time in a process: each is told of on one line of a terminal. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private CacheLock() {}

  /**
   * Makes the folder, waits for its lock and works under it. Of folders that were made for it those
   * that are empty afterwards are removed.
   *
   * @throws DataException if the folder cannot be made or written
   */
  static void holding(Path folder, FetchListener listener, Runnable work) {
    THREADS.lock();
    List<Path> made =
        Stream.iterate(folder, place -> place != null && !Files.exists(place), Path::getParent)
            .toList();
    try {
      LockFile lock = LockFile.acquire(folder.resolve(".lock"), () -> waits(folder, listener));
      try (lock) {
        work.run();
      }
    } catch (IOException e) {
      throw new DataException(
          "%s: cannot be written (%s); set -Dsgdwalk.cache.dir (or SGDWALK_CACHE_DIR) to a directory that can"
              .formatted(folder, Server.said(e)),
          e);
    } finally {
      made.forEach(CacheLock::removeIfEmpty);
      THREADS.unlock();
    }
  }

  private static void waits(Path folder, FetchListener listener) {
    listener.says(folder + ": another process is fetching, waiting for it");
  }

  private static void removeIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // It has a file, or it cannot be removed, which does no harm.
    }
  }
}
