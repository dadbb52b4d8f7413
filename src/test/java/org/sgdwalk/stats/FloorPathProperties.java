package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FloorPathProperties {

  /** Small integers, so that ties occur and arithmetic is exact; 0 stands for a missing floor. */
  @Provide
  Arbitrary<double[]> paths() {
    return Arbitraries.integers()
        .between(0, 12)
        .map(i -> i == 0 ? Double.NaN : (double) i)
        .array(Double[].class)
        .ofMaxSize(30)
        .map(boxed -> Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray());
  }

  @Property
  void a_falling_path_only_falls_and_has_no_barrier(
      @ForAll @IntRange(min = 2, max = 50) int length) {
    double[] falling = new double[length];
    Arrays.setAll(falling, i -> -i);

    assertThat(FloorPath.of(falling, 0.5))
        .isEqualTo(new FloorPath(length - 1, 1, 0, 0, Double.NaN));
  }

  @Property
  void a_shift_changes_nothing(
      @ForAll("paths") double[] floors,
      @ForAll @IntRange(min = 0, max = 5) int numericalFloor,
      @ForAll @IntRange(min = -100, max = 100) int shift) {
    double[] shifted = Arrays.stream(floors).map(floor -> floor + shift).toArray();

    assertThat(FloorPath.of(shifted, numericalFloor))
        .isEqualTo(FloorPath.of(floors, numericalFloor));
  }

  @Property
  void walking_back_swaps_falls_and_rises_and_keeps_barriers(
      @ForAll("paths") double[] floors, @ForAll @IntRange(min = 0, max = 5) int numericalFloor) {
    double[] reversed = new double[floors.length];
    Arrays.setAll(reversed, i -> floors[floors.length - 1 - i]);
    FloorPath forth = FloorPath.of(floors, numericalFloor);

    FloorPath back = FloorPath.of(reversed, numericalFloor);
    assertThat(back.falling()).isEqualTo(Double.valueOf(forth.rising()));
    assertThat(back.rising()).isEqualTo(Double.valueOf(forth.falling()));
    assertThat(back.barriers()).isEqualTo(forth.barriers());
  }

  @Property
  void without_numerical_floor_barriers_are_the_local_maxima(@ForAll("paths") double[] floors) {
    double[] defined = Arrays.stream(floors).filter(floor -> !Double.isNaN(floor)).toArray();
    int maxima = 0;
    double direction = 0;
    for (int i = 1; i < defined.length; i++) {
      double change = Math.signum(defined[i] - defined[i - 1]);
      maxima += direction > 0 && change < 0 ? 1 : 0;
      direction = change == 0 ? direction : change;
    }

    assertThat(FloorPath.of(floors, 0).barriers()).isEqualTo(maxima);
  }

  @Property
  void a_larger_numerical_floor_never_counts_more(
      @ForAll("paths") double[] floors, @ForAll @IntRange(min = 0, max = 5) int numericalFloor) {
    FloorPath fine = FloorPath.of(floors, numericalFloor);
    FloorPath coarse = FloorPath.of(floors, numericalFloor + 1);

    assertThat(coarse.barriers()).isLessThanOrEqualTo(fine.barriers());
    assertThat(fine.comparisons() > 0 && coarse.falling() > fine.falling()).isFalse();
    assertThat(fine.comparisons() > 0 && coarse.rising() > fine.rising()).isFalse();
  }
}
