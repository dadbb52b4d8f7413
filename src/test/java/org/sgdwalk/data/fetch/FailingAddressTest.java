package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sgdwalk.data.fetch.FetchFixture.SET;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.data.DataUnavailableException;

@DisplayName("A download from an address that fails")
class FailingAddressTest extends FetchScene {

  @ParameterizedTest
  @ValueSource(ints = {404, 410, 403, 500, 503, 204, 304})
  void is_from_the_mirror(int status) throws IOException {
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
  void names_each_address_when_all_fail() {
    original.nextStatus(404);
    mirror.nextStatus(500);

    assertNotFetched(
        DataUnavailableException.class,
        "numbers: numbers.bin cannot be downloaded: ",
        pathOf(original.base()) + ": answered 404; " + pathOf(mirror.base()) + ": answered 500",
        "put it into " + cache.resolve(SET));
  }

  @Test
  void is_from_the_mirror_when_nobody_answers() throws IOException {
    original.close();

    fetch();

    assertFetched();
    assertThat(heard.messages).singleElement().asString().contains(pathOf(original.base()));
  }

  @Test
  void is_from_the_mirror_when_the_host_is_unknown() throws IOException {
    fetch(URI.create("http://localhost:1/"), mirror.base());

    assertFetched();
  }

  @Test
  void is_from_the_mirror_when_the_answer_takes_too_long() throws IOException {
    original.next(exchange -> LocalServer.sleep(10_000));

    fetch();

    assertFetched();
    assertThat(heard.messages).singleElement().asString().contains("timed out");
  }

  @Test
  void goes_on_in_a_new_connection_when_no_byte_arrives() throws IOException {
    original.nextDrip(30_000, 10_000);

    fetch();

    assertFetched();
    assertThat(original.requests()).containsExactly("all", "bytes=30000- if " + LocalServer.ETAG);
    assertThat(heard.messages).singleElement().asString().contains("stalled after 30,000");
  }

  @Test
  void is_not_kept_alive_by_single_bytes() throws IOException {
    original.nextDrip(30_000, 20);

    fetch();

    assertFetched();
    assertThat(original.requests()).hasSize(2);
    assertThat(heard.messages).singleElement().asString().contains("stalled after 30,0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
        "HTTP/1.1 200 OK\r\n: : :\r\n\r\n",
        "HTTP/1.1 999 Whatever\r\n\r\n"
      })
  void is_from_the_mirror_when_the_answer_is_no_http(String answer) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answer(socket, answer));
      server.start();

      fetch(URI.create("http://localhost:" + socket.getLocalPort() + "/"), mirror.base());

      server.join();
    }
    assertFetched();
    assertThat(mirror.requests()).containsExactly("all");
  }

  private static void answer(ServerSocket socket, String answer) {
    try (Socket connection = socket.accept()) {
      byte[] request = new byte[4096];
      if (connection.getInputStream().read(request) > 0) {
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
