package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sgdwalk.data.fetch.FetchFixture.CONTENT;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.data.DataUnavailableException;

@DisplayName("A download of other bytes than published")
class WrongBytesTest extends FetchScene {

  @Test
  void is_kept_aside_and_made_from_the_mirror() throws IOException {
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
  void is_named_when_no_address_has_the_right_ones() {
    original.nextContent(FetchFixture.bytes(CONTENT.length, 2));
    mirror.nextContent(FetchFixture.bytes(CONTENT.length, 3));

    assertNotFetched(DataUnavailableException.class, "kept aside as " + rejected());
    assertThat(part()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 99_999, 100_001, 5_000_000})
  void does_not_even_start_when_another_length_is_offered(int length) throws IOException {
    original.nextContent(new byte[length]);

    fetch();

    assertFetched();
    assertThat(heard.starts).as("only the mirror's").containsExactly(0L);
    assertThat(heard.messages).singleElement().asString().contains("must be 100000");
  }

  @Test
  void ends_as_soon_as_there_are_more() throws IOException {
    original.nextChunked(new byte[5_000_000]);

    fetch();

    assertFetched();
    assertThat(heard.messages)
        .singleElement()
        .asString()
        .contains("sends more than the 100,000 bytes there must be");
  }

  @Test
  void goes_on_when_there_are_fewer() throws IOException {
    original.nextChunked(Arrays.copyOf(CONTENT, 40_000));

    fetch();

    assertFetched();
    assertThat(original.requests()).containsExactly("all", "bytes=40000-");
    assertThat(heard.messages).singleElement().asString().contains("ended after 40,000");
  }
}
