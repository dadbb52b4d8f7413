package org.sgdwalk.net;

/** ND4J cannot run here; the message says what is missing and what would be right. */
public final class BackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line: what is missing and what would be right. */
  public BackendException(String message) {
    super(message);
  }

  BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
