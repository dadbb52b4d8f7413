package org.sgdwalk.data.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.PublishedFile;
import org.sgdwalk.data.PublishedSet;

/** A data set of one small file, and a fetcher that may ask servers on this machine for it. */
final class FetchFixture {
  static final String SET = "numbers";
  static final String FILE = "numbers.bin";
  static final byte[] CONTENT = bytes(100_000, 1);

  /** Only this machine, without encryption. */
  static final Predicate<URI> LOCAL =
      address -> "http".equals(address.getScheme()) && "localhost".equals(address.getHost());

  /** Short: the tests wait for them. */
  static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(1500), Duration.ofMillis(700));

  private FetchFixture() {}

  static byte[] bytes(int count, long seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static PublishedSet set(URI... addresses) {
    return set(new PublishedFile(FILE, CONTENT.length, DigestUtils.sha256Hex(CONTENT)), addresses);
  }

  static PublishedSet set(PublishedFile file, URI... addresses) {
    return new PublishedSet(
        SET,
        "bytes",
        10,
        new ImageShape(1, 1, 1),
        1,
        1,
        null,
        "none",
        "here",
        "here",
        List.of(addresses),
        List.of(file),
        List.of(),
        List.of(),
        List.of());
  }

  static Server server() {
    return new Server(Server.client(SHORT).build(), LOCAL, SHORT);
  }

  /** Remembers what it is told. */
  static final class Heard implements FetchListener {
    final List<String> fetched = new CopyOnWriteArrayList<>();
    final List<String> messages = new CopyOnWriteArrayList<>();
    final List<Long> starts = new CopyOnWriteArrayList<>();
    long received;
    @Nullable String open;

    @Override
    public void fetches(PublishedSet set, Path folder) {
      fetched.add(set.name() + " into " + folder);
    }

    @Override
    public Receipt starts(String file, long bytes, long already) {
      starts.add(already);
      open = file;
      return new Receipt() {
        @Override
        public void received(long count) {
          received += count;
        }

        @Override
        public void close() {
          open = null;
        }
      };
    }

    @Override
    public void says(String message) {
      messages.add(message);
    }
  }
}
