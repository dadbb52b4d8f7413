package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Effect;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.stats.Correlation;

/** The spectral norms of the long run at the ends of the judged epochs. */
final class Sharpnesses {
  private Sharpnesses() {}

  /** One a judged epoch; NaN where it was not measured. */
  static double[] of(SeedTraces traces) {
    Walk walk = traces.walk(Arm.LONG);
    return traces.cell().epochs().stream().mapToDouble(walk::spectralNorm).toArray();
  }

  /**
   * Their rank correlation with a quantity of the same epochs; NaN where one of them was not
   * measured.
   */
  static Effect correlation(SeedTraces traces, IntToDoubleFunction ofEpoch) {
    double[] norms = of(traces);
    double[] others = traces.cell().epochs().stream().mapToDouble(ofEpoch::applyAsDouble).toArray();
    boolean measured = Arrays.stream(norms).allMatch(Double::isFinite);
    return new Effect(measured ? Correlation.ofRanks(norms, others) : Double.NaN, text(norms));
  }

  static String text(double[] norms) {
    return Arrays.stream(norms)
        .mapToObj(norm -> String.format(Locale.ROOT, "%.2f", norm))
        .collect(Collectors.joining(", ", "spectral norms: ", ""));
  }
}
