package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FloorPathTest {
  private static final double NAN = Double.NaN;

  @Test
  void up_and_down_again_is_a_floor_barrier_the_ends_are_none() {
    assertThat(FloorPath.of(new double[] {5, 3, 4, 2, 1}, 0))
        .isEqualTo(new FloorPath(4, 0.75, 0.25, 1, 1));
    assertThat(FloorPath.of(new double[] {5, 3, 4}, 0).barriers()).isZero();
  }

  @Test
  void steps_outside_a_valley_are_skipped() {
    assertThat(FloorPath.of(new double[] {NAN, 3, NAN, NAN, 4, 2, NAN}, 0))
        .isEqualTo(new FloorPath(2, 0.5, 0.5, 1, 1));
  }

  @Test
  void the_mean_rise_is_of_rises_above_the_numerical_floor_alone() {
    assertThat(FloorPath.of(new double[] {1, 4, 2, 2.5, 1, 2}, 0.5).meanRise()).isEqualTo(2);
  }

  @Test
  void changes_up_to_the_numerical_floor_count_neither_way() {
    assertThat(FloorPath.of(new double[] {3, 4, 3, 1}, 1))
        .isEqualTo(new FloorPath(3, 1.0 / 3, 0, 0, NAN));
  }

  @Test
  void a_barrier_climbed_in_steps_below_the_numerical_floor_is_one_as_a_whole() {
    assertThat(FloorPath.of(new double[] {0, 1, 2, 1, 0}, 1))
        .isEqualTo(new FloorPath(4, 0, 0, 1, NAN));
  }

  @Test
  void ripples_up_to_the_numerical_floor_on_a_barrier_do_not_split_it() {
    assertThat(FloorPath.of(new double[] {0, 5, 4.5, 5, 0}, 1).barriers()).isEqualTo(1);
    assertThat(FloorPath.of(new double[] {0, 5, 4.5, 5, 0}, 0).barriers()).isEqualTo(2);
  }

  @Test
  void a_plateau_is_one_barrier() {
    assertThat(FloorPath.of(new double[] {0, 5, 5, 0}, 0).barriers()).isEqualTo(1);
  }

  @Test
  void fewer_than_two_floors_leave_nothing_to_compare() {
    FloorPath nothing = new FloorPath(0, NAN, NAN, 0, NAN);

    assertThat(FloorPath.of(new double[0], 0)).isEqualTo(nothing);
    assertThat(FloorPath.of(new double[] {NAN, 1}, 0)).isEqualTo(nothing);
  }

  @Test
  void an_infinite_floor_and_an_impossible_numerical_floor_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloorPath.of(new double[] {1, Double.NEGATIVE_INFINITY}, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FloorPath.of(new double[] {1}, -1e-9))
        .withMessage("the numerical floor must be 0 or more and finite, got -1.0E-9");
    assertThatIllegalArgumentException().isThrownBy(() -> FloorPath.of(new double[] {1}, NAN));
  }

  @Test
  void tops_of_barriers_are_where_the_path_turns_down_and_as_many_as_are_counted() {
    double[] floors = {5, 3, NAN, 4, 4.5, 2, 2.1, 1.9, 6, 1};
    assertThat(FloorPath.peaks(floors, 0)).containsExactly(4, 6, 8);
    assertThat(FloorPath.peaks(floors, 0.5)).containsExactly(4, 8);
    assertThat(FloorPath.of(floors, 0).barriers()).isEqualTo(3);
    assertThat(FloorPath.of(floors, 0.5).barriers()).isEqualTo(2);
  }
}
