package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jfree.data.xy.XYSeries;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Thinning for drawing")
class ThinningTest {
  private static XYSeries wave(int count) {
    XYSeries points = new XYSeries("wave", false, true);
    for (int i = 0; i < count; i++) {
      points.add(i, Math.sin(i));
    }
    return points;
  }

  @Test
  void leaves_few_points_alone() {
    XYSeries points = wave(Thinning.MOST);
    assertThat(Thinning.of(points)).isSameAs(points);
  }

  @Test
  void keeps_both_ends_every_peak_and_every_gap_in_order() {
    XYSeries points = wave(100_000);
    points.updateByIndex(54_321, 9);
    points.updateByIndex(54_322, -9);
    points.updateByIndex(77_777, Double.NaN);

    double[][] thinned = Thinning.of(points).toArray();

    assertThat(thinned[0]).hasSizeBetween(1_000, Thinning.MOST).isSorted();
    assertThat(thinned[0]).startsWith(0).endsWith(99_999).contains(77_777);
    assertThat(thinned[1]).contains(9, -9);
    assertThat(Arrays.stream(thinned[1]).filter(Double::isNaN).count()).isEqualTo(1);
  }
}
