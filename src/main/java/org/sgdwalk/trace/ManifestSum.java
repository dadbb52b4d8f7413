package org.sgdwalk.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The last key of {@code manifest.json}, {@code manifestSha256}: SHA-256 of the file as it would be
 * without that line. Traces of before there was the key have none.
 */
final class ManifestSum {
  private static final String KEY = "manifestSha256";
  private static final String END = "\n}\n";

  private static final Pattern SEALED =
      Pattern.compile(",\n  \"" + KEY + "\" : \"([0-9a-f]{64})\"\n}\n\\z");

  private ManifestSum() {}

  /** The text with its sum. */
  static String seal(String text) {
    return text.substring(0, text.length() - END.length())
        + ",\n  \""
        + KEY
        + "\" : \""
        + DigestUtils.sha256Hex(text)
        + "\""
        + END;
  }

  /**
   * The text without its sum.
   *
   * @param file name for errors
   * @throws TraceException if it is not what the sum is of
   */
  static String unseal(String text, String file) {
    Matcher sealed = SEALED.matcher(text);
    if (!sealed.find()) {
      if (text.contains(KEY)) {
        throw new TraceException(
            file + ": " + KEY + ": must be the last line but one, 64 hexadecimal digits");
      }
      return text;
    }
    String without = text.substring(0, sealed.start()) + END;
    String actual = DigestUtils.sha256Hex(without);
    if (!actual.equals(sealed.group(1))) {
      throw new TraceException(
          file
              + ": changed since it was written; sha256 of the rest is "
              + actual
              + ", "
              + KEY
              + " says "
              + sealed.group(1));
    }
    return without;
  }
}
