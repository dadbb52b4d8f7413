package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.judge.Outcome;

@DisplayName("A test's status in Allure")
class VerdictStatusListenerTest {

  @ParameterizedTest
  @CsvSource({"SUPPORTED, PASSED", "NOT_MET, FAILED", "INCONCLUSIVE, ", "NOT_RUN, SKIPPED"})
  void is_the_verdicts_where_junit_is_content(Outcome outcome, Status expected) {
    TestResult result = written(outcome, Status.PASSED, null);
    assertThat(result.getStatus()).isEqualTo(expected);
    assertThat(result.getStatusDetails().getMessage()).isEqualTo(outcome + ": because");
  }

  @Test
  void is_the_verdicts_where_the_test_was_aborted() {
    assertThat(written(Outcome.NOT_RUN, Status.SKIPPED, "no data").getStatusDetails().getMessage())
        .isEqualTo("NOT_RUN: because");
  }

  @Test
  void is_the_verdicts_where_only_strictness_fails_the_build() {
    TestResult result = written(Outcome.INCONCLUSIVE, Status.FAILED, "STRICT: not supported");
    assertThat(result.getStatus()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void stays_failed_where_the_verdict_differs_from_the_record(Outcome outcome) {
    TestResult result = written(outcome, Status.FAILED, "DIFFERS from the record");
    assertThat(result.getStatus()).isEqualTo(Status.FAILED);
    assertThat(result.getStatusDetails().getMessage()).isEqualTo("DIFFERS from the record");
  }

  /** A failed claim is red, a harness that erred yellow, whatever it threw. */
  @ParameterizedTest
  @EnumSource(names = {"FAILED", "BROKEN"})
  void is_broken_after_an_error_of_the_harness(Status status) {
    TestResult result = written(Outcome.SUPPORTED, status, "expected 1");
    assertThat(result.getStatus()).isEqualTo(Status.BROKEN);
    assertThat(result.getStatusDetails().getMessage()).isEqualTo("expected 1");
  }

  @Test
  void is_broken_where_the_harness_erred_before_a_verdict() {
    TestResult result = new TestResult().setStatus(Status.FAILED);
    new VerdictStatusListener().beforeTestWrite(result);
    assertThat(result.getStatus()).isEqualTo(Status.BROKEN);
  }

  @Test
  void has_the_time_of_the_runs_behind_the_verdict() {
    TestResult result = new TestResult().setStatus(Status.PASSED).setStart(5000L).setStop(5001L);
    result.getLabels().add(label(VerdictStatusListener.MILLIS, "3000"));
    result.getLabels().add(label(VerdictStatusListener.ENDED, "4000"));
    new VerdictStatusListener().beforeTestWrite(result);
    assertThat(result.getStart()).isEqualTo(1000);
    assertThat(result.getStop()).isEqualTo(4000);
  }

  @Test
  void is_left_alone_without_a_verdict() {
    TestResult result = new TestResult().setStatus(Status.PASSED);
    new VerdictStatusListener().beforeTestWrite(result);
    assertThat(result).isEqualTo(new TestResult().setStatus(Status.PASSED));
  }

  @Test
  void is_set_by_a_listener_that_allure_finds() {
    assertThat(ServiceLoader.load(TestLifecycleListener.class))
        .hasAtLeastOneElementOfType(VerdictStatusListener.class);
  }

  private static TestResult written(Outcome outcome, Status status, @Nullable String message) {
    TestResult result = new TestResult().setStatus(status);
    if (message != null) {
      result.setStatusDetails(new StatusDetails().setMessage(message));
    }
    result.getLabels().add(label(VerdictStatusListener.VERDICT, outcome.name()));
    result.getLabels().add(label(VerdictStatusListener.REASON, "because"));
    new VerdictStatusListener().beforeTestWrite(result);
    return result;
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }
}
