package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Indices of examples")
class ExampleIndicesTest {
  @Test
  void have_the_sha_256_of_their_decimal_numbers_one_a_line() {
    // seq 0 999 | sha256sum; printf '0\n3\n12\n' | sha256sum (coreutils 9.1)
    assertThat(ExampleIndices.range(0, 1000).sha256())
        .isEqualTo("8db91b2ee25d579493dbc2ca66417cc945e215b5424349884013834d43df7ac4");
    assertThat(ExampleIndices.of(0, 3, 12).sha256())
        .isEqualTo("0c51b7a7eea1ea620371e9d9fdb80dd005237ae0e9dc106f42e7cf70e5297419");
  }

  @Test
  void are_shown_as_a_range_and_with_their_number_where_some_are_left_out() {
    assertThat(ExampleIndices.range(5, 1)).hasToString("5-5");
    assertThat(ExampleIndices.range(0, 1000)).hasToString("0-999");
    assertThat(ExampleIndices.of(0, 3, 12)).hasToString("3 of 0-12");
    assertThat(ExampleIndices.of(3, 4, 5)).hasToString("3-5").isEqualTo(ExampleIndices.range(3, 3));
  }

  @Test
  void ascend_from_0_or_more_and_there_is_one_at_least() {
    assertThatThrownBy(() -> ExampleIndices.of(1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExampleIndices.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(ExampleIndices::of).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
