package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sgdwalk.data.DataException;
import org.sgdwalk.data.DataUnavailableException;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.data.FileSum;
import org.sgdwalk.data.PublishedFile;
import org.sgdwalk.data.PublishedSet;

/**
 * Downloads the files of a set into the cache. A file has its name there only when its published
 * sum was found right; what is half there lies beside it under another name and is gone on with the
 * next time, by this process or another.
 */
public final class DataFetcher implements Delivery {
  private final Path cache;
  private final Server server;
  private final FetchListener listener;

  /**
   * A fetcher over HTTPS.
   *
   * @param cache the cache; made when needed
   */
  public DataFetcher(Path cache, FetchListener listener) {
    this(cache, Server.production(), listener);
  }

  DataFetcher(Path cache, Server server, FetchListener listener) {
    this.cache = cache;
    this.server = server;
    this.listener = listener;
  }

  /**
   * Downloads what is missing; a file that is there is checked again.
   *
   * @throws DataUnavailableException if a file can be had from no address, or no sum of it is
   *     published
   * @throws DataException if the cache cannot be written
   */
  @Override
  public void deliver(PublishedSet set) {
    Path folder = cache.resolve(set.name());
    if (set.originals().stream().allMatch(file -> isThere(folder, file))) {
      return; // Without a lock, so that a cache that cannot be written can still be used.
    }
    set.originals().forEach(file -> requireSum(set, file, folder));
    listener.fetches(set, folder);
    CacheLock.holding(
        folder, listener, () -> set.originals().forEach(file -> deliver(set, file, folder)));
  }

  private void deliver(PublishedSet set, PublishedFile file, Path folder) {
    if (isThere(folder, file)) {
      return;
    }
    List<String> failures =
        new FileFetch(file, folder, server, listener).from(set.addressesOf(file));
    if (!failures.isEmpty()) {
      throw unavailable(set, file, folder, String.join("; ", failures));
    }
  }

  private static void requireSum(PublishedSet set, PublishedFile file, Path folder) {
    if (!file.hasSum() && !isThere(folder, file)) {
      throw unavailable(set, file, folder, "no sum of it is published to check a download by");
    }
  }

  private static boolean isThere(Path folder, PublishedFile file) {
    Path path = folder.resolve(file.name());
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try {
      FileSum sum = FileSum.of(path);
      return !file.hasSum() || file.is(sum.bytes(), sum.sha256());
    } catch (IOException e) {
      throw new DataException(path + ": cannot be read; must be readable", e);
    }
  }

  private static DataUnavailableException unavailable(
      PublishedSet set, PublishedFile file, Path folder, String why) {
    return new DataUnavailableException(
        set.name(),
        "%s cannot be downloaded: %s; put it into %s yourself".formatted(file.name(), why, folder));
  }
}
