package org.sgdwalk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;

/**
 * What the schedules of section 5 are tuned over: the same peak rates and as many shapes for each
 * but the constant rate, which has none. Lengths are in eighths of the run.
 */
final class ScheduleGrid {
  /** From the paper's rate up, a factor of about three apart, until no best one is the largest. */
  private static final List<Double> PEAKS = List.of(0.1, 0.3, 1.0, 3.0, 10.0);

  /** Of the peak: where a rise starts. */
  private static final double LOW = 0.1;

  /** Of the peak: what the others end at. */
  private static final double END = 0.01;

  /**
   * A point of the grid.
   *
   * @param arm the schedule
   * @param shape its shape, in words without a comma
   * @param peak the largest learning rate of the run
   * @param schedule the schedule, 1 its largest multiplier
   */
  record Point(Arm arm, String shape, double peak, ScheduleSpec schedule) {
    /** The run of an arm at this point. */
    RunSpec in(RunSpec run) {
      return new RunSpec(
          run.network(),
          run.data(),
          run.optimizer().withLearningRate(peak),
          schedule,
          run.length(),
          run.seed(),
          run.orderSeed(),
          run.precision(),
          run.probes(),
          run.keepTheta());
    }
  }

  private record Shape(String words, ScheduleSpec schedule) {}

  private ScheduleGrid() {}

  /** All points of a run of so many epochs, a multiple of eight. */
  static List<Point> of(int epochs) {
    int eighth = epochs / 8;
    List<Point> points = new ArrayList<>();
    points.addAll(points(Arm.LONG_CONSTANT, new Shape("constant", new ScheduleSpec.Constant())));
    points.addAll(
        points(
            Arm.LONG_STEPWISE,
            new Shape("falls to 1/10 at 4/8 and 6/8", stepwise(0.1, 4 * eighth, 6 * eighth)),
            new Shape("falls to 1/10 at 6/8", stepwise(0.1, 6 * eighth)),
            new Shape(
                "falls to 3/10 at 2/8 4/8 and 6/8",
                stepwise(0.3, 2 * eighth, 4 * eighth, 6 * eighth))));
    points.addAll(
        points(
            Arm.LONG_CYCLICAL,
            new Shape("4 cycles from 1/10", new ScheduleSpec.Cyclical(LOW, 1, eighth)),
            new Shape("4 cycles from 1/100", new ScheduleSpec.Cyclical(END, 1, eighth)),
            new Shape("2 cycles from 1/10", new ScheduleSpec.Cyclical(LOW, 1, 2 * eighth))));
    points.addAll(
        points(
            Arm.LONG_TRAPEZOID,
            new Shape("rises 1/8 and anneals 2/8", trapezoid(eighth, 2 * eighth)),
            new Shape("rises 1/8 and anneals 4/8", trapezoid(eighth, 4 * eighth)),
            new Shape("rises 2/8 and anneals 4/8", trapezoid(2 * eighth, 4 * eighth))));
    return points;
  }

  private static List<Point> points(Arm arm, Shape... shapes) {
    return Stream.of(shapes)
        .flatMap(
            shape ->
                PEAKS.stream().map(peak -> new Point(arm, shape.words(), peak, shape.schedule())))
        .toList();
  }

  private static ScheduleSpec stepwise(double factor, Integer... epochs) {
    return new ScheduleSpec.Stepwise(factor, List.of(epochs));
  }

  private static ScheduleSpec trapezoid(int rise, int anneal) {
    return new ScheduleSpec.Trapezoid(LOW, 1, END, rise, anneal);
  }
}
