package org.sgdwalk.spec;

import org.jspecify.annotations.Nullable;

/**
 * A run specification that cannot be run; the message names the key and says what would be right.
 */
public final class SpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A message of the form {@code key: what is wrong; what would be right}. */
  public SpecException(String message) {
    super(message);
  }

  /**
   * Checks a value.
   *
   * @param key where it stands, for example {@code data.train}
   * @param rule what would be right, to be read after "must be"
   * @param got the value, which is said as a spec spells it
   * @throws SpecException unless the check holds
   */
  public static void require(boolean holds, String key, String rule, @Nullable Object got) {
    if (!holds) {
      throw new SpecException(key + ": must be " + rule + ", got " + Spelling.of(got));
    }
  }

  static <T> T orDefault(@Nullable T given, T fallback) {
    return given == null ? fallback : given;
  }
}
