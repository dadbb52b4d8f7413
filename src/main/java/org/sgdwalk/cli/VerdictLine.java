package org.sgdwalk.cli;

import java.util.Locale;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.words.Digits;

/** A verdict in a line of a terminal. */
final class VerdictLine {
  private VerdictLine() {}

  static String of(Verdict verdict) {
    String effect = verdict.effect().map(e -> "effect " + Digits.effect(e) + "; ").orElse("");
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
