package org.sgdwalk.settings;

import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seeds that a sequential test may use, in order.
 *
 * @param first first seed, 0 or more
 * @param cap how many at most, 1 or more
 */
public record SeedRange(long first, int cap) {
  private static final long FRESH = 1_000_000_000_000L;

  /** No test takes more. */
  private static final int MOST = 1_000_000;

  private static final Pattern FORM = Pattern.compile("(\\d{1,15})-(\\d{1,15})");

  /** Checks the numbers. */
  public SeedRange {
    if (first < 0 || cap < 1) {
      throw new IllegalArgumentException(
          "a seed range starts at 0 or more and has 1 seed or more, got " + first + " and " + cap);
    }
  }

  /**
   * As many seeds as a cap, drawn anew: far from the judged ones (below 1,000), those that
   * calibrate (from 1,000) and those of replicates (from 1,000,000), and so many that no two draws
   * are likely to meet.
   */
  static SeedRange fresh(int cap, RandomGenerator random) {
    return new SeedRange(FRESH + random.nextLong(8 * FRESH), cap);
  }

  /**
   * Parses {@code FIRST-LAST}.
   *
   * @throws SettingsException that names the option
   */
  static SeedRange parse(Option option) {
    Matcher matcher = FORM.matcher(option.text());
    if (matcher.matches()) {
      long first = Long.parseLong(matcher.group(1));
      long last = Long.parseLong(matcher.group(2));
      if (first <= last && last - first < MOST) {
        return new SeedRange(first, (int) (last - first + 1));
      }
    }
    throw option.must(
        "fresh, or FIRST-LAST with FIRST <= LAST and at most " + MOST + " seeds, for example 1-24");
  }

  /** The seed after {@code used} seeds. */
  public long at(int used) {
    return first + used;
  }

  /** As many seeds, each so much larger. */
  public SeedRange shiftedBy(long offset) {
    return new SeedRange(first + offset, cap);
  }

  @Override
  public String toString() {
    return first + "-" + at(cap - 1);
  }
}
