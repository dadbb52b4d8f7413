package org.sgdwalk.progress;

import java.nio.file.Path;
import java.util.Locale;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.fetch.FetchListener;

/** Shows a download as other long work is shown, in kilobytes; messages go to standard error. */
public final class FetchProgress implements FetchListener {
  private static final int KILOBYTE = 1000;

  private final Display display;

  /** On a terminal or in a log, whichever is there. */
  public FetchProgress() {
    this(Progress::of);
  }

  FetchProgress(Display display) {
    this.display = display;
  }

  /** Makes what a person sees. */
  @FunctionalInterface
  interface Display {
    Progress of(String task, String unit, long total);
  }

  @Override
  public void fetches(PublishedSet set, Path folder) {
    says(
        String.format(
            Locale.ROOT,
            "%s: downloading %.1f MB into %s; licence: %s",
            set.name(),
            set.downloadBytes() / 1e6,
            folder,
            set.licence()));
  }

  @Override
  public Receipt starts(String file, long bytes, long already) {
    return new Shown(display.of(file, "kB", bytes / KILOBYTE), already);
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
