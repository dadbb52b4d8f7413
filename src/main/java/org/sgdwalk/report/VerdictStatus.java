package org.sgdwalk.report;

import io.qameta.allure.model.Status;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Outcome;

/** How Allure shows a verdict. */
final class VerdictStatus {
  private VerdictStatus() {}

  /**
   * Green, red, grey; null, which Allure shows as unknown in violet, for a verdict that is neither
   * way. Broken (yellow) is left to errors of the harness.
   */
  static @Nullable Status of(Outcome outcome) {
    return switch (outcome) {
      case SUPPORTED -> Status.PASSED;
      case REFUTED -> Status.FAILED;
      case INCONCLUSIVE -> null;
      case NOT_RUN -> Status.SKIPPED;
    };
  }
}
