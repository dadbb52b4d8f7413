package org.sgdwalk.cell;

import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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
  record Tuned(double peak, ScheduleSpec schedule) {
    @JsonCreator
    static Tuned of(
        @JsonProperty(value = "peak", required = true) double peak,
        @JsonProperty(value = "schedule", required = true) ScheduleSpec schedule) {
      return new Tuned(peak, schedule);
    }
  }

  @JsonCreator
  static Schedules of(
      @JsonProperty(value = "epochs", required = true) int epochs,
      @JsonProperty(value = "constant", required = true) Tuned constant,
      @JsonProperty(value = "stepwise", required = true) Tuned stepwise,
      @JsonProperty(value = "cyclical", required = true) Tuned cyclical,
      @JsonProperty(value = "trapezoid", required = true) Tuned trapezoid) {
    requireKind("constant", constant, ScheduleSpec.Constant.class);
    requireKind("stepwise", stepwise, ScheduleSpec.Stepwise.class);
    requireKind("cyclical", cyclical, ScheduleSpec.Cyclical.class);
    requireKind("trapezoid", trapezoid, ScheduleSpec.Trapezoid.class);
    return new Schedules(epochs, constant, stepwise, cyclical, trapezoid);
  }

  private static void requireKind(String key, Tuned tuned, Class<? extends ScheduleSpec> kind) {
    require(
        kind.isInstance(tuned.schedule()),
        "schedules." + key + ".schedule.kind",
        key,
        tuned.schedule());
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
