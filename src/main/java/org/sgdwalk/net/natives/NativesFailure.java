package org.sgdwalk.net.natives;

import java.util.Locale;
import org.sgdwalk.net.EngineException;

/** Why the natives did not start, in one line: the libraries' own errors hide it in a chain. */
public final class NativesFailure {
  private static final int SHOWN_FIRST = 100;
  private static final int SHOWN_LAST = 200; // The linker names what is missing last.

  private NativesFailure() {}

  /**
   * What a library, JavaCPP or JNA threw, with its true cause and what may help.
   *
   * @param natives whose they are
   */
  public static EngineException of(String natives, Throwable error) {
    String cause = cause(error);
    return new EngineException(
        String.format(
            Locale.ROOT,
            "%s did not start on %s %s: %s; %s",
            natives,
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            cause,
            help(cause)),
        error);
  }

  /** The deepest error's message in one line; of a search in several places, that of the first. */
  public static String cause(Throwable error) {
    Throwable deepest = error;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    if (deepest.getSuppressed().length > 0) {
      deepest = deepest.getSuppressed()[0];
    }
    String said = deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    String line = said.replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= SHOWN_FIRST + SHOWN_LAST
        ? line
        : line.substring(0, SHOWN_FIRST) + "..." + line.substring(line.length() - SHOWN_LAST);
  }

  private static String help(String cause) {
    if (cause.contains("undefined symbol")) {
      return "the library that was found is not of the version that they were built for";
    }
    return cause.contains("/jna") ? jna() : javacpp();
  }

  private static String jna() {
    return "JNA unpacks its library there, into a folder that must let programs run: -Djna.tmpdir=DIR"
        + " takes another";
  }

  private static String javacpp() {
    return "they are unpacked into "
        + NativeCache.description()
        + ", which must have 900 MB and let programs run: -Dorg.bytedeco.javacpp.cachedir=DIR takes"
        + " another";
  }
}
