package org.sgdwalk.run.checkpoint;

/** Ends a run between two updates because the process is to end. */
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int updates;

  /** {@code updates} were made. */
  public RunStopped(int updates) {
    super("stopped after " + updates + " updates");
    this.updates = updates;
  }

  /** How many updates were made. */
  public int updates() {
    return updates;
  }
}
