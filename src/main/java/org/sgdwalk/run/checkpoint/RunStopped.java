package org.sgdwalk.run.checkpoint;

import org.jspecify.annotations.Nullable;

/** Ends a run between two updates because the process is to end. */
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int updates;
  private final @Nullable String notKept;

  /**
   * A run that was stopped.
   *
   * @param updates how many were made
   * @param notKept why they could not be kept; null where they are, or were not to be
   */
  public RunStopped(int updates, @Nullable String notKept) {
    super("stopped after " + updates + " updates" + (notKept == null ? "" : "; " + notKept));
    this.updates = updates;
    this.notKept = notKept;
  }

  /** Why its last updates could not be kept, or null. */
  public @Nullable String notKept() {
    return notKept;
  }

  /** How many updates were made. */
  public int updates() {
    return updates;
  }
}
