package org.sgdwalk.judge;

/**
 * What a rule says of the seeds seen.
 *
 * @param outcome the word; INCONCLUSIVE while nothing is shown
 * @param reason why, in numbers
 * @param further the fewest further seeds that can decide; 0 when it is decided or they ran out
 */
record Decision(Outcome outcome, String reason, int further) {
  /** Of seeds that have run out, and none of which has what the claim is about. */
  static Decision nothingSeen(int seeds) {
    return new Decision(
        Outcome.NOT_TESTABLE, "none of %d seeds has what it is about".formatted(seeds), 0);
  }
}
