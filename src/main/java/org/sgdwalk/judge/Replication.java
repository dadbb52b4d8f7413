package org.sgdwalk.judge;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.stats.OperatingCharacteristic;

/**
 * How likely fresh seeds give the same word: the chance that the same rule ends in it, over what is
 * plausible of the seeds after those seen. Of a law that is its probability, Beta(1/2 + holds, 1/2
 * + fails); of an average the mean and the deviation of normal effects on the scale on which they
 * are tested, after Jeffreys' prior; runs that diverged and seeds without an event come as often as
 * they came.
 *
 * @param probability the mean of that chance
 * @param low a twentieth of what is plausible gives a smaller chance
 * @param high a twentieth gives a larger one
 */
public record Replication(double probability, double low, double high) {
  private static final int DRAWS = 200;
  private static final int WALKS = 50;
  private static final double TAIL = 5;

  /** Fixed, so that the same seeds give the same; the number itself means nothing. */
  private static final int SEED = 20180224;

  /** More than a report has verdicts: page, matrix and JSON ask for each. */
  private static final int KNOWN = 1000;

  private static final Map<Question, Optional<Replication>> ANSWERS =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, Optional<Replication>> eldest) {
              return size() > KNOWN;
            }
          });

  /** Whose chance. */
  private record Question(Verdict verdict, Stopping stopping) {}

  /** Of a verdict under these seeds at most; empty where nothing was judged or can be expected. */
  public static Optional<Replication> of(Verdict verdict, Stopping stopping) {
    return ANSWERS.computeIfAbsent(
        new Question(verdict, stopping), of -> computed(of.verdict(), of.stopping()));
  }

  private static Optional<Replication> computed(Verdict verdict, Stopping stopping) {
    boolean judged = verdict.outcome().isDecided() || verdict.outcome() == Outcome.INCONCLUSIVE;
    if (!judged || verdict.further() > 0) {
      return Optional.empty();
    }
    if (verdict.of().kind() instanceof Kind.Law) {
      return Optional.of(summary(ofLaw(verdict, stopping)));
    }
    double[] effects = verdict.centredEffects();
    return Arrays.stream(effects).filter(Double::isFinite).count() < 2
        ? Optional.empty()
        : Optional.of(summary(ofAverage(verdict, stopping, effects)));
  }

  private static Replication summary(double[] chances) {
    Percentile percentile = new Percentile();
    percentile.setData(chances);
    return new Replication(
        chance(new Mean().evaluate(chances)),
        chance(percentile.evaluate(TAIL)),
        chance(percentile.evaluate(100 - TAIL)));
  }

  /** Sums of chances round to a little more than 1. */
  private static double chance(double sum) {
    return Math.min(1, sum);
  }

  /** At evenly spaced quantiles of the probability. */
  private static double[] ofLaw(Verdict verdict, Stopping stopping) {
    int holds = verdict.holds();
    BetaDistribution plausible = new BetaDistribution(0.5 + holds, 0.5 + verdict.counted() - holds);
    double[] chances = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      OperatingCharacteristic fresh =
          OperatingCharacteristic.of(
              stopping.law(),
              plausible.inverseCumulativeProbability((i + 0.5) / DRAWS),
              stopping.mostSeeds());
      chances[i] =
          switch (verdict.outcome()) {
            case SUPPORTED -> fresh.acceptsH1();
            case NOT_MET -> fresh.acceptsH0();
            default -> fresh.undecided();
          };
    }
    return chances;
  }

  private static double[] ofAverage(Verdict verdict, Stopping stopping, double[] effects) {
    RandomGenerator random = new Well19937c(SEED);
    double[] finite = Arrays.stream(effects).filter(Double::isFinite).toArray();
    double[] others = Arrays.stream(effects).filter(x -> !Double.isFinite(x)).toArray();
    double deviation = new StandardDeviation().evaluate(finite);
    double mean = new Mean().evaluate(finite);
    AverageRule rule = AverageRule.of(verdict.of().kind(), stopping);
    double[] chances = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double scale =
          deviation * Math.sqrt((finite.length - 1) / chiSquare(random, finite.length - 1));
      double centre = mean + scale / Math.sqrt(finite.length) * random.nextGaussian();
      int again = 0;
      for (int walk = 0; walk < WALKS; walk++) {
        double[] fresh = new double[stopping.mostSeeds()];
        for (int seed = 0; seed < fresh.length; seed++) {
          int like = random.nextInt(effects.length);
          fresh[seed] =
              like < others.length ? others[like] : centre + scale * random.nextGaussian();
        }
        again += rule.word(fresh) == verdict.outcome() ? 1 : 0;
      }
      chances[draw] = (double) again / WALKS;
    }
    return chances;
  }

  private static double chiSquare(RandomGenerator random, int degrees) {
    double sum = 0;
    for (int i = 0; i < degrees; i++) {
      double normal = random.nextGaussian();
      sum += normal * normal;
    }
    return sum;
  }
}
