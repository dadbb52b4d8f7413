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
 * <p>A test that failed keeps its own message, as then the harness or the record is what must be
 * looked at: failed where the verdict {@link #DIFFERS} from the record, and otherwise broken,
 * whatever was thrown, so that red is of claims alone. One whose message starts with {@link
 * #STRICT} fails only because of its verdict, and has the verdict's status.
 */
public final class VerdictStatusListener implements TestLifecycleListener {
  /** Starts the message of an assertion that a verdict is the recorded one. */
  public static final String DIFFERS = "DIFFERS";

  /** Starts the message of an assertion that a verdict is SUPPORTED. */
  public static final String STRICT = "STRICT";

  /** Labels by which {@link AllureReport} tells this listener; they stay in the result's JSON. */
  static final String VERDICT = "verdict";

  static final String REASON = "verdictReason";

  /** How long the runs behind the verdict took in all, in milliseconds. */
  static final String MILLIS = "runsMillis";

  /** When the last of them ended, in milliseconds since 1970. */
  static final String ENDED = "runsEnded";

  /** Called by Allure's service loader. */
  public VerdictStatusListener() {}

  @Override
  public void beforeTestWrite(TestResult result) {
    setTime(result);
    setStatus(result);
  }

  /** What a claim costs is its runs, which were made before its test began. */
  private static void setTime(TestResult result) {
    Optional<Long> ended = label(result, ENDED).map(Long::valueOf);
    Optional<Long> millis = label(result, MILLIS).map(Long::valueOf);
    if (ended.isPresent() && millis.isPresent()) {
      result.setStop(ended.get());
      result.setStart(ended.get() - millis.get());
    }
  }

  private static void setStatus(TestResult result) {
    if (failedOfItself(result)) {
      result.setStatus(message(result).startsWith(DIFFERS) ? Status.FAILED : Status.BROKEN);
      return;
    }
    Optional<Outcome> outcome = label(result, VERDICT).map(Outcome::valueOf);
    if (outcome.isEmpty()) {
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
