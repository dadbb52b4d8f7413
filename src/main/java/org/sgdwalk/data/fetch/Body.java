package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, buffer by buffer. Unlike the client's own stream it can wait for the next
 * one for a limited time. The next is asked for only when one was taken, so memory stays bounded.
 */
final class Body implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
  /** What the server sent next: buffers, or the end, with an error if it was cut off. */
  private record Event(List<ByteBuffer> buffers, boolean isEnd, @Nullable Throwable error) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private Flow.@Nullable Subscription subscription;

  private Body() {}

  /** Starts to read. */
  static Body of(Flow.Publisher<List<ByteBuffer>> publisher) {
    Body body = new Body();
    publisher.subscribe(body);
    return body;
  }

  /**
   * The next buffers; none at the end.
   *
   * @throws HttpTimeoutException if none arrive for so long
   * @throws IOException if the connection was cut
   */
  List<ByteBuffer> next(Duration patience) throws IOException {
    Event event = poll(patience);
    if (event == null) {
      throw new HttpTimeoutException("stalled");
    }
    if (event.error() != null) {
      throw new IOException(event.error().getMessage(), event.error());
    }
    if (!event.isEnd()) {
      request();
    }
    return event.buffers();
  }

  private @Nullable Event poll(Duration patience) throws IOException {
    try {
      return events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  private synchronized void request() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    events.add(new Event(buffers, false, null));
  }

  @Override
  public void onError(Throwable error) {
    events.add(new Event(List.of(), true, error));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), true, null));
  }

  /** Gives the connection up, unless the body has ended. */
  @Override
  public synchronized void close() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
