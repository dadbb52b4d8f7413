package org.sgdwalk.session;

/** A cluster that cannot carry out a study; one line that names the machine and the cause. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message of the form {@code machine: what is wrong; what would be right}. */
  public ClusterException(String message) {
    super(message);
  }
}
