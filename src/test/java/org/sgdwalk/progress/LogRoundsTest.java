package org.sgdwalk.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Progress over rounds, in a log")
class LogRoundsTest {
  private final AtomicLong clock = new AtomicLong(Duration.ofDays(1).toNanos());
  private final RoundsLeft left = new RoundsLeft(clock::get);

  @Test
  void says_what_is_left_of_this_round_and_of_all_that_may_follow() {
    left.round(4, 4, 40);
    pass(30);
    left.done(1);
    assertThat(left.line("runs"))
        .isEqualTo("round 1: 1 of 4 runs, 30 s, about 90 s to 20 min left");
  }

  @Test
  void weighs_runs_by_their_work() {
    left.round(2, 10, 10);
    pass(10);
    left.done(9);
    assertThat(left.line("runs")).isEqualTo("round 1: 1 of 2 runs, 10 s, about 1 s left");
  }

  @Test
  void goes_on_from_the_pace_of_earlier_rounds() {
    left.round(1, 2, 4);
    pass(20);
    left.done(2);
    left.round(1, 2, 2);
    assertThat(left.line("runs")).isEqualTo("round 2: 0 of 1 runs, 20 s, about 20 s left");
  }

  @Test
  void knows_nothing_before_the_first_run() {
    left.round(1, 1, 2);
    assertThat(left.line("runs")).endsWith("0 s, time left not known yet");
  }

  @Test
  void prints_a_line_every_half_minute_and_none_before() {
    LogRounds log = new LogRounds("training", "runs", clock::get);
    log.round(3, 3, 3);
    assertThat(printed(() -> after(29, log))).isEmpty();
    assertThat(printed(() -> after(1, log)))
        .isEqualTo(
            "training, round 1: 2 of 3 runs, 30 s, about 15 s left" + System.lineSeparator());
  }

  private void after(long seconds, LogRounds log) {
    pass(seconds);
    log.done(1);
  }

  private void pass(long seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private static String printed(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream capture = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setErr(capture);
      action.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
