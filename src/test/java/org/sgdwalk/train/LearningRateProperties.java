package org.sgdwalk.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.sgdwalk.net.QuadraticSurface;
import org.sgdwalk.spec.LearningRate;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;

/** Multipliers m(1), m(2), ..., m(T); array index t - 1. */
class LearningRateProperties {
  private static final double ROUNDING = 1e-12;

  /**
   * A schedule in a run.
   *
   * @param perEpoch updates an epoch
   * @param updates updates of the run
   */
  record Run<S extends ScheduleSpec>(S schedule, int perEpoch, int updates) {
    double[] multipliers() {
      LearningRate multiplier = LearningRate.multiplier(schedule, perEpoch, updates);
      return IntStream.rangeClosed(1, updates).mapToDouble(multiplier::at).toArray();
    }
  }

  @Provide
  Arbitrary<Run<ScheduleSpec.Cyclical>> cycles() {
    return Combinators.combine(low(), high(), few(), few(), Arbitraries.integers().between(0, 90))
        .as(
            (low, high, half, perEpoch, more) ->
                new Run<>(
                    new ScheduleSpec.Cyclical(low, high, half), perEpoch, half * perEpoch + more));
  }

  @Provide
  Arbitrary<Run<ScheduleSpec.Trapezoid>> trapezoids() {
    return Combinators.combine(
            low(), high(), low(), few(), few(), few(), Arbitraries.integers().between(0, 40))
        .as(
            (low, high, end, rise, anneal, perEpoch, flat) ->
                new Run<>(
                    new ScheduleSpec.Trapezoid(low, high, end, rise, anneal),
                    perEpoch,
                    (rise + anneal) * perEpoch + flat));
  }

  private static Arbitrary<Double> low() {
    return Arbitraries.doubles().between(0.01, 0.99).ofScale(9);
  }

  private static Arbitrary<Double> high() {
    return Arbitraries.doubles().between(1, 10).ofScale(9);
  }

  private static Arbitrary<Integer> few() {
    return Arbitraries.integers().between(1, 6);
  }

  @Property
  void a_cycle_stays_between_low_and_high(@ForAll("cycles") Run<ScheduleSpec.Cyclical> run) {
    for (double m : run.multipliers()) {
      assertThat(m).isBetween(run.schedule().low() - ROUNDING, run.schedule().high() + ROUNDING);
    }
  }

  @Property
  void a_cycle_has_its_ends_at_multiples_of_the_half_period(
      @ForAll("cycles") Run<ScheduleSpec.Cyclical> run) {
    double[] m = run.multipliers();
    int half = run.schedule().halfPeriodEpochs() * run.perEpoch();

    for (int k = 0; k * half < m.length; k++) {
      double expected = k % 2 == 0 ? run.schedule().low() : run.schedule().high();
      assertThat(m[k * half]).isCloseTo(expected, within(ROUNDING));
    }
  }

  @Property
  void a_cycle_is_linear_with_the_same_slope_up_and_down(
      @ForAll("cycles") Run<ScheduleSpec.Cyclical> run) {
    double[] m = run.multipliers();
    int half = run.schedule().halfPeriodEpochs() * run.perEpoch();
    double slope = (run.schedule().high() - run.schedule().low()) / half;

    for (int i = 1; i < m.length; i++) {
      double up = (i - 1) / half % 2 == 0 ? slope : -slope;
      assertThat(m[i] - m[i - 1]).isCloseTo(up, within(ROUNDING));
    }
  }

  @Property
  void a_trapezoid_starts_at_low_and_ends_at_end_and_never_leaves_them_and_high(
      @ForAll("trapezoids") Run<ScheduleSpec.Trapezoid> run) {
    double[] m = run.multipliers();
    ScheduleSpec.Trapezoid schedule = run.schedule();

    assertThat(m[0]).isEqualTo(schedule.low());
    assertThat(m[m.length - 1]).isEqualTo(schedule.end());
    assertThat(Arrays.stream(m).max().orElseThrow())
        .isLessThanOrEqualTo(schedule.high() + ROUNDING);
    assertThat(Arrays.stream(m).min().orElseThrow())
        .isGreaterThanOrEqualTo(Math.min(schedule.low(), schedule.end()) - ROUNDING);
  }

  @Property
  void a_trapezoid_rises_then_is_flat_at_high_then_falls(
      @ForAll("trapezoids") Run<ScheduleSpec.Trapezoid> run) {
    double[] m = run.multipliers();
    int rise = run.schedule().riseEpochs() * run.perEpoch();
    int anneal = run.schedule().annealEpochs() * run.perEpoch();

    for (int t = 2; t <= m.length; t++) {
      double change = m[t - 1] - m[t - 2];
      if (t <= rise) {
        assertThat(change).isPositive();
      } else if (t > rise + 1 && t <= m.length - anneal) {
        assertThat(m[t - 1]).isEqualTo(run.schedule().high());
      } else if (t > m.length - anneal && t > rise + 1) {
        assertThat(change).isNegative();
      }
    }
  }

  /** Continuity: no update changes the rate by more than the steeper of the two slopes. */
  @Property
  void a_trapezoid_never_jumps(@ForAll("trapezoids") Run<ScheduleSpec.Trapezoid> run) {
    double[] m = run.multipliers();
    ScheduleSpec.Trapezoid schedule = run.schedule();
    double up = (schedule.high() - schedule.low()) / (schedule.riseEpochs() * run.perEpoch());
    double down = (schedule.high() - schedule.end()) / (schedule.annealEpochs() * run.perEpoch());

    for (int i = 1; i < m.length; i++) {
      assertThat(Math.abs(m[i] - m[i - 1])).isLessThanOrEqualTo(Math.max(up, down) + ROUNDING);
    }
  }

  /** What the paper's null hypothesis needs: the two schedules differ only after the first rise. */
  @Property
  void a_trapezoid_rises_as_the_first_half_period_of_a_cycle(
      @ForAll("trapezoids") Run<ScheduleSpec.Trapezoid> run) {
    ScheduleSpec.Trapezoid schedule = run.schedule();
    double[] cycle =
        new Run<>(
                new ScheduleSpec.Cyclical(schedule.low(), schedule.high(), schedule.riseEpochs()),
                run.perEpoch(),
                run.updates())
            .multipliers();
    double[] trapezoid = run.multipliers();

    for (int i = 0; i < schedule.riseEpochs() * run.perEpoch(); i++) {
      assertThat(trapezoid[i]).isCloseTo(cycle[i], within(ROUNDING));
    }
  }

  @Property
  void steps_fall_by_the_factor_right_after_their_epochs_and_nowhere_else(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(9) double factor,
      @ForAll @IntRange(min = 1, max = 5) int first,
      @ForAll @IntRange(min = 1, max = 5) int gap,
      @ForAll @IntRange(min = 1, max = 7) int perEpoch) {
    List<Integer> epochs = List.of(first, first + gap);
    double[] m =
        new Run<>(new ScheduleSpec.Stepwise(factor, epochs), perEpoch, (first + gap + 2) * perEpoch)
            .multipliers();

    assertThat(m[0]).isEqualTo(1);
    for (int i = 1; i < m.length; i++) {
      boolean falls = i % perEpoch == 0 && epochs.contains(i / perEpoch);
      assertThat(m[i]).isEqualTo(falls ? factor * m[i - 1] : m[i - 1]);
    }
  }

  /** Along one eigenvector theta_{t+1} = (1 - eta_t lambda) theta_t: the loop used these rates. */
  @Example
  void the_loop_multiplies_the_optimizers_rate() {
    RunSpec constant = Walks.spec(new OptimizerSpec.Gd(0.5, 0), 5);
    RunSpec spec =
        new RunSpec(
            constant.network(),
            constant.data(),
            constant.optimizer(),
            new ScheduleSpec.Trapezoid(0.2, 1, 0.1, 2, 2),
            LengthSpec.ofSteps(5),
            1,
            null,
            constant.precision(),
            constant.probes(),
            List.of());

    Walks.Walked walked = Walks.run(spec, new QuadraticSurface(1));

    double[] rates = walked.steps().stream().mapToDouble(Step::learningRate).toArray();
    double[] expected = {0.1, 0.3, 0.5, 0.275, 0.05};
    double theta = 1;
    for (int i = 0; i < expected.length; i++) {
      assertThat(rates[i]).isCloseTo(expected[i], within(ROUNDING));
      theta *= 1 - expected[i];
      assertThat(walked.thetas().get(i + 1)[0]).isCloseTo(theta, within(ROUNDING));
    }
  }
}
