package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A location test at the looks of a group-sequential design")
class LocationTestTest {
  private static final GroupSequentialDesign DESIGN = GroupSequentialDesign.of(1 / 3000.0, 28);

  @Test
  void looks_at_a_half_three_quarters_and_all() {
    assertThat(DESIGN.looks()).containsExactly(14, 21, 28);
    assertThat(GroupSequentialDesign.of(0.01, 1).looks()).containsExactly(1);
    assertThat(GroupSequentialDesign.of(0.01, 2).looks()).containsExactly(1, 2);
    assertThat(GroupSequentialDesign.of(0.01, 16).looks()).containsExactly(8, 12, 16);
  }

  @ParameterizedTest(name = "up to {0}")
  @ValueSource(ints = {1, 2, 5, 14, 16, 28, 100})
  void spends_the_whole_error_and_no_more(int most) {
    GroupSequentialDesign design = GroupSequentialDesign.of(0.01, most);
    double spent = IntStream.range(0, design.looks().size()).mapToDouble(design::level).sum();

    assertThat(spent).isCloseTo(0.01, within(1e-15));
  }

  @Test
  void says_how_far_the_next_look_is() {
    assertThat(DESIGN.furtherToLook(0)).isEqualTo(14);
    assertThat(DESIGN.furtherToLook(13)).isEqualTo(1);
    assertThat(DESIGN.furtherToLook(14)).isEqualTo(7);
    assertThat(DESIGN.furtherToLook(28)).isZero();
    assertThat(DESIGN.looksUpTo(27)).isEqualTo(2);
  }

  @Test
  void shows_nothing_between_looks_and_keeps_what_it_has_shown() {
    LocationTest test = new LocationTest(DESIGN);
    double[] ones = new double[13];
    Arrays.fill(ones, 1);
    assertThat(test.above(ones, 0)).isEqualTo(LocationTest.NEVER);

    double[] turning = new double[28];
    Arrays.setAll(turning, i -> i < 14 ? 1 : -9);
    assertThat(test.above(Arrays.copyOf(turning, 14), 0)).isNotEqualTo(LocationTest.NEVER);
    assertThat(test.above(turning, 0)).isNotEqualTo(LocationTest.NEVER);
    assertThat(test.below(turning, 0)).isEqualTo(LocationTest.NEVER);
    assertThat(test.within(Arrays.copyOf(turning, 14), 1.1)).isNotEqualTo(LocationTest.NEVER);
    assertThat(test.within(Arrays.copyOf(turning, 14), 0.9)).isEqualTo(LocationTest.NEVER);
  }

  @Test
  void takes_what_is_not_known_as_the_worst_for_either_side() {
    double[] ones = new double[14];
    Arrays.fill(ones, 1);
    LocationTest test = new LocationTest(DESIGN);
    assertThat(test.above(ones, 0)).isNotEqualTo(LocationTest.NEVER);
    assertThat(test.below(ones, 2)).isNotEqualTo(LocationTest.NEVER);

    ones[3] = Double.NaN;
    assertThat(test.above(ones, 0)).isEqualTo(LocationTest.NEVER);
    assertThat(test.below(ones, 2)).isEqualTo(LocationTest.NEVER);
  }

  /** 200,000 walks at the edge: 67 errors are allowed, and 4 of their standard errors more. */
  @Test
  void errs_no_more_often_than_it_may_where_arms_are_alike() {
    RandomGenerator random = new Well19937c(1);
    LocationTest test = new LocationTest(DESIGN);
    int runs = 200_000;
    int errors = 0;
    double[] values = new double[28];
    for (int run = 0; run < runs; run++) {
      // Differences of two skewed arms that are the same treatment.
      Arrays.setAll(values, i -> Alike.difference(() -> Math.exp(random.nextGaussian())));
      errors += test.above(values, 0) == LocationTest.NEVER ? 0 : 1;
    }

    double allowed = runs * DESIGN.error();
    assertThat((double) errors).isBetween(allowed / 4, allowed + 4 * Math.sqrt(allowed));
  }

  @Test
  void refuses_looks_that_do_not_ascend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GroupSequentialDesign(0.01, List.of(2, 2)))
        .withMessage("must be an error between 0 and 1 and ascending looks, got 0.01 and [2, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GroupSequentialDesign(0.01, List.of()));
  }
}
