package org.sgdwalk.judge;

import java.util.List;
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
 * @param example the traces of one seed, to be drawn: the median one by effect, or the first where
 *     none has a number; null where there are none
 * @param seeds the traces of the claim's arms for each judged seed, to be drawn as bands; empty
 *     where there are none
 */
public record Judged(
    Case of,
    Verdict verdict,
    RecordMatch match,
    @Nullable SeedTraces example,
    List<SeedTraces> seeds) {
  /** Copies the list. */
  public Judged {
    seeds = List.copyOf(seeds);
  }

  /** Without the traces of other seeds. */
  public Judged(Case of, Verdict verdict, RecordMatch match, @Nullable SeedTraces example) {
    this(of, verdict, match, example, List.of());
  }

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
