package org.sgdwalk.judge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.SeedTraces;

/**
 * A case with its verdict, as a report shows it.
 *
 * @param of what was judged
 * @param verdict its verdict
 * @param match how the verdict compares with the recorded one
 * @param example the traces of one seed, to be drawn; null where there are none
 */
public record Judged(Case of, Verdict verdict, RecordMatch match, @Nullable SeedTraces example) {

  /**
   * Why a build fails with this verdict: it differs from the record, or it is not SUPPORTED in a
   * strict build. Empty where it does not fail; no record is no failure.
   */
  public Optional<String> failure(boolean strict) {
    if (strict && verdict.outcome() != Outcome.SUPPORTED) {
      return Optional.of("STRICT: " + of + " is " + verdict.outcome() + ": " + verdict.reason());
    }
    return match.kind() == RecordMatch.Kind.DIFFERS
        ? Optional.of("DIFFERS: " + match.sentence())
        : Optional.empty();
  }
}
