package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;

/** The spectral norms of the long run at the ends of the judged epochs. */
final class Sharpnesses {
  private Sharpnesses() {}

  /** One a judged epoch; NaN where it was not measured. */
  static double[] of(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG);
    return traces.cell().epochs().stream().mapToDouble(walk::spectralNorm).toArray();
  }

  static String text(double[] norms) {
    return Arrays.stream(norms)
        .mapToObj(norm -> String.format(Locale.ROOT, "%.2f", norm))
        .collect(Collectors.joining(", ", "spectral norms: ", ""));
  }
}
