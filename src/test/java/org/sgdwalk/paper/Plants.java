package org.sgdwalk.paper;

import static org.sgdwalk.claim.SyntheticWalk.barrier;
import static org.sgdwalk.claim.SyntheticWalk.bowl;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Scenario;
import org.sgdwalk.claim.SyntheticWalk;

/** For each claim what it must support and what it must refute. */
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
    sgdAgainstGd();
    longRuns();
    rateAndBatch();
    noise();
    forks();
    alignment();
    schedules();
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
    plant("T2", (arm, walk) -> walk.cosine(-0.95), (arm, walk) -> walk.cosine(0.01));
    plant("T3", (arm, walk) -> walk.floor(falling()), (arm, walk) -> walk.floor(zigZag()));
  }

  private static void sgdAgainstGd() {
    Scenario cosines = (arm, walk) -> walk.cosine(arm == Arm.GD ? -0.9 : -0.1);
    plant("T5", cosines, cosines.swapped(Arm.GD, Arm.SGD));
    Scenario distances = (arm, walk) -> walk.distance(arm == Arm.GD ? 1 : 2);
    plant("T6", distances, distances.swapped(Arm.GD, Arm.SGD));
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
    ALL.put(
        "T8",
        new Plant(
            List.of((arm, walk) -> walk.section((step, epoch) -> bowl(1, 0.1)), belowTheFloor),
            List.of(
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.01)).numericalFloor(0.001),
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.01)))));
    lateBarriers();
    sharpness();
    plant(
        "R5",
        (arm, walk) -> walk.height(epoch -> 1.0 / epoch),
        (arm, walk) -> walk.height(epoch -> 0.01 * epoch));
    plant(
        "R6",
        accuracies(0.80, 0.81, 0.70),
        accuracies(0.80, 0.81, 0.80),
        accuracies(0.80, 0.80, 0.80));
  }

  /** The loss at the ends of a barrier is 1; the last judged epoch is the 25th. */
  private static void lateBarriers() {
    ALL.put(
        "T9",
        new Plant(
            List.of(
                (arm, walk) -> walk.section((step, epoch) -> bowl(1, 0.1)),
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.09)),
                (arm, walk) -> walk.section((step, epoch) -> barrier(epoch == 25 ? 0.01 : 0.5)),
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.2)).numericalFloor(0.3)),
            List.of(
                (arm, walk) -> walk.section((step, epoch) -> barrier(0.2)).numericalFloor(0.001),
                (arm, walk) -> walk.section((step, epoch) -> barrier(epoch == 25 ? 0.11 : 0)),
                (arm, walk) -> walk.section((step, epoch) -> barrier(step % 250 == 0 ? 0.2 : 0)))));
  }

  /** Judged at epochs 1, 3, 7 and 25: falls to the third and rises; else it lacks one of three. */
  private static void sharpness() {
    IntToDoubleFunction fallsThenRises = epoch -> epoch < 20 ? 20.0 - epoch : 16;
    IntToDoubleFunction opposed = epoch -> -fallsThenRises.applyAsDouble(epoch) / 100;
    plant(
        "T10",
        (arm, walk) -> walk.lambdaMax(fallsThenRises).valAccuracy(opposed),
        (arm, walk) -> walk.lambdaMax(epoch -> 20.0 / epoch).valAccuracy(epoch -> epoch / 100.0),
        (arm, walk) -> walk.lambdaMax(epoch -> 20.0 + epoch).valAccuracy(epoch -> -epoch / 100.0),
        (arm, walk) -> walk.lambdaMax(epoch -> epoch == 1 ? 20 : 10).valAccuracy(opposed),
        (arm, walk) ->
            walk.lambdaMax(fallsThenRises)
                .valAccuracy(epoch -> fallsThenRises.applyAsDouble(epoch) / 100),
        (arm, walk) -> walk.lambdaMax(epoch -> Double.NaN).valAccuracy(opposed));
  }

  /** The largest random direction has 2. */
  private static void alignment() {
    plant(
        "N7",
        (arm, walk) -> walk.alignment(epoch -> 20),
        (arm, walk) -> walk.alignment(epoch -> 1),
        (arm, walk) -> walk.alignment(epoch -> epoch == 7 ? 19.9 : 1000),
        (arm, walk) -> walk.alignment(epoch -> Double.NaN));
  }

  private static void rateAndBatch() {
    Scenario cosines =
        (arm, walk) ->
            walk.cosine(arm == Arm.SMALL_BATCH ? -0.1 : arm == Arm.LARGE_BATCH ? -0.7 : -0.3);
    plant("R1", cosines, cosines.swapped(Arm.SMALL_BATCH, Arm.LARGE_BATCH));
    Scenario distances =
        (arm, walk) -> walk.distance(arm == Arm.SMALL_BATCH ? 3 : arm == Arm.LARGE_BATCH ? 1 : 2);
    plant("R2", distances, distances.swapped(Arm.SMALL_BATCH, Arm.LARGE_BATCH));
    plant(
        "R3",
        cosines,
        (arm, walk) -> walk.cosine(arm == Arm.LARGE_BATCH || arm == Arm.HIGH_RATE ? -0.7 : -0.3));
    Scenario heights = (arm, walk) -> walk.height(epoch -> (arm == Arm.LONG ? 0.2 : 0.1) / epoch);
    plant("R4", heights, heights.swapped(Arm.LONG, Arm.LONG_LOW_RATE));
  }

  /** By arm: SGD, GD, GD with the smaller and with the larger noise. */
  private static double of(Arm arm, double sgd, double gd, double small, double large) {
    return switch (arm) {
      case SGD_EXTENDED -> sgd;
      case GD_EXTENDED -> gd;
      case NOISE_SMALL -> small;
      default -> large;
    };
  }

  /** The violations have one factor as claimed and the other not, or noise that changes nothing. */
  private static void noise() {
    plant(
        "N1",
        (arm, walk) -> walk.trainLoss(of(arm, 0, 0.1, 0.2, 0.4)),
        (arm, walk) -> walk.trainLoss(of(arm, 0, 0.1, 0.09, 0.4)),
        (arm, walk) -> walk.trainLoss(0.1));
    plant(
        "N2",
        (arm, walk) -> walk.valAccuracy(of(arm, 0, 0.8, 0.79, 0.7)),
        (arm, walk) -> walk.valAccuracy(of(arm, 0, 0.8, 0.81, 0.7)),
        (arm, walk) -> walk.valAccuracy(0.8));
    plant(
        "N3",
        (arm, walk) -> walk.distance(of(arm, 2, 1, 3, 4)),
        (arm, walk) -> walk.distance(of(arm, 3.5, 1, 3, 4)),
        (arm, walk) -> walk.distance(of(arm, 1, 3.5, 3, 4)));
    plant(
        "N4",
        (arm, walk) -> walk.paramNorm(step -> of(arm, 14, 14.1, 15, 20)),
        (arm, walk) -> walk.paramNorm(step -> of(arm, 14.1, 14, 15, 20)),
        (arm, walk) -> walk.paramNorm(step -> of(arm, 14, 15, 14.5, 20)),
        (arm, walk) -> walk.paramNorm(step -> of(arm, 14, 14.1, 20, 15)));
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

  /** By arm: constant, step-wise, cyclical, trapezoid. */
  static Scenario schedules(double constant, double stepwise, double cyclical, double trapezoid) {
    return (arm, walk) ->
        walk.valAccuracy(
            switch (arm) {
              case LONG_CONSTANT -> constant;
              case LONG_STEPWISE -> stepwise;
              case LONG_CYCLICAL -> cyclical;
              default -> trapezoid;
            });
  }

  /**
   * The violations of S1: less than half of the gain is kept, schedules that change nothing, one
   * that hurts. Of S2: either of the two is no better than steps.
   */
  private static void schedules() {
    plant(
        "S1",
        schedules(0.5, 0.5, 0.75, 0.6875),
        schedules(0.5, 0.5, 0.75, 0.5625),
        schedules(0.5, 0.5, 0.5, 0.5),
        schedules(0.5, 0.5, 0.25, 0.25));
    plant(
        "S2",
        schedules(0.5, 0.5, 0.75, 0.625),
        schedules(0.5, 0.5, 0.75, 0.5),
        schedules(0.5, 0.5, 0.375, 0.75),
        schedules(0.5, 0.5, 0.5, 0.5));
  }

  /** As in appendix E; the violations exchange two regimes, or stop moving half-way. */
  private static void quadratic() {
    Scenario regimes =
        (arm, walk) ->
            walk.cosine(arm == Arm.OVER_DAMPED ? 1 : -1)
                .paramNorm(step -> Math.pow(arm == Arm.UNSTABLE ? 1.5 : 0.6, step));
    plant(
        "Q1",
        regimes,
        regimes.swapped(Arm.OVER_DAMPED, Arm.UNDER_DAMPED),
        regimes.swapped(Arm.UNDER_DAMPED, Arm.UNSTABLE),
        (arm, walk) -> {
          regimes.shape(arm, walk);
          walk.paramNorm(step -> Math.pow(arm == Arm.UNSTABLE ? 1.5 : 0.6, Math.min(step, 5)));
        });
  }

  static Scenario accuracies(double small, double replicate, double scaled) {
    return (arm, walk) ->
        walk.valAccuracy(arm == Arm.LONG ? small : arm == Arm.LONG_REPLICATE ? replicate : scaled);
  }

  static IntToDoubleFunction falling() {
    return step -> 2 - 0.001 * step;
  }

  /** Up and down in turn, and slowly down all in all. */
  static IntToDoubleFunction zigZag() {
    return step -> 2 - 0.001 * step + (step % 2 == 0 ? 0.1 : 0);
  }
}
