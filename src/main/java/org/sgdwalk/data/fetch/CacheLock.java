package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.sgdwalk.data.DataException;

/** Only one process at a time fetches into a folder of the cache; the others wait. */
final class CacheLock {
  /** A file lock belongs to the process, so its threads need one of their own. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private CacheLock() {}

  /**
   * Makes the folder, waits for its lock and works under it.
   *
   * @throws DataException if the folder cannot be made or written
   */
  static void holding(Path folder, FetchListener listener, Runnable work) {
    THREADS.lock();
    // The lock file stays when it is released: to delete it would let two in.
    try (FileChannel channel = open(folder)) {
      lock(channel, folder, listener);
      work.run();
    } catch (IOException e) {
      throw new DataException(
          "%s: cannot be written (%s); set -Dsgdwalk.cache.dir (or SGDWALK_CACHE_DIR) to a directory that can"
              .formatted(folder, Server.said(e)),
          e);
    } finally {
      THREADS.unlock();
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Closing the channel releases it. */
  private static void lock(FileChannel channel, Path folder, FetchListener listener)
      throws IOException {
    if (channel.tryLock() == null) {
      listener.says(folder + ": another process is fetching, waiting for it");
      channel.lock();
    }
  }
}
