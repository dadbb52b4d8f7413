package org.sgdwalk.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server on this machine that gives one file, or misbehaves as told. */
final class LocalServer implements AutoCloseable {
  static final String ETAG = "\"first\"";

  private final HttpServer server;
  private final String scheme;
  private final byte[] content;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<HttpHandler> next = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private LocalServer(HttpServer server, String scheme, byte[] content) {
    this.server = server;
    this.scheme = scheme;
    this.content = content;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  static LocalServer http(byte[] content) throws IOException {
    return new LocalServer(HttpServer.create(anyPort(), 0), "http", content);
  }

  static LocalServer https(byte[] content, SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new LocalServer(server, "https", content);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** What addresses of files begin with. */
  URI base() {
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + "/");
  }

  /** What the requests asked for: the range and the condition, or {@code all}. */
  List<String> requests() {
    return requests;
  }

  /** The next request is answered so; those behind the last such one properly. */
  LocalServer next(HttpHandler handler) {
    next.add(handler);
    return this;
  }

  LocalServer nextStatus(int status) {
    return next(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  LocalServer nextRedirect(URI to) {
    return next(
        exchange -> {
          exchange.getResponseHeaders().set("Location", to.toString());
          exchange.sendResponseHeaders(302, -1);
        });
  }

  /** Says that all is coming, sends so many bytes and cuts the connection. */
  LocalServer nextCutAfter(int bytes) {
    return next(exchange -> give(exchange, bytes, 0));
  }

  /** Says that all is coming, sends so many bytes and then one each {@code pause}. */
  LocalServer nextDrip(int bytes, long pauseMillis) {
    return next(exchange -> give(exchange, bytes, pauseMillis));
  }

  /** Sends other bytes of unannounced length. */
  LocalServer nextChunked(byte[] other) {
    return next(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(other);
        });
  }

  /** Sends other bytes and announces their length. */
  LocalServer nextContent(byte[] other) {
    return next(
        exchange -> {
          exchange.sendResponseHeaders(200, other.length);
          exchange.getResponseBody().write(other);
        });
  }

  private void handle(HttpExchange exchange) throws IOException {
    String range = header(exchange, "Range");
    String condition = header(exchange, "If-Range");
    requests.add(
        (range.isEmpty() ? "all" : range) + (condition.isEmpty() ? "" : " if " + condition));
    HttpHandler handler;
    synchronized (next) {
      handler = next.isEmpty() ? this::serve : next.remove();
    }
    try (exchange) {
      handler.handle(exchange);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    give(exchange, content.length, 0);
  }

  /** All of the file or the rest of it, as asked. */
  private void give(HttpExchange exchange, int most, long pauseMillis) throws IOException {
    String range = header(exchange, "Range");
    String condition = header(exchange, "If-Range");
    boolean isPart = !range.isEmpty() && (condition.isEmpty() || condition.equals(ETAG));
    int start = isPart ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
    exchange.getResponseHeaders().set("ETag", ETAG);
    if (isPart) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
    }
    exchange.sendResponseHeaders(isPart ? 206 : 200, content.length - start);
    OutputStream body = exchange.getResponseBody();
    int count = Math.min(most, content.length - start);
    body.write(content, start, count);
    body.flush();
    for (int i = start + count; pauseMillis > 0 && i < content.length; i++) {
      sleep(pauseMillis);
      body.write(content[i]);
      body.flush();
    }
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A header of the request, empty if it has none. */
  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
