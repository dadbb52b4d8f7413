package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sgdwalk.data.fetch.FetchFixture.CONTENT;
import static org.sgdwalk.data.fetch.FetchFixture.FILE;
import static org.sgdwalk.data.fetch.FetchFixture.SET;
import static org.sgdwalk.data.fetch.FetchFixture.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.DataException;
import org.sgdwalk.data.DataUnavailableException;
import org.sgdwalk.data.PublishedFile;

@DisplayName("A download into the cache")
class DataFetcherTest extends FetchScene {
  @Test
  void is_whole_and_tells_how_it_goes() throws IOException {
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
  void is_not_made_again() {
    fetch();
    fetch();

    assertThat(original.requests()).hasSize(1);
    assertThat(heard.fetched).hasSize(1);
  }

  @Test
  void replaces_a_file_that_is_not_the_original_and_keeps_that_aside() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "something else");

    fetch();

    assertFetched();
    assertThat(rejected()).hasContent("something else");
  }

  @Test
  void refuses_what_nobody_can_vouch_for() {
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
  void says_what_to_put_where_when_offline() {
    assertThatThrownBy(() -> new OfflineDelivery(cache).deliver(set(original.base())))
        .isExactlyInstanceOf(DataUnavailableException.class)
        .hasMessage(
            "numbers: sgdwalk.offline forbids to download it; put numbers.bin into %s (from %s)",
            cache.resolve(SET), original.base());
  }

  @Test
  void leaves_nothing_of_its_own_where_it_brought_nothing() {
    Path fresh = cache.resolve("not/yet/there");
    original.close();

    assertThatThrownBy(
            () ->
                new DataFetcher(fresh, FetchFixture.server(), heard).deliver(set(original.base())))
        .isExactlyInstanceOf(DataUnavailableException.class)
        .hasMessageEndingWith("put it into " + fresh.resolve(SET) + " yourself");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void leaves_a_folder_that_was_there() throws IOException {
    Files.createDirectories(file().getParent());
    original.close();

    assertThatThrownBy(() -> fetch(original.base()))
        .isExactlyInstanceOf(DataUnavailableException.class);
    assertThat(file().getParent()).isEmptyDirectory();
  }

  @Test
  void names_a_lock_that_is_no_file() throws IOException {
    Path lock = Files.createDirectories(cache.resolve(SET).resolve(".lock"));

    assertThatThrownBy(this::fetch)
        .isExactlyInstanceOf(DataException.class)
        .hasMessageContaining(lock + " is no plain file");
  }
}
