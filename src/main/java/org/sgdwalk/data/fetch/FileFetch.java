package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sgdwalk.data.DataException;
import org.sgdwalk.data.FileSum;
import org.sgdwalk.data.PublishedFile;

/** Gets one file from the first of its addresses that gives the right bytes. */
final class FileFetch {
  /** A connection that breaks this often at one address is not worth another attempt. */
  private static final int MAX_ATTEMPTS = 5;

  private final PublishedFile file;
  private final PartFile part;
  private final Server server;
  private final FetchListener listener;

  FileFetch(PublishedFile file, Path folder, Server server, FetchListener listener) {
    this.file = file;
    this.part = new PartFile(folder, file);
    this.server = server;
    this.listener = listener;
  }

  /**
   * Gets it.
   *
   * @return why each address failed, if all did; else empty
   * @throws DataException if it cannot be written
   */
  List<String> from(List<URI> addresses) {
    if (part.rejectTarget()) {
      listener.says(file.name() + ": there, but not the original; kept aside");
    }
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      try {
        from(addresses.get(i), true);
        return List.of();
      } catch (AttemptFailedException e) {
        failures.add(e.reason());
        if (i + 1 < addresses.size()) {
          listener.says(e.reason() + "; trying " + addresses.get(i + 1));
        }
      }
    }
    return failures;
  }

  private void from(URI address, boolean mayStartAfresh) throws AttemptFailedException {
    boolean isResumed = receiveAll(address);
    FileSum sum = part.sum();
    if (file.is(sum.bytes(), sum.sha256())) {
      part.accept();
    } else if (isResumed && mayStartAfresh) {
      // The earlier bytes may be of another state of the file, or of another server's.
      listener.says(file.name() + ": the parts do not fit together; starting afresh");
      part.drop();
      from(address, false);
    } else {
      throw AttemptFailedException.refused(
          "%s: %s; kept aside as %s".formatted(address, sum.differenceFrom(file), part.reject()));
    }
  }

  /** Requests until all bytes are there; returns whether earlier ones were kept. */
  private boolean receiveAll(URI address) throws AttemptFailedException {
    boolean isResumed = part.size() > 0;
    for (int attempt = 1; part.size() != file.bytes(); attempt++) {
      try {
        isResumed = receive(address);
      } catch (AttemptFailedException e) {
        if (!e.isWorthResuming() || attempt == MAX_ATTEMPTS) {
          throw e;
        }
        listener.says(e.reason() + "; going on from there");
      }
    }
    return isResumed;
  }

  /**
   * One request.
   *
   * @return whether earlier bytes were kept
   */
  private boolean receive(URI address) throws AttemptFailedException {
    if (part.size() > file.bytes()) {
      part.drop();
    }
    String from = address.toString();
    try (Response response = server.get(address, file.bytes(), part.size(), part.validator(from));
        FileChannel channel = part.open(response.start(), from, response.validator());
        FetchListener.Receipt receipt =
            listener.starts(file.name(), file.bytes(), response.start())) {
      receive(response, channel, receipt);
      part.flush(channel);
      return response.start() > 0;
    } catch (IOException e) {
      throw new DataException(file.name() + ": cannot be closed", e);
    }
  }

  private void receive(Response response, FileChannel channel, FetchListener.Receipt receipt)
      throws AttemptFailedException {
    long size = response.start();
    Pace pace = new Pace(server.timeouts().stall());
    while (true) {
      List<ByteBuffer> buffers = next(response, pace, size);
      if (buffers.isEmpty()) {
        break;
      }
      for (ByteBuffer buffer : buffers) {
        int count = buffer.remaining();
        size += count;
        requireAtMost(size, response, channel);
        part.write(channel, buffer);
        receipt.received(count);
        pace.received(count);
      }
    }
    if (size != file.bytes()) {
      throw broken("ended", response, size);
    }
  }

  private List<ByteBuffer> next(Response response, Pace pace, long size)
      throws AttemptFailedException {
    try {
      return response.body().next(pace.patience());
    } catch (HttpTimeoutException e) {
      throw broken("stalled", response, size);
    } catch (IOException e) {
      throw broken("cut off", response, size);
    }
  }

  private void requireAtMost(long size, Response response, FileChannel channel)
      throws AttemptFailedException {
    if (size > file.bytes()) {
      part.empty(channel);
      throw AttemptFailedException.refused(
          String.format(
              Locale.ROOT,
              "%s: sends more than the %,d bytes there must be",
              response.address(),
              file.bytes()));
    }
  }

  private AttemptFailedException broken(String how, Response response, long size) {
    return AttemptFailedException.broken(
        String.format(
            Locale.ROOT,
            "%s: %s after %,d of %,d bytes",
            response.address(),
            how,
            size,
            file.bytes()),
        size - response.start());
  }
}
