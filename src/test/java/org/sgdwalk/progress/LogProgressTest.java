package org.sgdwalk.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Progress in a log")
class LogProgressTest {
  private final AtomicLong clock = new AtomicLong(Duration.ofDays(1).toNanos());
  private final LogProgress progress = new LogProgress("GD, seed 1", "steps", 60, clock::get);

  @Test
  void says_how_far_it_is_and_how_long_it_will_take() {
    advance(15, Duration.ofSeconds(2));

    assertThat(progress.line(clock.get()))
        .isEqualTo("GD, seed 1: 15 of 60 steps, 30 s, about 90 s left");
  }

  @Test
  void takes_many_units_at_once() {
    clock.addAndGet(Duration.ofSeconds(30).toNanos());

    assertThat(printed(() -> progress.advance(15))).contains("15 of 60 steps, 30 s");
  }

  @Test
  void has_nothing_left_when_more_is_done_than_was_planned() {
    advance(61, Duration.ofSeconds(1));

    assertThat(progress.line(clock.get()))
        .isEqualTo("GD, seed 1: 61 of 60 steps, 61 s, about 0 s left");
  }

  @Test
  void prints_a_line_every_half_minute_and_none_before() {
    assertThat(printed(() -> advance(14, Duration.ofSeconds(2)))).isEmpty();
    assertThat(printed(() -> advance(1, Duration.ofSeconds(2)))).hasLineCount(1);
    assertThat(printed(() -> advance(14, Duration.ofSeconds(2)))).isEmpty();
    assertThat(printed(() -> advance(2, Duration.ofSeconds(2))))
        .isEqualTo("GD, seed 1: 30 of 60 steps, 60 s, about 60 s left" + System.lineSeparator());
  }

  private void advance(int times, Duration each) {
    for (int i = 0; i < times; i++) {
      clock.addAndGet(each.toNanos());
      progress.advance();
    }
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
