package org.sgdwalk.data;

/**
 * Images that cannot be loaded: a file with a defect, or a request that the files cannot fulfil.
 * The message is one line; it names the file or key and says what would be right.
 */
public sealed class DataException extends RuntimeException permits DataUnavailableException {
  private static final long serialVersionUID = 1L;

  /** A message of the form {@code file or key: what is wrong; what would be right}. */
  public DataException(String message) {
    super(message);
  }

  /** Makes an error with the fault that caused it. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
