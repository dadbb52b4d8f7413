package org.sgdwalk.settings;

/**
 * An option as somebody gave it.
 *
 * @param key under which key, so that an error can name it: a system property, an environment
 *     variable or an option of the command line
 * @param text its value, without blanks around it
 */
record Option(String key, String text) {
  /** An error that names the option. */
  SettingsException must(String rule) {
    return new SettingsException(key + ": must be " + rule + ", got '" + text + "'");
  }
}
