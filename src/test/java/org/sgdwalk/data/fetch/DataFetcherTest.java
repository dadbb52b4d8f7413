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
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.data.DataException;
import org.sgdwalk.data.DataUnavailableException;
import org.sgdwalk.data.PublishedFile;

@DisplayName("A download into the cache")
class DataFetcherTest {
  @TempDir private Path cache;
  private LocalServer original;
  private LocalServer mirror;
  private final FetchFixture.Heard heard = new FetchFixture.Heard();

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

  private void fetch() {
    fetch(original.base(), mirror.base());
  }

  private void fetch(URI... addresses) {
    new DataFetcher(cache, FetchFixture.server(), heard).deliver(set(addresses));
  }

  private Path file() {
    return cache.resolve(SET).resolve(FILE);
  }

  private Path part() {
    return cache.resolve(SET).resolve("." + FILE + ".part");
  }

  private Path rejected() {
    return cache.resolve(SET).resolve(FILE + ".rejected");
  }

  private void assertFetched() throws IOException {
    assertThat(file()).hasBinaryContent(CONTENT);
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .isSubsetOf(FILE, ".lock", FILE + ".rejected");
    }
  }

  private void assertNotFetched(Class<? extends DataException> type, String... said) {
    assertThatThrownBy(this::fetch)
        .isExactlyInstanceOf(type)
        .hasMessageContainingAll(said)
        .message()
        .hasLineCount(1);
    assertThat(file()).doesNotExist();
  }

  private static String pathOf(URI base) {
    return base + FILE;
  }

  @Test
  void should_be_whole_and_tell_how_it_goes() throws IOException {
    fetch();

    assertFetched();
    assertThat(original.requests()).containsExactly("all");
    assertThat(mirror.requests()).isEmpty();
    assertThat(heard.fetched).containsExactly("numbers into " + file().getParent());
    assertThat(heard.starts).containsExactly(0L);
    assertThat(heard.received).isEqualTo(CONTENT.length);
    assertThat(heard.open).isNull();
    assertThat(heard.messages).isEmpty();
  }

  @Test
  void should_not_be_made_again() {
    fetch();
    fetch();

    assertThat(original.requests()).hasSize(1);
    assertThat(heard.fetched).hasSize(1);
  }

  @Test
  void should_replace_a_file_that_is_not_the_original_and_keep_that_aside() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "something else");

    fetch();

    assertFetched();
    assertThat(rejected()).hasContent("something else");
  }

  @Test
  void should_refuse_what_nobody_can_vouch_for() {
    PublishedFile unknown = new PublishedFile(FILE, CONTENT.length, null);

    assertThatThrownBy(
            () ->
                new DataFetcher(cache, FetchFixture.server(), heard)
                    .deliver(set(unknown, original.base())))
        .isExactlyInstanceOf(DataUnavailableException.class)
        .hasMessageContainingAll(FILE, "no sum of it is published");
    assertThat(original.requests()).isEmpty();
  }

  @Test
  void should_say_what_to_put_where_when_offline() {
    assertThatThrownBy(() -> new OfflineDelivery(cache).deliver(set(original.base())))
        .isExactlyInstanceOf(DataUnavailableException.class)
        .hasMessage(
            "numbers: is not here, and sgdwalk.offline forbids to download it; put numbers.bin"
                + " into %s (from %s) or set -Dsgdwalk.data.dir",
            cache.resolve(SET), original.base());
  }

  @Nested
  @DisplayName("from an address that fails")
  class Failing {
    @ParameterizedTest
    @ValueSource(ints = {404, 410, 403, 500, 503, 204, 304})
    void should_be_from_the_mirror(int status) throws IOException {
      original.nextStatus(status);

      fetch();

      assertFetched();
      assertThat(mirror.requests()).containsExactly("all");
      assertThat(heard.messages)
          .containsExactly(
              "%s: answered %d; trying %s"
                  .formatted(pathOf(original.base()), status, pathOf(mirror.base())));
    }

    @Test
    void should_name_each_address_when_all_fail() {
      original.nextStatus(404);
      mirror.nextStatus(500);

      assertNotFetched(
          DataUnavailableException.class,
          "numbers: numbers.bin cannot be downloaded: ",
          pathOf(original.base()) + ": answered 404; " + pathOf(mirror.base()) + ": answered 500",
          "put it into " + cache.resolve(SET));
    }

    @Test
    void should_be_from_the_mirror_when_nobody_answers() throws IOException {
      original.close();

      fetch();

      assertFetched();
      assertThat(heard.messages).singleElement().asString().contains(pathOf(original.base()));
    }

    @Test
    void should_be_from_the_mirror_when_the_host_is_unknown() throws IOException {
      fetch(URI.create("http://localhost:1/"), mirror.base());

      assertFetched();
    }

    @Test
    void should_be_from_the_mirror_when_the_answer_takes_too_long() throws IOException {
      original.next(exchange -> LocalServer.sleep(10_000));

      fetch();

      assertFetched();
      assertThat(heard.messages).singleElement().asString().contains("timed out");
    }
  }

  @Nested
  @DisplayName("of other bytes than published")
  class Wrong {
    @Test
    void should_be_kept_aside_and_made_from_the_mirror() throws IOException {
      byte[] other = FetchFixture.bytes(CONTENT.length, 2);
      original.nextContent(other);

      fetch();

      assertFetched();
      assertThat(rejected()).hasBinaryContent(other);
      assertThat(heard.messages)
          .singleElement()
          .asString()
          .contains("sha256", "kept aside as " + rejected());
    }

    @Test
    void should_be_named_when_no_address_has_the_right_ones() {
      original.nextContent(FetchFixture.bytes(CONTENT.length, 2));
      mirror.nextContent(FetchFixture.bytes(CONTENT.length, 3));

      assertNotFetched(DataUnavailableException.class, "kept aside as " + rejected());
      assertThat(part()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99_999, 100_001, 5_000_000})
    void should_not_even_start_when_another_length_is_offered(int length) throws IOException {
      original.nextContent(new byte[length]);

      fetch();

      assertFetched();
      assertThat(heard.starts).as("only the mirror's").containsExactly(0L);
      assertThat(heard.messages).singleElement().asString().contains("must be 100,000");
    }

    @Test
    void should_end_as_soon_as_there_are_more() throws IOException {
      original.nextChunked(new byte[5_000_000]);

      fetch();

      assertFetched();
      assertThat(heard.messages)
          .singleElement()
          .asString()
          .contains("sends more than the 100,000 bytes there must be");
    }

    @Test
    void should_go_on_when_there_are_fewer() throws IOException {
      original.nextChunked(Arrays.copyOf(CONTENT, 40_000));

      fetch();

      assertFetched();
      assertThat(original.requests()).containsExactly("all", "bytes=40000-");
      assertThat(heard.messages).singleElement().asString().contains("ended after 40,000");
    }
  }

  @Nested
  @DisplayName("that is cut")
  class Cut {
    @Test
    void should_go_on_where_it_ended() throws IOException {
      original.nextCutAfter(30_000).nextCutAfter(20_000);

      fetch();

      assertFetched();
      assertThat(original.requests())
          .containsExactly(
              "all", "bytes=30000- if " + LocalServer.ETAG, "bytes=50000- if " + LocalServer.ETAG);
      assertThat(heard.starts).containsExactly(0L, 30_000L, 50_000L);
      assertThat(heard.received).isEqualTo(CONTENT.length);
      assertThat(mirror.requests()).isEmpty();
    }

    @Test
    void should_leave_nothing_under_its_name_and_go_on_in_another_process() throws IOException {
      for (int i = 0; i < 5; i++) {
        original.nextCutAfter(10_000);
      }
      mirror.nextStatus(404);
      assertNotFetched(DataUnavailableException.class, "cut off after 50,000 of 100,000 bytes");
      assertThat(part()).hasSize(50_000);

      fetch();

      assertFetched();
      assertThat(original.requests()).last().isEqualTo("bytes=50000- if " + LocalServer.ETAG);
    }

    @Test
    void should_not_be_tried_again_where_no_byte_arrives() throws IOException {
      original.nextCutAfter(0);

      fetch();

      assertFetched();
      assertThat(original.requests()).hasSize(1);
      assertThat(mirror.requests()).hasSize(1);
    }

    @Test
    void should_go_on_at_the_mirror_without_the_original_s_condition() throws IOException {
      original.nextCutAfter(30_000).nextStatus(500);

      fetch();

      assertFetched();
      assertThat(mirror.requests()).containsExactly("bytes=30000-");
    }

    @Test
    void should_start_afresh_where_the_rest_cannot_be_had_alone() throws IOException {
      original
          .nextCutAfter(30_000)
          .next(
              exchange -> {
                exchange.sendResponseHeaders(200, CONTENT.length);
                exchange.getResponseBody().write(CONTENT);
              });

      fetch();

      assertFetched();
      assertThat(original.requests()).hasSize(2);
      assertThat(heard.starts).containsExactly(0L, 0L);
    }

    @Test
    void should_start_afresh_where_the_parts_do_not_fit_together() throws IOException {
      Files.createDirectories(file().getParent());
      Files.write(part(), FetchFixture.bytes(30_000, 2));

      fetch();

      assertFetched();
      assertThat(original.requests()).containsExactly("bytes=30000-", "all");
      assertThat(rejected()).doesNotExist();
    }

    @Test
    void should_start_afresh_only_once() throws IOException {
      byte[] other = FetchFixture.bytes(CONTENT.length, 2);
      try (LocalServer wrong = LocalServer.http(other)) {
        wrong.nextCutAfter(30_000);
        for (int i = 0; i < 3; i++) {
          wrong.nextCutAfter(1_000);
        }

        fetch(wrong.base(), mirror.base());

        assertFetched();
        assertThat(wrong.requests()).contains("all").hasSizeLessThan(8);
        assertThat(rejected()).hasBinaryContent(other);
      }
    }

    @Test
    void should_not_take_another_range_than_asked_for() throws IOException {
      original
          .nextCutAfter(30_000)
          .next(
              exchange -> {
                exchange.getResponseHeaders().set("Content-Range", "bytes 29999-99998/100000");
                exchange.sendResponseHeaders(206, 70_000);
                exchange.getResponseBody().write(CONTENT, 29_999, 70_000);
              });

      fetch();

      assertFetched();
      assertThat(heard.messages).last().asString().contains("sends the range 'bytes 29999-");
    }

    @Test
    void should_only_be_checked_when_all_bytes_are_there() throws IOException {
      Files.createDirectories(file().getParent());
      Files.write(part(), CONTENT);

      fetch();

      assertFetched();
      assertThat(original.requests()).isEmpty();
    }

    @Test
    void should_drop_more_bytes_than_there_can_be() throws IOException {
      Files.createDirectories(file().getParent());
      Files.write(part(), new byte[CONTENT.length + 1]);

      fetch();

      assertFetched();
      assertThat(original.requests()).containsExactly("all");
    }
  }

  @Nested
  @DisplayName("that is too slow")
  class Slow {
    @Test
    void should_go_on_in_a_new_connection_when_no_byte_arrives() throws IOException {
      original.nextDrip(30_000, 10_000);

      fetch();

      assertFetched();
      assertThat(original.requests()).containsExactly("all", "bytes=30000- if " + LocalServer.ETAG);
      assertThat(heard.messages).singleElement().asString().contains("stalled after 30,000");
    }

    @Test
    void should_not_be_kept_alive_by_single_bytes() throws IOException {
      original.nextDrip(30_000, 20);

      fetch();

      assertFetched();
      assertThat(original.requests()).hasSize(2);
      assertThat(heard.messages).singleElement().asString().contains("stalled after 30,0");
    }
  }

  @Nested
  @DisplayName("that is redirected")
  class Redirected {
    @Test
    void should_follow() throws IOException {
      original.nextRedirect(mirror.base().resolve("elsewhere"));

      fetch(original.base());

      assertFetched();
      assertThat(mirror.requests()).containsExactly("all");
    }

    @Test
    void should_not_follow_for_ever() throws IOException {
      for (int i = 0; i < 6; i++) {
        original.nextRedirect(original.base().resolve("again"));
      }

      fetch();

      assertFetched();
      assertThat(original.requests()).hasSize(6);
      assertThat(heard.messages).singleElement().asString().contains("more than 5 redirects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/x", "ftp://localhost/x", "file:///etc/passwd"})
    void should_not_follow_where_it_may_not_ask(String address) throws IOException {
      original.nextRedirect(URI.create(address));

      fetch();

      assertFetched();
      assertThat(heard.messages)
          .singleElement()
          .asString()
          .startsWith(address + ": is not HTTPS, refused; trying");
    }

    @Test
    void should_not_follow_what_is_no_address() throws IOException {
      original.next(
          exchange -> {
            exchange.getResponseHeaders().set("Location", "http://[");
            exchange.sendResponseHeaders(302, -1);
          });

      fetch();

      assertFetched();
      assertThat(heard.messages).singleElement().asString().contains("no address");
    }
  }
}
