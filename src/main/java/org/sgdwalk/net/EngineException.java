package org.sgdwalk.net;

/** An engine cannot run here, or cannot do what is asked; the message says what would be right. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line: what is missing and what would be right. */
  public EngineException(String message) {
    super(message);
  }

  /** The same, and what it comes from. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
