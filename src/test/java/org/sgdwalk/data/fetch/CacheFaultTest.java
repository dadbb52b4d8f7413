package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sgdwalk.data.fetch.FetchFixture.CONTENT;
import static org.sgdwalk.data.fetch.FetchFixture.FILE;
import static org.sgdwalk.data.fetch.FetchFixture.SET;
import static org.sgdwalk.data.fetch.FetchFixture.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.data.DataException;

@DisplayName("A cache that cannot be written")
class CacheFaultTest {
  @TempDir private Path folder;

  private void assertFails(Path cache, String... said) throws IOException {
    try (LocalServer server = LocalServer.http(CONTENT)) {
      DataFetcher fetcher = new DataFetcher(cache, FetchFixture.server(), FetchListener.NONE);
      assertThatThrownBy(() -> fetcher.deliver(set(server.base())))
          .isExactlyInstanceOf(DataException.class)
          .hasMessageContainingAll(said)
          .message()
          .hasLineCount(1);
    }
    assertThat(Files.exists(cache.resolve(SET).resolve(FILE))).isFalse();
  }

  /** No process can make a folder in {@code /proc}, not even root's. */
  @Test
  void is_named_when_it_is_a_read_only_file_system() throws IOException {
    Path proc = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(proc), "no /proc here: Linux only");

    assertFails(
        proc.resolve("cache"), "/proc/self/cache/numbers: cannot be written", "sgdwalk.cache.dir");
  }

  @Test
  void is_named_when_its_permissions_forbid_it() throws IOException {
    Path cache = Files.createDirectory(folder.resolve("cache"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(cache), "this user may write everywhere: run as root");

    assertFails(cache, cache.resolve(SET) + ": cannot be written", "sgdwalk.cache.dir");
  }

  @Test
  void is_named_when_it_is_a_file() throws IOException {
    Path cache = Files.writeString(folder.resolve("cache"), "not a folder");

    assertFails(cache, cache.resolve(SET) + ": cannot be written", "sgdwalk.cache.dir");
  }

  @Test
  void still_is_usable_when_the_file_is_there() throws IOException {
    Path cache = Files.createDirectories(folder.resolve("cache"));
    Files.write(Files.createDirectory(cache.resolve(SET)).resolve(FILE), CONTENT);

    new DataFetcher(cache, FetchFixture.server(), FetchListener.NONE).deliver(set());

    assertThat(cache.resolve(SET).resolve(".lock")).as("no lock was needed").doesNotExist();
  }

  /** Every write to {@code /dev/full} fails as on a full disk. */
  @Test
  void is_named_when_the_disk_is_full() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full here: Linux only");
    Path part = Files.createDirectory(folder.resolve(SET)).resolve("." + FILE + ".part");
    Files.createSymbolicLink(part, full);
    try {
      assertFails(
          folder, part + ": cannot be written (No space left on device)", "needs 100000 bytes");
    } finally {
      Files.delete(part);
    }
  }

  @Test
  void is_named_when_the_file_cannot_get_its_name() throws IOException {
    Path taken = Files.createDirectories(folder.resolve(SET).resolve(FILE).resolve("full"));
    Files.writeString(
        Files.createDirectories(folder.resolve(SET).resolve(FILE + ".rejected")).resolve("x"), "x");

    try (LocalServer server = LocalServer.http(CONTENT)) {
      DataFetcher fetcher = new DataFetcher(folder, FetchFixture.server(), FetchListener.NONE);
      assertThatThrownBy(() -> fetcher.deliver(set(server.base())))
          .isExactlyInstanceOf(DataException.class)
          .hasMessageContaining("cannot be replaced");
    }
    assertThat(taken).isDirectory();
  }
}
