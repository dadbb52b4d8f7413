package org.sgdwalk.judge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoublePredicate;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.stats.OperatingCharacteristic;
import org.sgdwalk.words.Digits;

/**
 * The least that a claim's seeds show in four of five cases: how often a law must hold, or how far
 * beyond the criterion normal effects must lie, in their deviations over seeds.
 */
public final class Detectable {
  private static final double POWER = 0.8;

  /** Of both scales: hundredths of a probability, twentieths of a deviation. */
  private static final int STEPS = 100;

  private static final double A_DEVIATION = 20;

  /** By rule, since each takes some ten thousand simulations. */
  private static final Map<Stopping, OptionalDouble> DISTANCES = new ConcurrentHashMap<>();

  private Detectable() {}

  /** For how many seeds, as a part of all, a law must hold; empty where no seeds suffice. */
  public static OptionalDouble probability(Stopping stopping) {
    return least(
        STEPS,
        p ->
            OperatingCharacteristic.of(stopping.law(), p, stopping.mostSeeds()).acceptsH1()
                >= POWER);
  }

  /** How many deviations beyond the criterion a centre must lie; empty where none suffices. */
  public static OptionalDouble distance(Stopping stopping) {
    return DISTANCES.computeIfAbsent(
        stopping,
        s -> least(A_DEVIATION, d -> WordChances.ofNormal(s, d).of(Outcome.SUPPORTED) >= POWER));
  }

  /** The least k / parts, k to 100, that is enough; what is more is enough too. */
  private static OptionalDouble least(double parts, DoublePredicate enough) {
    int low = 0;
    int high = STEPS;
    if (!enough.test(high / parts)) {
      return OptionalDouble.empty();
    }
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (enough.test(middle / parts)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(high / parts);
  }

  /**
   * It in a sentence; of an average in units of the effect too, where its seeds give a deviation.
   */
  public static String sentence(Verdict verdict, Stopping stopping) {
    boolean law = verdict.of().kind() instanceof Kind.Law;
    OptionalDouble least = law ? probability(stopping) : distance(stopping);
    if (least.isEmpty()) {
      return "nothing: " + stopping.mostSeeds() + " seeds are too few";
    }
    return law
        ? String.format(
            Locale.ROOT,
            "in four of five cases that it holds, if it does for %.0f of 100 seeds",
            100 * least.getAsDouble())
        : String.format(
            Locale.ROOT,
            "in four of five cases where the centre lies, if it is %.2f deviations of the effect over seeds from there%s",
            least.getAsDouble(),
            inUnits(verdict, least.getAsDouble()));
  }

  private static String inUnits(Verdict verdict, double distance) {
    double[] effects = Arrays.stream(verdict.centredEffects()).filter(Double::isFinite).toArray();
    if (effects.length < 2) {
      return "";
    }
    double far = distance * new StandardDeviation().evaluate(effects);
    return verdict.of().kind().effects().orElseThrow() == Comparison.RATIO
        ? ", a factor of " + Digits.three(Math.exp(far))
        : ", " + Digits.three(far);
  }
}
