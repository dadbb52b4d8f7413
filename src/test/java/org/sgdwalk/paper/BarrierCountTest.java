package org.sgdwalk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.judge.Scenario;

@DisplayName("Barriers of the long runs by judged epoch")
class BarrierCountTest {
  private static final Cell CELL = Scenario.CELL;

  /** In epoch 7 barriers of this height on the last {@code many} of 20 updates. */
  private static SyntheticWalk walk(int many, double height) {
    return new SyntheticWalk(CELL.spec(Arm.LONG, 1))
        .section(
            (step, epoch) ->
                epoch == 7 && (step - 1) % 20 >= 20 - many
                    ? SyntheticWalk.barrier(height)
                    : SyntheticWalk.bowl(1, 0.1));
  }

  private static SeedTraces seed(SyntheticWalk walk) {
    return new SeedTraces(1, CELL, Map.of(Arm.LONG, walk.trace()));
  }

  @Test
  void are_means_over_seeds_with_and_without_those_below_the_floor() {
    List<BarrierCount> counts =
        BarrierCount.of(
            CELL,
            List.of(
                seed(walk(4, 0.01).numericalFloor(0.001)),
                seed(walk(6, 0.01).numericalFloor(0.1))));

    assertThat(counts)
        .containsExactly(
            new BarrierCount(1, 20, 0, 0),
            new BarrierCount(3, 20, 0, 0),
            new BarrierCount(7, 20, 5, 2),
            new BarrierCount(25, 20, 0, 0));
  }

  @Test
  void leave_out_runs_that_diverged() {
    SeedTraces diverged = seed(walk(20, 0.01).divergedAt(300));

    assertThat(BarrierCount.of(CELL, List.of(diverged))).isEmpty();
    assertThat(BarrierCount.of(CELL, List.of(diverged, seed(walk(2, 0.01)))).get(2).any())
        .isEqualTo(2);
  }
}
