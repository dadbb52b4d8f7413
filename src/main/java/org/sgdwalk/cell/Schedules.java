package org.sgdwalk.cell;

import java.util.List;
import java.util.Map;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.spec.ScheduleSpec;

/**
 * The learning-rate schedules of section 5 in a cell, each at the settings that were tuned for it:
 * {@code docs/claims.md} has the grid and the choice.
 *
 * @param epochs length of the runs
 * @param constant no schedule: what the others are better than, if anything
 * @param stepwise step-wise annealing
 * @param cyclical the cyclical rate, several cycles
 * @param trapezoid a rise, flat, a fall
 */
record Schedules(int epochs, Tuned constant, Tuned stepwise, Tuned cyclical, Tuned trapezoid) {
  /**
   * A schedule with its rate.
   *
   * @param peak the largest learning rate, where the multiplier is 1
   * @param schedule multipliers up to 1
   */
  record Tuned(double peak, ScheduleSpec schedule) {}

  /** Of the narrow MLP on Fashion-MNIST. */
  static final Schedules NARROW_MLP_FASHION_MNIST =
      new Schedules(
          32,
          new Tuned(1, new ScheduleSpec.Constant()),
          new Tuned(1, new ScheduleSpec.Stepwise(0.1, List.of(16, 24))),
          new Tuned(1, new ScheduleSpec.Cyclical(0.1, 1, 4)),
          new Tuned(3, new ScheduleSpec.Trapezoid(0.1, 1, 0.01, 8, 16)));

  /** Of the narrow MLP on MNIST. */
  static final Schedules NARROW_MLP_MNIST =
      new Schedules(
          32,
          new Tuned(0.3, new ScheduleSpec.Constant()),
          new Tuned(1, new ScheduleSpec.Stepwise(0.1, List.of(24))),
          new Tuned(1, new ScheduleSpec.Cyclical(0.1, 1, 8)),
          new Tuned(1, new ScheduleSpec.Trapezoid(0.1, 1, 0.01, 8, 16)));

  /**
   * Of the paper's MLP: not tuned at its size, which takes a large machine, but those of the narrow
   * one on Fashion-MNIST in the same proportions of the run.
   */
  static final Schedules PAPER_MLP =
      new Schedules(
          40,
          new Tuned(1, new ScheduleSpec.Constant()),
          new Tuned(1, new ScheduleSpec.Stepwise(0.1, List.of(20, 30))),
          new Tuned(1, new ScheduleSpec.Cyclical(0.1, 1, 5)),
          new Tuned(3, new ScheduleSpec.Trapezoid(0.1, 1, 0.01, 10, 20)));

  /**
   * Of a network that nobody has tuned: the paper's rate as the peak of all, and the shapes of the
   * narrow MLP on Fashion-MNIST, over 96 epochs, whose eighths are whole. To be tuned on the
   * machine that can run it.
   */
  static Schedules untuned(double rate) {
    return new Schedules(
        96,
        new Tuned(rate, new ScheduleSpec.Constant()),
        new Tuned(rate, new ScheduleSpec.Stepwise(0.1, List.of(48, 72))),
        new Tuned(rate, new ScheduleSpec.Cyclical(0.1, 1, 12)),
        new Tuned(rate, new ScheduleSpec.Trapezoid(0.1, 1, 0.01, 24, 48)));
  }

  /** By arm. */
  Map<Arm, Tuned> byArm() {
    return Map.of(
        Arm.LONG_CONSTANT, constant,
        Arm.LONG_STEPWISE, stepwise,
        Arm.LONG_CYCLICAL, cyclical,
        Arm.LONG_TRAPEZOID, trapezoid);
  }
}
