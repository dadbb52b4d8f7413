package org.sgdwalk.net.natives;

import java.util.Locale;
import org.sgdwalk.net.EngineException;

/** Why the natives did not start, in one line: the libraries' own errors hide it in a chain. */
public final class NativesFailure {
  private static final int SHOWN = 300;

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
            cause.contains("/jna") ? jna() : javacpp()),
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
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
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
