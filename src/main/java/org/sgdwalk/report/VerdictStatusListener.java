package org.sgdwalk.report;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.judge.Outcome;

/**
 * Gives a test that {@link AllureReport#describe described} a verdict the verdict's status before
 * Allure writes it: the build's outcome is not the claim's. A claim that is not met is red even
 * where the record expects it and the build is green.
 *
 * <p>A test that failed keeps its own status and message, as then the harness or the record is what
 * must be looked at; except for one whose message starts with {@link #STRICT}, which fails only
 * because of its verdict.
 */
public final class VerdictStatusListener implements TestLifecycleListener {
  /** Starts the message of an assertion that a verdict is the recorded one. */
  public static final String DIFFERS = "DIFFERS";

  /** Starts the message of an assertion that a verdict is SUPPORTED. */
  public static final String STRICT = "STRICT";

  /** Labels by which {@link AllureReport} tells this listener; they stay in the result's JSON. */
  static final String VERDICT = "verdict";

  static final String REASON = "verdictReason";

  /** Called by Allure's service loader. */
  public VerdictStatusListener() {}

  @Override
  public void beforeTestWrite(TestResult result) {
    Optional<Outcome> outcome = label(result, VERDICT).map(Outcome::valueOf);
    if (outcome.isEmpty() || failedOfItself(result)) {
      return;
    }
    StatusDetails details = result.getStatusDetails();
    result.setStatus(VerdictStatus.of(outcome.get()));
    result.setStatusDetails(
        (details == null ? new StatusDetails() : details)
            .setMessage(outcome.get() + ": " + label(result, REASON).orElse(""))
            .setTrace(null));
  }

  private static boolean failedOfItself(TestResult result) {
    return (result.getStatus() == Status.FAILED || result.getStatus() == Status.BROKEN)
        && !message(result).startsWith(STRICT);
  }

  private static String message(TestResult result) {
    StatusDetails details = result.getStatusDetails();
    @Nullable String message = details == null ? null : details.getMessage();
    return message == null ? "" : message;
  }

  private static Optional<String> label(TestResult result, String name) {
    return result.getLabels().stream()
        .filter(label -> name.equals(label.getName()))
        .map(Label::getValue)
        .findFirst();
  }
}
