package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Predicate;

/** Asks servers for files, or for the rest of one. */
final class Server {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int MAX_REDIRECTS = 5;

  /** Only what is encrypted and signed by a trusted server; no redirect leads out of it. */
  static final Predicate<URI> HTTPS =
      address -> "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;

  private final HttpClient client;
  private final Predicate<URI> allowed;
  private final Timeouts timeouts;

  /**
   * Servers.
   *
   * @param client does not follow redirects
   * @param allowed which addresses may be asked
   */
  Server(HttpClient client, Predicate<URI> allowed, Timeouts timeouts) {
    this.client = client;
    this.allowed = allowed;
    this.timeouts = timeouts;
  }

  /** As in production: HTTPS by the JDK's trusted certificates. */
  static Server production() {
    return new Server(client(Timeouts.DEFAULT).build(), HTTPS, Timeouts.DEFAULT);
  }

  /** HTTP/1.1: one plain connection a file, where a cut is an error and never an end. */
  static HttpClient.Builder client(Timeouts timeouts) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeouts.connect());
  }

  Timeouts timeouts() {
    return timeouts;
  }

  /**
   * Asks for a file from byte {@code start} on.
   *
   * @param bytes its published size
   * @param start 0 for all of it
   * @param validator what the earlier bytes were of; empty if unknown, then only the sum can tell
   * @throws AttemptFailedException if the server does not give it
   */
  Response get(URI address, long bytes, long start, String validator)
      throws AttemptFailedException {
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = follow(address, start, validator);
    Body body = Body.of(response.body());
    try {
      long from = start(response, bytes, start);
      return new Response(response.uri(), from, validator(response.headers()), body);
    } catch (AttemptFailedException e) {
      body.close();
      throw e;
    }
  }

  private HttpResponse<Flow.Publisher<List<ByteBuffer>>> follow(
      URI address, long start, String validator) throws AttemptFailedException {
    URI next = address;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(next, start, validator);
      int status = response.statusCode();
      String location = response.headers().firstValue("Location").orElse("");
      if (status / 100 != 3 || location.isEmpty()) {
        return response;
      }
      Body.of(response.body()).close();
      next = resolve(next, location);
    }
    throw AttemptFailedException.refused(address + ": more than " + MAX_REDIRECTS + " redirects");
  }

  private static URI resolve(URI address, String location) throws AttemptFailedException {
    try {
      return address.resolve(location);
    } catch (IllegalArgumentException e) {
      throw AttemptFailedException.refused(address + ": redirects to what is no address");
    }
  }

  private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(
      URI address, long start, String validator) throws AttemptFailedException {
    if (!allowed.test(address)) {
      throw AttemptFailedException.refused(address + ": is not HTTPS, refused");
    }
    try {
      return client.send(request(address, start, validator), BodyHandlers.ofPublisher());
    } catch (IOException e) {
      throw AttemptFailedException.refused(address + ": " + said(e));
    } catch (IllegalArgumentException e) {
      // The client's way to say that a number in the head of the response is none.
      throw AttemptFailedException.refused(address + ": answers what is not HTTP");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AttemptFailedException.refused(address + ": interrupted");
    }
  }

  private HttpRequest request(URI address, long start, String validator) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeouts.response());
    if (start > 0) {
      request.header("Range", "bytes=" + start + "-");
      if (!validator.isEmpty()) {
        request.header("If-Range", validator);
      }
    }
    return request.build();
  }

  /** Where the body starts: a server may ignore that only the rest was asked for. */
  private static long start(HttpResponse<?> response, long bytes, long asked)
      throws AttemptFailedException {
    long from =
        switch (response.statusCode()) {
          case OK -> 0;
          case PARTIAL -> asked;
          default ->
              throw AttemptFailedException.refused(
                  response.uri() + ": answered " + response.statusCode());
        };
    if (from > 0) {
      requireRange(response, "bytes " + from + "-" + (bytes - 1) + "/" + bytes);
    }
    requireLength(response, bytes - from);
    return from;
  }

  private static void requireLength(HttpResponse<?> response, long right)
      throws AttemptFailedException {
    String length = response.headers().firstValue("Content-Length").orElse(String.valueOf(right));
    if (!length.equals(String.valueOf(right))) {
      throw AttemptFailedException.refused(
          response.uri() + ": offers " + length + " bytes; must be " + right);
    }
  }

  private static void requireRange(HttpResponse<?> response, String right)
      throws AttemptFailedException {
    String range = response.headers().firstValue("Content-Range").orElse("none");
    if (!range.equals(right)) {
      throw AttemptFailedException.refused(
          response.uri() + ": sends the range '" + range + "'; must be '" + right + "'");
    }
  }

  /** A weak ETag does not promise the same bytes, so it is none here. */
  private static String validator(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> headers.firstValue("Last-Modified"))
        .orElse("");
  }

  /** What went wrong, in a few words: an unknown host has no message of its own. */
  static String said(IOException e) {
    String message = e.getMessage();
    if (message != null) {
      return message;
    }
    return e instanceof ConnectException
        ? "no connection; is this machine online?"
        : e.getClass().getSimpleName();
  }
}
