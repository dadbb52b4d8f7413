package org.sgdwalk.bench;

/** A score beside the record's. */
public enum Change {
  /** The intervals of both overlap. */
  WITHIN("within the noise"),
  /** They do not, and it is slower. */
  SLOWER("slower beyond it"),
  /** They do not, and it is faster. */
  FASTER("faster beyond it"),
  /** One of both has no error: nothing can be said. */
  UNKNOWN("no error measured");

  private final String words;

  Change(String words) {
    this.words = words;
  }

  /** For example {@code within the noise}. */
  public String words() {
    return words;
  }

  /**
   * How a score differs from the record's.
   *
   * @param kind of their measure
   */
  public static Change of(Measure.Kind kind, Score record, Score score) {
    if (!record.hasError() || !score.hasError()) {
      return UNKNOWN;
    }
    if (score.overlaps(record)) {
      return WITHIN;
    }
    boolean more = score.value() > record.value();
    return more == (kind == Measure.Kind.RATE) ? FASTER : SLOWER;
  }
}
