package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Indices of examples")
class ExampleIndicesTest {
  @Test
  @DisplayName("have the SHA-256 of their decimal numbers, one a line")
  void sums() {
    // seq 0 999 | sha256sum; printf '0\n3\n12\n' | sha256sum (coreutils 9.1)
    assertThat(ExampleIndices.range(0, 1000).sha256())
        .isEqualTo("8db91b2ee25d579493dbc2ca66417cc945e215b5424349884013834d43df7ac4");
    assertThat(ExampleIndices.of(0, 3, 12).sha256())
        .isEqualTo("0c51b7a7eea1ea620371e9d9fdb80dd005237ae0e9dc106f42e7cf70e5297419");
  }

  @Test
  @DisplayName("are shown as a range, and with their number where some are left out")
  void text() {
    assertThat(ExampleIndices.range(5, 1)).hasToString("5-5");
    assertThat(ExampleIndices.range(0, 1000)).hasToString("0-999");
    assertThat(ExampleIndices.of(0, 3, 12)).hasToString("3 of 0-12");
    assertThat(ExampleIndices.of(3, 4, 5)).hasToString("3-5").isEqualTo(ExampleIndices.range(3, 3));
  }

  @Test
  @DisplayName("ascend from 0 or more, and there is one at least")
  void order() {
    assertThatThrownBy(() -> ExampleIndices.of(1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExampleIndices.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(ExampleIndices::of).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
