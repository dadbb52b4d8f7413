package org.sgdwalk.paper;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Effect;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.stats.Correlation;

/** The spectral norms of the long run at the ends of the judged epochs. */
final class Sharpnesses {
  private Sharpnesses() {}

  /** One a judged epoch; NaN where it was not measured. */
  static double[] of(SeedTraces traces) {
    return ByEpoch.of(traces, traces.walk(Arm.LONG)::spectralNorm);
  }

  /**
   * Their rank correlation with a quantity of the same epochs; NaN where one of them was not
   * measured.
   */
  static Effect correlation(SeedTraces traces, IntToDoubleFunction ofEpoch) {
    double[] norms = of(traces);
    double[] others = ByEpoch.of(traces, ofEpoch);
    boolean measured = Arrays.stream(norms).allMatch(Double::isFinite);
    return new Effect(measured ? Correlation.ofRanks(norms, others) : Double.NaN, text(norms));
  }

  static String text(double[] norms) {
    return ByEpoch.text("spectral norms", norms);
  }
}
