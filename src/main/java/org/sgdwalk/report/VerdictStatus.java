package org.sgdwalk.report;

import io.qameta.allure.model.Status;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.judge.Outcome;

/** How Allure shows a verdict. */
final class VerdictStatus {
  private VerdictStatus() {}

  /**
   * Green for what is shown, red for what is shown against the claim, grey for what could not be
   * judged; null, which Allure shows as unknown in violet, where nothing is shown. Broken (yellow)
   * is left to errors of the harness.
   */
  static @Nullable Status of(Outcome outcome) {
    return switch (outcome) {
      case SUPPORTED -> Status.PASSED;
      case OPPOSITE, WEAKER, NO_EFFECT, NOT_MET -> Status.FAILED;
      case INCONCLUSIVE -> null;
      case NOT_TESTABLE, NOT_RUN -> Status.SKIPPED;
    };
  }
}
