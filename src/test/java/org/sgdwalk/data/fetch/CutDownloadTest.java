package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sgdwalk.data.fetch.FetchFixture.CONTENT;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.DataUnavailableException;

@DisplayName("A download that is cut")
class CutDownloadTest extends FetchScene {

  @Test
  void goes_on_where_it_ended() throws IOException {
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
  void leaves_nothing_under_its_name_and_goes_on_in_another_process() throws IOException {
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
  void is_not_tried_again_where_no_byte_arrives() throws IOException {
    original.nextCutAfter(0);

    fetch();

    assertFetched();
    assertThat(original.requests()).hasSize(1);
    assertThat(mirror.requests()).hasSize(1);
  }

  @Test
  void goes_on_at_the_mirror_without_the_original_s_condition() throws IOException {
    original.nextCutAfter(30_000).nextStatus(500);

    fetch();

    assertFetched();
    assertThat(mirror.requests()).containsExactly("bytes=30000-");
  }

  @Test
  void starts_afresh_where_the_rest_cannot_be_had_alone() throws IOException {
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
  void starts_afresh_where_the_parts_do_not_fit_together() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(part(), FetchFixture.bytes(30_000, 2));

    fetch();

    assertFetched();
    assertThat(original.requests()).containsExactly("bytes=30000-", "all");
    assertThat(rejected()).doesNotExist();
  }

  @Test
  void starts_afresh_only_once() throws IOException {
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
  void does_not_take_another_range_than_asked_for() throws IOException {
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
  void only_is_checked_when_all_bytes_are_there() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(part(), CONTENT);

    fetch();

    assertFetched();
    assertThat(original.requests()).isEmpty();
  }

  @Test
  void drops_more_bytes_than_there_can_be() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(part(), new byte[CONTENT.length + 1]);

    fetch();

    assertFetched();
    assertThat(original.requests()).containsExactly("all");
  }
}
