package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tridiagonal matrix of Lanczos steps")
class SymmetricTridiagonalTest {
  private static final double[] NONE = {};

  /** Second differences of n points: eigenvalues 2 - 2 cos(pi j / (n + 1)). */
  @Test
  void has_the_eigenvalues_of_second_differences() {
    int n = 9;
    double[] diagonal = new double[n];
    double[] beside = new double[n - 1];
    Arrays.fill(diagonal, 2);
    Arrays.fill(beside, -1);

    List<RitzPair> pairs = new SymmetricTridiagonal(diagonal, beside).ritzPairs(0.5);

    for (int j = n; j >= 1; j--) {
      RitzPair pair = pairs.get(n - j);
      // Component i of the unit vector: sqrt(2 / (n + 1)) sin(pi i j / (n + 1)), up to its sign.
      double end = Math.sqrt(2.0 / (n + 1)) * Math.sin(Math.PI * j / (n + 1));
      assertThat(pair.value()).isCloseTo(2 - 2 * Math.cos(Math.PI * j / (n + 1)), within(1e-13));
      assertThat(pair.weight()).isCloseTo(end * end, within(1e-13));
      assertThat(pair.residual()).isCloseTo(0.5 * end, within(1e-13));
      assertThat(pair.coordinates()).hasSize(n);
    }
  }

  @Test
  void puts_the_largest_magnitude_first_and_of_equal_ones_the_positive() {
    assertThat(new SymmetricTridiagonal(new double[] {1, -4, 4, 0}, new double[3]).ritzPairs(0))
        .extracting(RitzPair::value)
        .containsExactly(4.0, -4.0, 1.0, 0.0);
  }

  @Test
  void has_one_pair_of_a_single_row() {
    SymmetricTridiagonal single = new SymmetricTridiagonal(new double[] {-3}, NONE);

    assertThat(single.size()).isEqualTo(1);
    assertThat(single.ritzPairs(2)).containsExactly(new RitzPair(-3, 2, 1, List.of(1.0)));
    assertThat(single.quadrature()).isEqualTo(new Quadrature(List.of(-3.0), List.of(1.0)));
  }

  @Test
  void rejects_what_is_no_matrix_or_no_rule() {
    assertThatThrownBy(() -> new SymmetricTridiagonal(NONE, NONE))
        .hasMessage("a tridiagonal matrix has k >= 1 and k - 1 numbers, got 0 and 0");
    assertThatThrownBy(() -> new SymmetricTridiagonal(new double[2], NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SymmetricTridiagonal(new double[] {Double.NaN}, NONE))
        .hasMessageStartingWith("alpha 0 must be finite");
    assertThatThrownBy(() -> new Quadrature(List.of(1.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Quadrature(List.of(1.0), List.of(-1.0)))
        .hasMessage("weights must be 0 or more and finite, got -1.0");
  }
}
