package org.sgdwalk.report.page;

import java.util.Locale;
import org.sgdwalk.judge.Outcome;

/**
 * A word and how often it is said.
 *
 * @param outcome the word
 * @param count how many judgements end in it
 */
record OutcomeView(Outcome outcome, long count) {

  /** The word as a class of the style sheet. */
  static String style(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word for people, for example {@code not testable}. */
  static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
