package org.sgdwalk.cli;

import java.util.Locale;
import org.sgdwalk.claim.Verdict;

/** A verdict in a line of a terminal. */
final class VerdictLine {
  private VerdictLine() {}

  static String of(Verdict verdict) {
    String effect =
        verdict
            .effect()
            .map(
                e ->
                    String.format(
                        Locale.ROOT, "effect %.3g [%.3g, %.3g]; ", e.median(), e.low(), e.high()))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%-3s %-22s %-12s %s%s",
        verdict.claim().id(),
        verdict.cell(),
        verdict.outcome(),
        effect,
        verdict.reason());
  }
}
