package org.sgdwalk.bench;

/** A file that has no scores; the message is a line that names it and what would be right. */
public final class BenchmarkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchmarkException(String message) {
    super(message);
  }
}
