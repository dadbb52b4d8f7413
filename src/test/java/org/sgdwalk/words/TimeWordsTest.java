package org.sgdwalk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Spans of time in words")
class TimeWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "0.0123456, 12.3 ms",
    "1, 1 s",
    "59.4, 59.4 s",
    "59.7, 1 min 0 s",
    "200, 3 min 20 s",
    "3600, 1 h 0 min",
    "7530, 2 h 5 min"
  })
  void are_in_the_unit_that_is_read_at_a_glance(double seconds, String words) {
    assertThat(TimeWords.of(Duration.ofNanos(Math.round(seconds * 1e9)))).isEqualTo(words);
  }
}
