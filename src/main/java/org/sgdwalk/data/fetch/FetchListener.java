package org.sgdwalk.data.fetch;

import java.nio.file.Path;
import org.sgdwalk.data.PublishedSet;

/** Is told how a download goes. */
public interface FetchListener {
  /** Says nothing. */
  FetchListener NONE =
      new FetchListener() {
        @Override
        public void fetches(PublishedSet set, Path folder) {}

        @Override
        public Receipt starts(String file, long bytes, long already) {
          return new Receipt() {
            @Override
            public void received(long count) {}

            @Override
            public void close() {}
          };
        }

        @Override
        public void says(String message) {}
      };

  /** Files of a set are missing and will be asked for. */
  void fetches(PublishedSet set, Path folder);

  /**
   * The bytes of a file begin to arrive.
   *
   * @param file its name
   * @param bytes how many it has
   * @param already how many of them are there from an earlier attempt
   */
  Receipt starts(String file, long bytes, long already);

  /** Something that does not end the download: an address that failed, a file kept aside. */
  void says(String message);

  /** Bytes that arrive. */
  interface Receipt extends AutoCloseable {
    /** So many more bytes are there. */
    void received(long count);

    @Override
    void close();
  }
}
