package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jfree.data.xy.XYSeries;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

@DisplayName("Curves of a walk")
class SeriesTest {
  private static final Look LOOK = Look.line(Palette.BLUE);
  private static final Trace TRACE = SyntheticWalks.trace(Arm.SGD);

  @Test
  void cross_section_of_a_step_lies_between_the_updates_before_and_after_it() {
    XYSeries points = Series.loss("loss", LOOK, TRACE).points();
    // Two probed steps of three points, then a gap for the third.
    double[][] array = points.toArray();
    assertThat(array[0]).startsWith(0, 0.5, 1, 1, 1.5, 2, 2, 3, 3.5, 4);
    assertThat(array[1][0]).isEqualTo(3);
    assertThat(array[1][6]).as("where step 3 was not probed").isNaN();
  }

  @Test
  void valley_floor_lies_where_it_was_found() {
    double[][] array = Series.floors("floor", LOOK, TRACE).points().toArray();
    assertThat(array[0]).startsWith(0.5, 1.5, 3.5);
    assertThat(array[1]).startsWith(2, 1, 0.5);
  }

  @Test
  void running_mean_stands_in_the_middle_of_its_window_and_leaves_out_nan() {
    List<StepRow> steps = TRACE.steps().subList(0, 3);
    XYSeries points = Series.runningMean("mean", LOOK, steps, StepRow::cosine, 3).points();
    assertThat(points.getItemCount()).isEqualTo(1);
    assertThat(points.getX(0)).isEqualTo(2.0);
    assertThat(points.getY(0)).isEqualTo((Math.sin(2) + Math.sin(3)) / 2);
  }
}
