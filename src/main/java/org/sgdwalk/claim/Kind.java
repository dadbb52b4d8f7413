package org.sgdwalk.claim;

import java.util.List;
import java.util.Optional;

/** What a claim says of seeds, and so by which test it is judged. */
public sealed interface Kind {

  /** What the effects are that a test of averages takes; empty of a law, which has bits. */
  default Optional<Comparison> effects() {
    return Optional.empty();
  }

  /** Where a seed's effect crosses the criterion: one value, both ends of a margin, or none. */
  List<Double> lines();

  /**
   * A property of nearly every walk: one bit a seed.
   *
   * @param lines the statistic where the property begins or ends to hold; none where no value of it
   *     alone tells
   */
  record Law(List<Double> lines) implements Kind {
    /** Copies the list. */
    public Law {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What walks do on average: one effect a seed, claimed to be above none.
   *
   * @param comparison what an effect is
   * @param criterion the claim is that the effects' centre lies above it; none, or beyond it where
   *     the claim is of more than a direction
   * @param margin effects no farther than this from none are as good as none: a difference, above
   *     0, or a ratio, above 1
   */
  record Average(Comparison comparison, double criterion, double margin) implements Kind {
    /** Checks the numbers. */
    public Average {
      if (!(criterion >= comparison.none() && margin > comparison.none())) {
        throw new IllegalArgumentException(
            "criterion must be at least "
                + comparison.none()
                + " and margin above, got "
                + criterion
                + " and "
                + margin);
      }
    }

    @Override
    public Optional<Comparison> effects() {
      return Optional.of(comparison);
    }

    @Override
    public List<Double> lines() {
      return List.of(criterion);
    }

    /** A direction, between differences. */
    public static Average difference(double margin) {
      return new Average(Comparison.DIFFERENCE, 0, margin);
    }

    /** A direction, between ratios. */
    public static Average ratio(double margin) {
      return new Average(Comparison.RATIO, 1, margin);
    }

    /** The same of more than a direction. */
    public Average above(double newCriterion) {
      return new Average(comparison, newCriterion, margin);
    }

    /** Whether the claim is of more than a direction. */
    public boolean isBeyondDirection() {
      return criterion > comparison.none();
    }
  }

  /**
   * That walks are alike: one effect a seed, claimed to have its centre within the margin of none.
   *
   * @param comparison what an effect is
   * @param margin as in {@link Average}
   */
  record Alike(Comparison comparison, double margin) implements Kind {
    /** Checks the margin. */
    public Alike {
      if (!(margin > comparison.none())) {
        throw new IllegalArgumentException(
            "margin must be above " + comparison.none() + ", got " + margin);
      }
    }

    @Override
    public List<Double> lines() {
      return comparison == Comparison.RATIO
          ? List.of(1 / margin, margin)
          : List.of(-margin, margin);
    }

    @Override
    public Optional<Comparison> effects() {
      return Optional.of(comparison);
    }
  }
}
