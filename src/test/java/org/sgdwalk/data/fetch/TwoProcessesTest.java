package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.ChildProcess;

@DisplayName("Processes that fetch the same set")
class TwoProcessesTest {
  private static final byte[] CONTENT = FetchFixture.bytes(4_000_000, 7);

  /** Sends 4 MB in about 3 seconds, so that the other process comes meanwhile. */
  private static final int PIECES = 100;

  private static final long PAUSE_MILLIS = 30;

  @TempDir private Path cache;

  private Process start(URI address) throws IOException {
    return ChildProcess.ofClass(
            FetchProcess.class,
            "64m",
            cache,
            address,
            CONTENT.length,
            DigestUtils.sha256Hex(CONTENT))
        .start();
  }

  private static String finish(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static void giveSlowly(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("ETag", LocalServer.ETAG);
    exchange.sendResponseHeaders(200, CONTENT.length);
    OutputStream body = exchange.getResponseBody();
    int length = CONTENT.length / PIECES;
    for (int piece = 0; piece < PIECES; piece++) {
      body.write(CONTENT, piece * length, length);
      body.flush();
      LocalServer.sleep(PAUSE_MILLIS);
    }
  }

  private void assertOneGoodCopy() throws IOException {
    assertThat(cache.resolve("numbers/numbers.bin")).hasBinaryContent(CONTENT);
    try (Stream<Path> files = Files.list(cache.resolve("numbers"))) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly("numbers.bin");
    }
  }

  @Test
  void end_with_one_good_copy_downloaded_once() throws Exception {
    try (LocalServer server = LocalServer.http(CONTENT)) {
      server.next(TwoProcessesTest::giveSlowly).next(TwoProcessesTest::giveSlowly);
      Process one = start(server.base());
      Process two = start(server.base());
      List<String> outputs = List.of(finish(one), finish(two));

      assertOneGoodCopy();
      assertThat(server.requests()).containsExactly("all");
      assertThat(outputs)
          .anyMatch(output -> output.startsWith("received 4000000 []"))
          .anyMatch(
              output -> output.startsWith("received 0 [") && output.contains("waiting for it"));
    }
  }

  @Test
  void go_on_where_a_killed_one_ended() throws Exception {
    try (LocalServer server = LocalServer.http(CONTENT)) {
      server.next(TwoProcessesTest::giveSlowly);
      Path part = cache.resolve("numbers/.numbers.bin.part");
      Process killed = start(server.base());
      while (!Files.exists(part) || Files.size(part) < CONTENT.length / 4) {
        assertThat(killed.isAlive()).isTrue();
        TimeUnit.MILLISECONDS.sleep(10);
      }
      killed.destroyForcibly().waitFor();
      assertThat(cache.resolve("numbers/numbers.bin")).doesNotExist();

      String output = finish(start(server.base()));

      assertOneGoodCopy();
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(1)).matches("bytes=\\d{7}- if \"first\"");
      assertThat(output).doesNotStartWith("received 4000000");
    }
  }
}
