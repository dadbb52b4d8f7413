package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A download that is redirected")
class RedirectTest extends FetchScene {

  @Test
  void follows() throws IOException {
    original.nextRedirect(mirror.base().resolve("elsewhere"));

    fetch(original.base());

    assertFetched();
    assertThat(mirror.requests()).containsExactly("all");
  }

  @Test
  void does_not_follow_for_ever() throws IOException {
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
  void does_not_follow_where_it_may_not_ask(String address) throws IOException {
    original.nextRedirect(URI.create(address));

    fetch();

    assertFetched();
    assertThat(heard.messages)
        .singleElement()
        .asString()
        .startsWith(address + ": is not HTTPS, refused; trying");
  }

  @Test
  void does_not_follow_what_is_no_address() throws IOException {
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
