package org.sgdwalk.data.fetch;

/** An attempt at one address that did not bring the file; another may. */
final class AttemptFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Whether to go on at the same address is worth it: bytes did arrive. */
  private final boolean worthResuming;

  private AttemptFailedException(String message, boolean worthResuming) {
    super(message);
    this.reason = message;
    this.worthResuming = worthResuming;
  }

  /** The address does not have the file, or something else under its name. */
  static AttemptFailedException refused(String message) {
    return new AttemptFailedException(message, false);
  }

  /**
   * The connection broke.
   *
   * @param received bytes that arrived before
   */
  static AttemptFailedException broken(String message, long received) {
    return new AttemptFailedException(message, received > 0);
  }

  /** One line: the address and what is wrong. */
  String reason() {
    return reason;
  }

  boolean isWorthResuming() {
    return worthResuming;
  }
}
