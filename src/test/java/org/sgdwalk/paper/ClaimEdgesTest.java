package org.sgdwalk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sgdwalk.claim.SyntheticWalk.barrier;
import static org.sgdwalk.claim.SyntheticWalk.bowl;
import static org.sgdwalk.claim.SyntheticWalk.slope;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.claim.Window;
import org.sgdwalk.judge.Scenario;
import org.sgdwalk.trace.Trace;

/** The window has 41 steps, the judged epochs 20 each. */
@DisplayName("Each criterion holds at its edge and not beyond")
class ClaimEdgesTest {
  private static final Window VALLEY = Scenario.CELL.valley();

  @Test
  void knows_the_window_that_the_edges_are_counted_in() {
    assertThat(VALLEY).isEqualTo(new Window(20, 60));
    assertThat(Scenario.CELL.epochs()).containsExactly(1, 3, 7, 25);
    assertThat(Scenario.CELL.spec(Arm.LONG, 1).updatesPerEpoch()).isEqualTo(20);
  }

  @ParameterizedTest(name = "T1: {0} of 41 steps are no bowl")
  @CsvSource({"2, true", "3, false"})
  void allows_one_step_in_twenty_without_a_bowl(int others, boolean holds) {
    Scenario scenario =
        (arm, walk) ->
            walk.section((step, epoch) -> step < VALLEY.first() + others ? slope() : bowl(1, 0.1));

    assertObserved("T1", scenario, (41.0 - others) / 41, holds);
  }

  @ParameterizedTest(name = "{0}: mean cosine {1}")
  @CsvSource({"T2a, -0.0001, true", "T2a, 0, false", "T2b, -0.9001, true", "T2b, -0.8999, false"})
  void asks_for_gradients_that_turn_back_and_for_opposite_ones(
      String id, double cosine, boolean holds) {
    assertObserved(id, (arm, walk) -> walk.cosine(step -> step > 50 ? cosine : 0.9), cosine, holds);
  }

  @ParameterizedTest(name = "T3: {0} of 40 floors rise")
  @CsvSource({"4, true", "5, false"})
  void allows_one_rising_floor_in_ten(int rises, boolean holds) {
    assertObserved("T3", (arm, walk) -> walk.floor(apartRises(rises)), (40.0 - rises) / 40, holds);
  }

  @ParameterizedTest(name = "T4: {0} of 80 steps are valleys")
  @CsvSource({"41, true", "40, false"})
  void takes_more_than_half_for_most(int valleys, boolean holds) {
    Scenario scenario =
        (arm, walk) ->
            walk.section((step, epoch) -> rank(step, epoch) < valleys ? bowl(1, 0.1) : slope());

    assertObserved("T4", scenario, valleys / 80.0, holds);
  }

  @ParameterizedTest(name = "T5: cosines differ by {0}")
  @CsvSource({"0.2001, true", "0.1999, false"})
  void asks_for_a_tenth_of_the_range_of_a_cosine(double difference, boolean holds) {
    assertObserved(
        "T5",
        (arm, walk) -> walk.cosine(arm == Arm.GD ? -0.5 : -0.5 + difference),
        difference,
        holds);
  }

  @ParameterizedTest(name = "T6: ratio {0}")
  @CsvSource({"1.001, true", "1, false"})
  void does_not_take_an_equal_distance_for_farther(double ratio, boolean holds) {
    assertObserved("T6", (arm, walk) -> walk.distance(arm == Arm.GD ? 1 : ratio), ratio, holds);
  }

  @ParameterizedTest(name = "T7: {0} floor barriers of SGD, {1} of GD")
  @CsvSource({"2, 0, true", "2, 1, true", "1, 0, false", "5, 2, false"})
  void asks_for_ups_and_downs_of_sgd_alone(int ofSgd, int ofGd, boolean holds) {
    assertObserved(
        "T7",
        (arm, walk) -> walk.floor(apartRises(arm == Arm.GD ? ofGd : ofSgd)),
        ofSgd - ofGd,
        holds);
  }

  @ParameterizedTest(name = "T3: in a valley in {0} of the 41 updates")
  @CsvSource({"21, true", "20, false"})
  void asks_for_a_valley_in_half_of_the_window(int valleys, boolean holds) {
    int firstInValley = 60 - valleys + 1;
    Scenario scenario =
        (arm, walk) ->
            walk.section(
                (step, epoch) -> step < firstInValley ? slope() : bowl(2 - 0.01 * step, 0.1));

    assertObserved("T3", scenario, 1, holds);
  }

  @Test
  void does_not_take_rises_below_the_numerical_floor_for_floor_barriers() {
    Scenario scenario =
        (arm, walk) ->
            walk.floor(arm == Arm.GD ? Plants.falling() : Plants.zigZag()).numericalFloor(0.2);

    assertObserved("T7", scenario, 0, false);
  }

  @ParameterizedTest(name = "T8: {0} of 20 updates of an epoch")
  @CsvSource({"1, true", "2, false"})
  void allows_as_many_barriers_as_table_1(int crossed, boolean holds) {
    Scenario scenario =
        (arm, walk) ->
            walk.section(
                (step, epoch) ->
                    epoch == 7 && (step - 1) % 20 < crossed ? barrier(0.01) : bowl(1, 0.1));

    assertObserved("T8", scenario, crossed / 20.0, holds);
  }

  @ParameterizedTest(name = "T8: barrier {0} of a numerical floor of 1")
  @CsvSource({"1.01, false", "0.99, true"})
  void counts_only_barriers_above_the_numerical_floor(double height, boolean holds) {
    Scenario scenario =
        (arm, walk) -> walk.section((step, epoch) -> barrier(height)).numericalFloor(1);

    assertObserved("T8", scenario, holds ? 0 : 1, holds);
  }

  @ParameterizedTest(name = "N7a: ten times the mean within the span is against {0}")
  @CsvSource({"10, true", "9.99, false"})
  void asks_for_ten_times_the_mean_within_the_span(double least, boolean holds) {
    assertObserved(
        "N7a", (arm, walk) -> walk.alignment(epoch -> epoch == 25 ? least : 500), least, holds);
  }

  @ParameterizedTest(name = "R3: {0} of a change of 0.25")
  @CsvSource({"0.125, true", "-0.125, true", "0.126, false", "-0.126, false"})
  void takes_half_of_the_batchs_effect_for_small(double byRate, boolean holds) {
    Scenario scenario =
        (arm, walk) ->
            walk.cosine(arm == Arm.LARGE_BATCH ? -0.25 : arm == Arm.HIGH_RATE ? byRate : 0);

    assertObserved("R3", scenario, -byRate / 0.25, holds);
  }

  @Test
  void does_not_hold_when_neither_rate_nor_batch_has_an_effect() {
    Observation observation = ((Scenario) (arm, walk) -> walk.cosine(-0.5)).observe(claim("R3"));

    assertThat(observation.holds()).isFalse();
    assertThat(observation.effect()).isNaN();
  }

  @ParameterizedTest(name = "R4: higher up to epoch {0}")
  @CsvSource({"1, 0.75, true", "3, 0.5, false"})
  void allows_one_exception_in_four_epochs(int upTo, double fraction, boolean holds) {
    Scenario scenario =
        (arm, walk) -> walk.height(epoch -> (arm == Arm.LONG) == (epoch <= upTo) ? 0.1 : 0.2);

    assertObserved("R4", scenario, fraction, holds);
  }

  @ParameterizedTest(name = "R5: heights {0}, {1}, {2}, {3}")
  @CsvSource({
    "4, 3, 2, 1, 1, true",
    "3, 4, 2, 1, 0.8333333333333334, true",
    "4, 3, 1, 2, 0.8333333333333334, true",
    "3, 4, 1, 2, 0.6666666666666666, false",
    "4, 2, 2, 2, 0.5, false"
  })
  void allows_one_inversion_of_heights(
      double h1, double h3, double h7, double h25, double fraction, boolean holds) {
    List<Double> heights = List.of(h1, h3, h7, h25);
    Scenario scenario =
        (arm, walk) -> walk.height(epoch -> heights.get(Scenario.CELL.epochs().indexOf(epoch)));

    assertObserved("R5", scenario, fraction, holds);
  }

  @ParameterizedTest(name = "N5: {0}, {1}, {2} and {3} of a loss of 0.26 at the fork")
  @CsvSource({
    "0.2341, 0.26, 0.26, 0.2339, true",
    "0.3, 0.2341, 0.3, 0.01, true",
    "0.2339, 0.26, 0.26, 0.01, false",
    "0.26, 0.26, 0.2341, 0.2341, false"
  })
  void asks_for_a_tenth_of_the_loss_at_the_fork(
      double noise, double gd, double slowGd, double sgd, boolean holds) {
    double lowest = Math.min(noise, Math.min(gd, slowGd));

    assertObserved("N5", Plants.forks(noise, gd, slowGd, sgd), 1 - lowest / 0.26, holds);
  }

  @Test
  void finds_the_evaluation_at_the_end_of_a_phase() {
    SyntheticWalk made = new SyntheticWalk(Scenario.CELL.spec(Arm.FORK_SGD, 1));
    Walk walk = new Walk(made.trainLoss(step -> step).trace());

    assertThat(walk.phaseEnd(0).trainLoss()).isEqualTo(160);
    assertThat(walk.phaseEnd(1)).isEqualTo(walk.lastEpoch());
    assertThat(walk.lastEpoch().epoch()).isEqualTo(160 + 8);
    assertThatThrownBy(() -> walk.phaseEnd(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("phase 2 of a run that has 2");
  }

  @Test
  void refuses_a_fork_that_was_not_evaluated() {
    Trace made = new SyntheticWalk(Scenario.CELL.spec(Arm.FORK_GD, 1)).trace();
    Trace cut =
        new Trace(
            made.manifest(),
            made.steps(),
            made.epochs().stream().filter(row -> row.step() < 160).toList());

    assertThatThrownBy(() -> new Walk(cut).phaseEnd(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("step 160 was not evaluated");
  }

  @ParameterizedTest(name = "S1: constant 0.5, cyclical {0}, trapezoid {1}")
  @CsvSource({
    "0.75, 0.625, 0, false",
    "0.75, 0.626, 0.001, true",
    "0.75, 0.8, 0.175, true",
    "0.25, 0.375, 0, false",
    "0.25, 0.376, 0.001, true"
  })
  void asks_for_more_than_half_of_the_gain(
      double cyclical, double trapezoid, double effect, boolean holds) {
    assertObserved("S1", Dials.schedules(0.5, 0.5, cyclical, trapezoid), effect, holds);
  }

  @ParameterizedTest(
      name = "T9: one barrier of {0} above ends of 1 and {1} in epoch {2}, floor {3}")
  @CsvSource({
    "0.125, 1.25, 25, 0, 0.1, true",
    "0.128, 1.25, 25, 0, 0.1024, false",
    "0.9, 1, 25, 0.8, 0.9, false"
  })
  void compares_late_barriers_with_the_larger_end(
      double height, double end, int at, double floor, double ratio, boolean holds) {
    double[] losses = {1, 1, 1, 1, 1, Math.max(1, end) + height, 1, 1, 1, 1, end};
    Scenario scenario =
        (arm, walk) ->
            walk.section((step, epoch) -> step == at * 20 ? losses : SyntheticWalk.bowl(1, 0.1))
                .numericalFloor(floor);

    assertObserved("T9", scenario, ratio, holds);
  }

  @ParameterizedTest(name = "T9: a barrier of 0.9 in epoch {0}, floor {1}")
  @CsvSource({"24, 0", "25, 0.9"})
  void does_not_count_where_no_barrier_above_the_floor_is_crossed_late(int at, double floor) {
    Scenario scenario =
        (arm, walk) ->
            walk.section((step, epoch) -> step == at * 20 ? barrier(0.9) : bowl(1, 0.1))
                .numericalFloor(floor);
    Observation observation = scenario.observe(claim("T9"));

    assertThat(observation.hasEvent()).isFalse();
    assertThat(observation.note()).isEqualTo("0 of the 20 updates of epoch 25 cross a barrier");
  }

  @ParameterizedTest(name = "Q1a: cosine {0} where it oscillates, norm {1} times the one before")
  @CsvSource({"-0.9991, 0.999, 3", "-0.9989, 0.999, 2", "-0.9991, 1, 2"})
  void asks_for_opposite_gradients_and_a_distance_that_falls(
      double cosine, double factor, int regimes) {
    Scenario scenario =
        (arm, walk) ->
            walk.cosine(arm == Arm.OVER_DAMPED ? 1 : arm == Arm.UNSTABLE ? -1 : cosine)
                .paramNorm(
                    step ->
                        arm == Arm.OVER_DAMPED
                            ? 1.0 / step
                            : arm == Arm.UNSTABLE ? step : Math.pow(factor, step));

    assertObserved("Q1a", scenario, regimes, regimes == 3);
  }

  @Test
  void takes_what_was_not_probed_as_not_held() {
    Trace unprobed = new SyntheticWalk(Scenario.CELL.spec(Arm.LARGE_BATCH, 1)).trace();
    for (String id : List.of("T1", "T3", "T4", "T8", "T9", "R5")) {
      Claim claim = claim(id);
      Arm arm = claim.arms().iterator().next();
      SeedTraces traces = new SeedTraces(1, Scenario.CELL, Map.of(arm, unprobed));

      assertThat(claim.observe(traces).holds()).as(id).isFalse();
    }
  }

  private static void assertObserved(String id, Scenario scenario, double effect, boolean holds) {
    Observation observation = scenario.observe(claim(id));

    assertThat(observation.effect()).isCloseTo(effect, within(1e-12));
    assertThat(observation.holds()).isEqualTo(holds);
  }

  private static Claim claim(String id) {
    return Claims.find(id).orElseThrow();
  }

  /** Falls but for this many single rises, at steps of the window that are no neighbours. */
  private static IntToDoubleFunction apartRises(int rises) {
    return step -> {
      int offset = step - VALLEY.first();
      boolean up = offset > 0 && offset % 2 == 0 && offset / 2 <= rises;
      return 2 - 0.001 * step + (up ? 0.1 : 0);
    };
  }

  /** 0-based place of a step among the 80 judged ones. */
  private static int rank(int step, int epoch) {
    return Scenario.CELL.epochs().indexOf(epoch) * 20 + (step - 1) % 20;
  }
}
