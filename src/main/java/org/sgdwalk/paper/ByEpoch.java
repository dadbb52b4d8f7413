package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.sgdwalk.claim.SeedTraces;

/** One value a judged epoch, in order. */
final class ByEpoch {
  private ByEpoch() {}

  static double[] of(SeedTraces traces, IntToDoubleFunction value) {
    return traces.cell().epochs().stream().mapToDouble(value::applyAsDouble).toArray();
  }

  /** For a note, for example {@code spectral norms: 1.20, 3.40}. */
  static String text(String what, double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
        .collect(Collectors.joining(", ", what + ": ", ""));
  }
}
