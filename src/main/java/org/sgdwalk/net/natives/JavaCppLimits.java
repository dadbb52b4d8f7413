package org.sgdwalk.net.natives;

import java.util.List;
import java.util.regex.Pattern;
import org.sgdwalk.net.EngineException;

/**
 * The limits of JavaCPP's memory that a user may set. JavaCPP reads them in a static initialiser:
 * one that it cannot read ends in an error of a class that has none, in every thread that asks for
 * it. Its own limit on the process's memory is lifted: to compare, it reads the process's size from
 * the system for every native object, which takes longer than the operations of a small network.
 * What a run takes is compared with the machine's memory before it begins.
 */
final class JavaCppLimits {
  private static final String PHYSICAL = "org.bytedeco.javacpp.maxphysicalbytes";
  private static final List<String> PROPERTIES = List.of("org.bytedeco.javacpp.maxbytes", PHYSICAL);
  private static final Pattern SIZE = Pattern.compile("(?i)\\d+([tgmk]b?)?");

  private JavaCppLimits() {}

  /** Lifts JavaCPP's own limit on the process, unless the user has set one. */
  static void lift() {
    if (System.getProperty(PHYSICAL) == null) {
      System.setProperty(PHYSICAL, "0");
    }
  }

  /** Throws an EngineException that names the first limit that JavaCPP could not read. */
  static void check() {
    for (String property : PROPERTIES) {
      String value = System.getProperty(property);
      if (value != null && !SIZE.matcher(value).matches()) {
        throw new EngineException(
            property + ": must be a number of bytes as 300m or 4g, got " + value);
      }
    }
  }
}
