package org.sgdwalk.net;

import java.util.Locale;
import java.util.stream.Stream;

/** What to say when memory runs out: the heap's, or that of the natives, which JavaCPP counts. */
public final class OutOfMemory {
  private static final double MEBIBYTE = 1 << 20;

  private OutOfMemory() {}

  /** The error in one line that says what to change. */
  public static EngineException of(OutOfMemoryError error) {
    // JavaCPP says in the cause which limit it is.
    Throwable first = error.getCause() == null ? error : error.getCause();
    return new EngineException(
        isOfNatives(error)
            ? natives(String.valueOf(first.getMessage()))
            : heap(String.valueOf(error.getMessage())),
        error);
  }

  private static boolean isOfNatives(OutOfMemoryError error) {
    return Stream.iterate((Throwable) error, t -> t != null, t -> t.getCause())
        .map(t -> String.valueOf(t.getMessage()))
        .anyMatch(message -> message.contains("hysical") || message.contains("totalBytes"));
  }

  private static String natives(String limit) {
    return "not enough memory for batches or chunks of this size ("
        + limit
        + "): take a smaller optimizer.batch or data.chunk, fewer threads (-Dsgdwalk.threads), or"
        + " allow more (-Dorg.bytedeco.javacpp.maxphysicalbytes=16g)";
  }

  private static String heap(String what) {
    return String.format(
        Locale.ROOT,
        "not enough memory (%s; the heap has %,.0f MiB): allow more, for example with -Xmx4g",
        what,
        Runtime.getRuntime().maxMemory() / MEBIBYTE);
  }
}
