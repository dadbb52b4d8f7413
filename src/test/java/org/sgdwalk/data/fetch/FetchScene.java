package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sgdwalk.data.fetch.FetchFixture.CONTENT;
import static org.sgdwalk.data.fetch.FetchFixture.FILE;
import static org.sgdwalk.data.fetch.FetchFixture.SET;
import static org.sgdwalk.data.fetch.FetchFixture.set;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.data.DataException;

/** A cache, and two servers on this machine that have what belongs into it. */
abstract class FetchScene {
  @TempDir Path cache;
  LocalServer original;
  LocalServer mirror;
  final FetchFixture.Heard heard = new FetchFixture.Heard();

  @BeforeEach
  void start() throws IOException {
    original = LocalServer.http(CONTENT);
    mirror = LocalServer.http(CONTENT);
  }

  @AfterEach
  void stop() {
    original.close();
    mirror.close();
  }

  void fetch() {
    fetch(original.base(), mirror.base());
  }

  void fetch(URI... addresses) {
    new DataFetcher(cache, FetchFixture.server(), heard).deliver(set(addresses));
  }

  Path file() {
    return cache.resolve(SET).resolve(FILE);
  }

  Path part() {
    return cache.resolve(SET).resolve("." + FILE + ".part");
  }

  Path rejected() {
    return cache.resolve(SET).resolve(FILE + ".rejected");
  }

  void assertFetched() throws IOException {
    assertThat(file()).hasBinaryContent(CONTENT);
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .isSubsetOf(FILE, FILE + ".rejected");
    }
  }

  void assertNotFetched(Class<? extends DataException> type, String... said) {
    assertThatThrownBy(this::fetch)
        .isExactlyInstanceOf(type)
        .hasMessageContainingAll(said)
        .message()
        .hasLineCount(1);
    assertThat(file()).doesNotExist();
  }

  static String pathOf(URI base) {
    return base + FILE;
  }
}
