package org.sgdwalk.data;

/**
 * A data set of the catalog whose files are not on this machine. Unlike other {@link
 * DataException}s it says nothing against the request, so a claim that needs the data is "not run".
 */
public final class DataUnavailableException extends DataException {
  private static final long serialVersionUID = 1L;

  private final String why;

  /**
   * A message of one line.
   *
   * @param set name of the set
   * @param why which file is missing, why it cannot be had, how to provide it
   */
  public DataUnavailableException(String set, String why) {
    super(set + ": " + why);
    this.why = why;
  }

  /** Makes an error with the fault that caused it. */
  public DataUnavailableException(String set, String why, Throwable cause) {
    super(set + ": " + why, cause);
    this.why = why;
  }

  /** The message without the name of the set. */
  public String why() {
    return why;
  }
}
