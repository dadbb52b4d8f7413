package org.sgdwalk.judge;

/**
 * What the seeds say about a claim in a cell. Each word that is decided follows from a test whose
 * error is bounded under the rule by which seeds stop; {@code docs/statistics.md} has what each
 * warrants.
 */
public enum Outcome {
  /** A law holds for more than every second seed, or an average lies beyond the criterion. */
  SUPPORTED(Side.FOR, "✓", "the claim is shown"),
  /** An average lies on the other side of none: the contrary is shown. */
  OPPOSITE(Side.AGAINST, "⇄", "the contrary is shown"),
  /** An average lies on the claimed side, and short of the criterion: both are shown. */
  WEAKER(Side.AGAINST, "◐", "the direction is shown, and that it falls short of the criterion"),
  /** An average lies within the stated margin of none: that is shown. */
  NO_EFFECT(Side.AGAINST, "=", "that there is no effect beyond the margin is shown"),
  /** A law holds for fewer than nine seeds in ten. Of its direction nothing is shown. */
  NOT_MET(Side.AGAINST, "✗", "that not nearly every seed meets the criterion is shown"),
  /** The seeds ran out before a bound was reached. */
  INCONCLUSIVE(Side.OPEN, "?", "the seeds ran out before anything was shown"),
  /** The cell cannot show it, whatever the claim's own statistic says; the reason says why. */
  NOT_TESTABLE(Side.OPEN, "∅", "the cell cannot show it"),
  /** Not judged; the reason says why. */
  NOT_RUN(Side.OPEN, "·", "not judged");

  private final Side side;
  private final String symbol;
  private final String meaning;

  Outcome(Side side, String symbol, String meaning) {
    this.side = side;
    this.symbol = symbol;
    this.meaning = meaning;
  }

  /** Where an outcome stands to the claim. */
  private enum Side {
    FOR,
    AGAINST,
    OPEN
  }

  /** One character, for a matrix. */
  public String symbol() {
    return symbol;
  }

  /** What was found, in words. */
  public String meaning() {
    return meaning;
  }

  /** Whether something is shown, for or against the claim. */
  public boolean isDecided() {
    return side != Side.OPEN;
  }

  /** Whether something is shown that speaks against the claim as it stands. */
  public boolean isAgainst() {
    return side == Side.AGAINST;
  }

  /** Whether one of the two is shown for the claim and the other against it. */
  public boolean isContraryTo(Outcome other) {
    return isDecided() && other.isDecided() && isAgainst() != other.isAgainst();
  }
}
