package org.sgdwalk.data;

/**
 * A data set of the catalog whose files are not on this machine. Unlike other {@link
 * DataException}s it says nothing against the request, so a claim that needs the data is "not run".
 */
public final class DataUnavailableException extends DataException {
  private static final long serialVersionUID = 1L;

  /** A message that says which file is missing and how to provide it. */
  public DataUnavailableException(String message) {
    super(message);
  }
}
