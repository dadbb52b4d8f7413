package org.sgdwalk.settings;

/**
 * An option with an impossible value; the message names the option and says what would be right.
 */
public final class SettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A message of the form {@code sgdwalk.option: must be ..., got ...}. */
  public SettingsException(String message) {
    super(message);
  }
}
