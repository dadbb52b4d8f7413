package org.sgdwalk.cli;

/** A file or folder on the command line that cannot be used. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
