package org.sgdwalk.spark;

import java.time.Duration;
import java.util.Optional;
import org.sgdwalk.session.ClusterException;
import org.sgdwalk.session.StoredRun;
import org.sgdwalk.session.TraceStore;
import org.sgdwalk.trace.Trace;

/** Traces that another machine has put into a shared store. */
final class StoredElsewhere {
  /** A network disk may remember for a minute that a folder was not there. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private static final long PAUSE_MILLIS = 200;

  private StoredElsewhere() {}

  /**
   * The trace of a run that is said to be made, as soon as it is seen here.
   *
   * @throws ClusterException if it is not seen
   */
  static Trace await(TraceStore store, StoredRun run) {
    long end = System.nanoTime() + LONGEST.toNanos();
    Optional<Trace> trace = store.find(run);
    while (trace.isEmpty() && System.nanoTime() < end) {
      pause();
      trace = store.find(run);
    }
    return trace.orElseThrow(
        () ->
            new ClusterException(
                store.folder(run) + ": was made on another machine and is not whole here"));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a trace was waited for", e);
    }
  }
}
