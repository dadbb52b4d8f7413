package org.sgdwalk.judge;

import org.sgdwalk.stats.GroupSequentialDesign;
import org.sgdwalk.stats.SequentialTest;

/**
 * How much a judgement may err, and how many seeds it may take. The error is that of each word of
 * each judgement, and fixed: which other claims and cells there are moves no verdict. How many of a
 * matrix err is at most the number of judgements times it.
 *
 * @param error chance of a word where it is not so, above 0 and below 1/2
 * @param mostSeeds the most seeds, at least 1
 */
public record Stopping(double error, int mostSeeds) {
  /** One in 3,000: 5 % where 150 claims are judged in all cells together. */
  public static final double ERROR = 1.0 / 3000;

  /** With the error that all judgements have. */
  public static Stopping of(int mostSeeds) {
    return new Stopping(ERROR, mostSeeds);
  }

  /** Of laws. */
  public SequentialTest law() {
    return new SequentialTest(error, error);
  }

  /** As many seeds as it takes at least to support a law. */
  public int leastSeeds() {
    return law().bitsToAcceptH1();
  }

  /** Of averages, and of what must be shown first. */
  public GroupSequentialDesign average() {
    return GroupSequentialDesign.of(error, mostSeeds);
  }
}
