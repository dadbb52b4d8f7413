package org.sgdwalk.trace.npz;

import java.util.regex.Pattern;

/** Names and other text out of a file that may be anybody's, as an error shows them. */
public final class NumpyNames {
  /** The longest name of a deep network's parameter has some 40. */
  private static final int SHOWN = 100;

  /** What would break a line or turn its direction. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private NumpyNames() {}

  /** The text in one line of limited length. */
  public static String shown(String text) {
    String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return UNSEEN.matcher(start).replaceAll("?");
  }
}
