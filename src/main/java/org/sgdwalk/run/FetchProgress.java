package org.sgdwalk.run;

import org.sgdwalk.data.fetch.FetchListener;

/** Shows a download as other long work is shown, in kilobytes; messages go to standard error. */
public final class FetchProgress implements FetchListener {
  private static final int KILOBYTE = 1000;

  @Override
  public Receipt starts(String file, long bytes, long already) {
    return new Shown(Progress.of(file, "kB", bytes / KILOBYTE), already);
  }

  @Override
  public void says(String message) {
    System.err.println(message);
  }

  /** Whole kilobytes; what is left over waits for the next bytes. */
  private static final class Shown implements Receipt {
    private final Progress progress;
    private long bytes;

    Shown(Progress progress, long already) {
      this.progress = progress;
      received(already);
    }

    @Override
    public void received(long count) {
      long before = bytes / KILOBYTE;
      bytes += count;
      progress.advance(bytes / KILOBYTE - before);
    }

    @Override
    public void close() {
      progress.close();
    }
  }
}
