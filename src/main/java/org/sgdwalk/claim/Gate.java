package org.sgdwalk.claim;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What a cell must be like for a claim to be testable there: a reading of each seed, never the
 * claim's own statistic. Below {@code least} there is nothing to see; between {@code least} and
 * {@code clear} a verdict stands near the edge, and says so.
 *
 * @param requirement what must be so, in words
 * @param quantity what is read, in words
 * @param arms the arms that are read
 * @param reading of a seed; NaN where there is none
 * @param least the median of the readings must reach it
 * @param clear from here on the cell is well within; at least {@code least}
 */
public record Gate(
    String requirement,
    String quantity,
    Set<Arm> arms,
    ToDoubleFunction<SeedTraces> reading,
    double least,
    double clear) {
  /** Copies the arms. */
  public Gate {
    if (!(clear >= least)) {
      throw new IllegalArgumentException("clear must be at least least, got " + clear);
    }
    arms = Collections.unmodifiableSet(EnumSet.copyOf(arms));
  }

  /** Without a range that is near the edge. */
  public Gate(
      String requirement,
      String quantity,
      Set<Arm> arms,
      ToDoubleFunction<SeedTraces> reading,
      double least) {
    this(requirement, quantity, arms, reading, least, least);
  }
}
