package org.sgdwalk.judge;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.claim.Kind;

/**
 * How often an average ends in each word, by simulation: effects are drawn seed by seed and judged
 * as those of a claim are.
 */
public final class WordChances {
  /** The standard error of a chance is at most half a percent. */
  public static final int SIMULATIONS = 10_000;

  /** Fixed, so that a table is the same each time; the number itself means nothing. */
  private static final int SEED = 20180224;

  /** So narrow that no effect is within. */
  private static final double NO_MARGIN = 1e-9;

  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final int simulations;

  private WordChances(int simulations) {
    this.simulations = simulations;
  }

  /**
   * Of a claim.
   *
   * @param kind an average, or walks that are alike
   * @param effects draws an effect on the scale on which it is tested, where none is 0
   */
  public static WordChances of(
      Kind kind, Stopping stopping, int simulations, DoubleSupplier effects) {
    AverageRule rule = AverageRule.of(kind, stopping);
    WordChances chances = new WordChances(simulations);
    double[] drawn = new double[stopping.mostSeeds()];
    for (int i = 0; i < simulations; i++) {
      for (int seed = 0; seed < drawn.length; seed++) {
        drawn[seed] = effects.getAsDouble();
      }
      chances.counts.merge(rule.word(drawn), 1, Integer::sum);
    }
    return chances;
  }

  /** Of a direction, where effects are normal with deviation 1 about a mean. */
  public static WordChances ofNormal(Stopping stopping, double mean) {
    RandomGenerator random = new Well19937c(SEED);
    return of(
        Kind.Average.difference(NO_MARGIN),
        stopping,
        SIMULATIONS,
        () -> mean + random.nextGaussian());
  }

  /** The chance of a word, 0 to 1. */
  public double of(Outcome outcome) {
    return (double) counts.getOrDefault(outcome, 0) / simulations;
  }
}
