package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FloorPathTest {
  private static final double NAN = Double.NaN;

  @Test
  @DisplayName("up and down again is a floor barrier; the ends are none")
  void barrier() {
    assertThat(FloorPath.of(new double[] {5, 3, 4, 2, 1}, 0))
        .isEqualTo(new FloorPath(4, 0.75, 0.25, 1));
    assertThat(FloorPath.of(new double[] {5, 3, 4}, 0).barriers()).isZero();
  }

  @Test
  @DisplayName("steps outside a valley are skipped")
  void skipsNaN() {
    assertThat(FloorPath.of(new double[] {NAN, 3, NAN, NAN, 4, 2, NAN}, 0))
        .isEqualTo(new FloorPath(2, 0.5, 0.5, 1));
  }

  @Test
  @DisplayName("changes up to the numerical floor count neither way")
  void numericalFloor() {
    assertThat(FloorPath.of(new double[] {3, 4, 3, 1}, 1))
        .isEqualTo(new FloorPath(3, 1.0 / 3, 0, 0));
  }

  @Test
  @DisplayName("a barrier climbed in steps below the numerical floor is one as a whole")
  void slowBarrier() {
    assertThat(FloorPath.of(new double[] {0, 1, 2, 1, 0}, 1)).isEqualTo(new FloorPath(4, 0, 0, 1));
  }

  @Test
  @DisplayName("ripples up to the numerical floor on a barrier do not split it")
  void ripple() {
    assertThat(FloorPath.of(new double[] {0, 5, 4.5, 5, 0}, 1).barriers()).isEqualTo(1);
    assertThat(FloorPath.of(new double[] {0, 5, 4.5, 5, 0}, 0).barriers()).isEqualTo(2);
  }

  @Test
  @DisplayName("a plateau is one barrier")
  void plateau() {
    assertThat(FloorPath.of(new double[] {0, 5, 5, 0}, 0).barriers()).isEqualTo(1);
  }

  @Test
  @DisplayName("fewer than two floors leave nothing to compare")
  void tooFew() {
    FloorPath nothing = new FloorPath(0, NAN, NAN, 0);

    assertThat(FloorPath.of(new double[0], 0)).isEqualTo(nothing);
    assertThat(FloorPath.of(new double[] {NAN, 1}, 0)).isEqualTo(nothing);
  }

  @Test
  @DisplayName("an infinite floor and an impossible numerical floor are refused")
  void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloorPath.of(new double[] {1, Double.NEGATIVE_INFINITY}, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloorPath.of(new double[] {1}, -1e-9))
        .withMessage("the numerical floor must be 0 or more and finite, got -1.0E-9");
    assertThatIllegalArgumentException().isThrownBy(() -> FloorPath.of(new double[] {1}, NAN));
  }
}
