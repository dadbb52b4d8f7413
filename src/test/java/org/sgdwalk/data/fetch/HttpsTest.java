package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sgdwalk.data.fetch.FetchFixture.CONTENT;
import static org.sgdwalk.data.fetch.FetchFixture.set;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.ChildProcess;
import org.sgdwalk.data.DataUnavailableException;

@DisplayName("Production's rule for addresses")
class HttpsTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir private static Path keys;
  private static SSLContext context;

  @TempDir private Path cache;

  /** A certificate for localhost that only this test trusts. */
  @BeforeAll
  static void makeCertificate() throws Exception {
    Path store = keys.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias test -keyalg EC -dname CN=localhost -ext san=dns:localhost"
            + " -validity 2 -storetype PKCS12 -storepass password -keystore ";
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(options.split(" ")));
    command.add(store.toString());
    Process process = ChildProcess.of(command).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keyStore.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keyStore, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keyStore);
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
  }

  /** As in production, but that the test's certificate is trusted. */
  private void fetchTrusting(URI address) {
    Server server =
        new Server(
            Server.client(Timeouts.DEFAULT).sslContext(context).build(),
            Server.HTTPS,
            Timeouts.DEFAULT);
    new DataFetcher(cache, server, FetchListener.NONE).deliver(set(address));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/x, true",
    "HTTPS://example.org/x, true",
    "https:///x, false",
    "https:x, false",
    "http://example.org/x, false",
    "ftp://example.org/x, false",
    "file:///etc/passwd, false",
    "example.org/x, false"
  })
  void allows_https_alone(URI address, boolean allowed) {
    assertThat(Server.HTTPS.test(address)).isEqualTo(allowed);
  }

  @Test
  void downloads_by_https() throws Exception {
    try (LocalServer server = LocalServer.https(CONTENT, context)) {
      fetchTrusting(server.base());
    }
    assertThat(cache.resolve("numbers/numbers.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void refuses_a_redirect_to_http() throws Exception {
    try (LocalServer secure = LocalServer.https(CONTENT, context);
        LocalServer plain = LocalServer.http(CONTENT)) {
      secure.nextRedirect(plain.base().resolve("numbers.bin"));

      assertThatThrownBy(() -> fetchTrusting(secure.base()))
          .isExactlyInstanceOf(DataUnavailableException.class)
          .hasMessageContaining(plain.base() + "numbers.bin: is not HTTPS, refused");
      assertThat(plain.requests()).isEmpty();
    }
  }

  @Test
  void refuses_http_from_the_start() throws Exception {
    try (LocalServer plain = LocalServer.http(CONTENT)) {
      assertThatThrownBy(
              () -> new DataFetcher(cache, FetchListener.NONE).deliver(set(plain.base())))
          .isExactlyInstanceOf(DataUnavailableException.class)
          .hasMessageContaining("is not HTTPS, refused");
      assertThat(plain.requests()).isEmpty();
    }
  }

  @Test
  void refuses_a_certificate_that_nobody_vouches_for() throws Exception {
    try (LocalServer server = LocalServer.https(CONTENT, context)) {
      assertThatThrownBy(
              () -> new DataFetcher(cache, FetchListener.NONE).deliver(set(server.base())))
          .isExactlyInstanceOf(DataUnavailableException.class)
          .hasMessageContaining("PKIX");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void does_not_wait_for_ever() {
    assertThat(Server.client(Timeouts.DEFAULT).build().connectTimeout())
        .contains(Duration.ofSeconds(20));
    assertThatThrownBy(
            () -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
