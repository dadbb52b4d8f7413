package org.sgdwalk.trace;

import org.jspecify.annotations.Nullable;

/** A trace that cannot be read or written; the message names the file and says what is wrong. */
public final class TraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message of the form {@code file: what is wrong}. */
  public TraceException(String message) {
    super(message);
  }

  /** Makes an error with the fault that caused it. */
  public TraceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
