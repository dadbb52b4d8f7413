package org.sgdwalk.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.stats.SequentialTest;

/** How the test of a verdict went from seed to seed, to be shown beside the word. */
public sealed interface TestPath {

  /**
   * Wald's test of a law.
   *
   * @param upper the log-likelihood ratio from which on the law is supported
   * @param lower that down from which it is not met
   * @param points one a seed that counts, in order
   */
  record OfLaw(double upper, double lower, List<Point> points) implements TestPath {
    /** Copies the points. */
    public OfLaw {
      points = List.copyOf(points);
    }
  }

  /**
   * Where the test stands after a seed.
   *
   * @param seed the seed
   * @param holds whether the criterion is met for it
   * @param ratio log-likelihood ratio, natural logarithm
   */
  record Point(long seed, boolean holds, double ratio) {}

  /**
   * The looks at the effects of an average.
   *
   * @param looks numbers of seeds, ascending, of all looks of the design
   * @param places where the centre may be shown to lie, one for each word
   */
  record OfAverage(List<Integer> looks, List<Place> places) implements TestPath {
    /** Copies the lists. */
    public OfAverage {
      looks = List.copyOf(looks);
      places = List.copyOf(places);
    }

    /** How many looks were reached. */
    public int reached() {
      return places.get(0).excess().size();
    }
  }

  /**
   * A place of the centre, and how near each look came to showing it.
   *
   * @param outcome the word for it
   * @param place in words, for example {@code above 0}
   * @param excess one a look that was reached: by how many times the p-value exceeds what the look
   *     allows; at most 1 where it is shown
   */
  record Place(Outcome outcome, String place, List<Double> excess) {
    /** Copies the list. */
    public Place {
      excess = List.copyOf(excess);
    }
  }

  /** The path of a verdict under these seeds at most; empty where no seed counts. */
  static Optional<TestPath> of(Verdict verdict, Stopping stopping) {
    List<SeedOutcome> counted = verdict.seeds().stream().filter(SeedOutcome::counts).toList();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = verdict.of().kind();
    return Optional.of(
        kind instanceof Kind.Law
            ? ofLaw(counted, stopping.law())
            : new OfAverage(
                stopping.average().looks(), AverageRule.of(kind, stopping).places(counted)));
  }

  private static OfLaw ofLaw(List<SeedOutcome> counted, SequentialTest test) {
    List<Point> points = new ArrayList<>();
    int holding = 0;
    for (SeedOutcome seed : counted) {
      holding += seed.holds() ? 1 : 0;
      double ratio = SequentialTest.ratio(points.size() + 1, holding);
      points.add(new Point(seed.seed(), seed.holds(), ratio));
    }
    return new OfLaw(test.upperBound(), test.lowerBound(), points);
  }
}
