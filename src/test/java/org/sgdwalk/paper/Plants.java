package org.sgdwalk.paper;

import static org.sgdwalk.claim.SyntheticWalk.barrier;
import static org.sgdwalk.claim.SyntheticWalk.bowl;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.judge.Scenario;

/** For each law walks that have the claimed property, and walks that lack it. */
final class Plants {
  private static final Map<String, Plant> ALL = new TreeMap<>();

  /**
   * A planted confirmation and planted violations.
   *
   * @param confirmations walks that have the claimed property
   * @param violations walks that lack it
   */
  record Plant(List<Scenario> confirmations, List<Scenario> violations) {}

  static {
    gd();
    longRuns();
    forks();
    alignment();
    quadratic();
  }

  private Plants() {}

  static Map<String, Plant> all() {
    return ALL;
  }

  private static void plant(String id, Scenario confirmation, Scenario... violations) {
    ALL.put(id, new Plant(List.of(confirmation), List.of(violations)));
  }

  private static void gd() {
    plant(
        "T1",
        (arm, walk) -> walk.section((step, epoch) -> bowl(1, 0.1)),
        (arm, walk) -> walk.section((step, epoch) -> SyntheticWalk.slope()),
        (arm, walk) -> walk.section((step, epoch) -> SyntheticWalk.doubleValley()));
    plant("T2a", (arm, walk) -> walk.cosine(-0.01), (arm, walk) -> walk.cosine(0.01));
    plant("T2b", (arm, walk) -> walk.cosine(-0.95), (arm, walk) -> walk.cosine(-0.85));
    plant("T3", (arm, walk) -> walk.floor(falling()), (arm, walk) -> walk.floor(zigZag()));
    Scenario floors = (arm, walk) -> walk.floor(arm == Arm.GD ? falling() : zigZag());
    plant("T7", floors, floors.swapped(Arm.GD, Arm.SGD));
  }

  private static void longRuns() {
    plant(
        "T4",
        (arm, walk) -> walk.section((step, epoch) -> bowl(1, 0.1)),
        (arm, walk) -> walk.section((step, epoch) -> SyntheticWalk.slope()),
        (arm, walk) -> walk.section((step, epoch) -> SyntheticWalk.doubleValley()));
    Scenario belowTheFloor =
        (arm, walk) -> walk.section((step, epoch) -> barrier(0.001)).numericalFloor(0.01);
    Plant barriers =
        new Plant(
            List.of((arm, walk) -> walk.section((step, epoch) -> bowl(1, 0.1)), belowTheFloor),
            List.of(
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.01)).numericalFloor(0.001),
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.01))));
    ALL.put("T8", barriers);
    ALL.put("B1", barriers);
    lateBarriers();
    plant(
        "R5",
        (arm, walk) -> walk.height(epoch -> 1.0 / epoch),
        (arm, walk) -> walk.height(epoch -> 0.01 * epoch));
    Scenario heights = (arm, walk) -> walk.height(epoch -> (arm == Arm.LONG ? 0.2 : 0.1) / epoch);
    plant("R4", heights, heights.swapped(Arm.LONG, Arm.LONG_LOW_RATE));
  }

  /** The loss at the ends of a barrier is 1; the last judged epoch is the 25th. */
  private static void lateBarriers() {
    ALL.put(
        "T9",
        new Plant(
            List.of(
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.09)),
                (arm, walk) -> walk.section((step, epoch) -> barrier(epoch == 25 ? 0.01 : 0.5))),
            List.of(
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.2)).numericalFloor(0.001),
                (arm, walk) -> walk.section((step, epoch) -> barrier(epoch == 25 ? 0.11 : 0)),
                (arm, walk) -> walk.section((step, epoch) -> barrier(step % 250 == 0 ? 0.2 : 0)))));
  }

  private static void alignment() {
    plant(
        "N7a",
        (arm, walk) -> walk.alignment(epoch -> 20),
        (arm, walk) -> walk.alignment(epoch -> 1),
        (arm, walk) -> walk.alignment(epoch -> epoch == 7 ? 9.9 : 1000));
  }

  /** The fork is after 160 updates; the violations have one arm otherwise than claimed. */
  private static void forks() {
    plant(
        "N5",
        forks(0.26, 0.26, 0.26, 0.05),
        forks(0.20, 0.26, 0.26, 0.05),
        forks(0.26, 0.20, 0.26, 0.05),
        forks(0.26, 0.26, 0.20, 0.05),
        forks(0.26, 0.26, 0.26, 0.26));
  }

  /** Training losses at the end of noise at LR/10, GD, GD at LR/10 and SGD; 0.26 at the fork. */
  static Scenario forks(double noise, double gd, double slowGd, double sgd) {
    return (arm, walk) ->
        walk.trainLoss(
            step ->
                step <= 160
                    ? 0.26
                    : switch (arm) {
                      case FORK_NOISE_LOW_RATE -> noise;
                      case FORK_GD -> gd;
                      case FORK_GD_LOW_RATE -> slowGd;
                      default -> sgd;
                    });
  }

  /** As in appendix E; the violations exchange two regimes, or stop moving half-way. */
  private static void quadratic() {
    Scenario regimes =
        (arm, walk) ->
            walk.cosine(arm == Arm.OVER_DAMPED ? 1 : -1)
                .paramNorm(step -> Math.pow(arm == Arm.UNSTABLE ? 1.5 : 0.6, step));
    plant(
        "Q1a",
        regimes,
        regimes.swapped(Arm.OVER_DAMPED, Arm.UNDER_DAMPED),
        regimes.swapped(Arm.UNDER_DAMPED, Arm.UNSTABLE),
        (arm, walk) -> {
          regimes.shape(arm, walk);
          walk.paramNorm(step -> Math.pow(arm == Arm.UNSTABLE ? 1.5 : 0.6, Math.min(step, 5)));
        });
    Scenario valley = (arm, walk) -> walk.cosine(-0.5).floor(falling());
    plant(
        "Q1b",
        valley,
        (arm, walk) -> walk.cosine(-0.5).floor(zigZag()),
        (arm, walk) -> walk.cosine(step -> step == 7 ? 0.1 : -0.5).floor(falling()),
        (arm, walk) -> walk.cosine(-0.5).section((step, epoch) -> SyntheticWalk.slope()));
  }

  static IntToDoubleFunction falling() {
    return step -> 2 - 0.001 * step;
  }

  /** Up and down in turn, and slowly down all in all. */
  static IntToDoubleFunction zigZag() {
    return step -> 2 - 0.001 * step + (step % 2 == 0 ? 0.1 : 0);
  }
}
