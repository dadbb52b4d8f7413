package org.sgdwalk.paper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.judge.Scenario;

/** For each claim about averages walks whose effect is the one asked for. */
final class Dials {
  private static final Map<String, DoubleFunction<Scenario>> ALL = new TreeMap<>();

  static {
    trajectories();
    roles();
    noise();
    schedules();
  }

  private Dials() {}

  static Map<String, DoubleFunction<Scenario>> all() {
    return ALL;
  }

  private static void trajectories() {
    cosines("T5", Arm.SGD);
    distances("T6", Arm.SGD);
    ALL.put("T8b", Dials::lateBarriers);
    ALL.put("H1", ratio -> (arm, walk) -> walk.section((step, epoch) -> zigZag(step, ratio)));
    ALL.put("T10a", ratio -> (arm, walk) -> walk.lambdaMax(epoch -> epoch == 1 ? ratio : 1));
    ALL.put("T10b", ratio -> (arm, walk) -> walk.lambdaMax(epoch -> epoch == 25 ? ratio : 1));
    ALL.put("V1", ratio -> (arm, walk) -> walk.evalMode(epoch -> ratio));
    ALL.put(
        "T10c",
        rank ->
            (arm, walk) ->
                walk.lambdaMax(epoch -> 10 + place(epoch))
                    .valAccuracy(epoch -> 0.5 - 0.01 * ranked(epoch, rank)));
    ALL.put(
        "H2",
        rank ->
            (arm, walk) ->
                walk.lambdaMax(epoch -> 10 + place(epoch))
                    .height(epoch -> 0.5 + 0.01 * ranked(epoch, rank)));
  }

  /** Of ten places two correlations of ranks with their order: 0.6 and 0. */
  private static Scenario noiseByPlace(double correlation) {
    List<Integer> sixTenths = List.of(10, 6, 8, 9, 4, 3, 2, 5, 1, 7);
    List<Integer> none = List.of(1, 2, 3, 4, 5, 5, 4, 3, 2, 1);
    return (arm, walk) ->
        walk.noise(
            place ->
                correlation == 0
                    ? none.get(place - 1)
                    : correlation > 0 ? sixTenths.get(place - 1) : 11 - sixTenths.get(place - 1));
  }

  /** A floor that goes up and down by 0.125, and walls so many times as high. */
  private static double[] zigZag(int step, double ratio) {
    return SyntheticWalk.bowl(2 + (step % 2 == 0 ? 0.125 : 0), 0.125 * ratio);
  }

  /** Barriers in epoch 3, and so many more in the last epoch of 20 updates than in the first. */
  private static Scenario lateBarriers(double difference) {
    int more = (int) Math.ceil(20 * Math.abs(difference));
    int where = difference > 0 ? 25 : 1;
    return (arm, walk) ->
        walk.section(
            (step, epoch) ->
                epoch == 3 || (epoch == where && (step - 1) % 20 < more)
                    ? SyntheticWalk.barrier(0.2)
                    : SyntheticWalk.bowl(1, 0.1));
  }

  /** Of the judged epochs 1, 3, 7, 25. */
  private static int place(int epoch) {
    return List.of(1, 3, 7, 25).indexOf(epoch);
  }

  /** In an order of the four that has that rank correlation with their own: 0.6, 0 or -0.6. */
  private static int ranked(int epoch, double correlation) {
    int at = place(epoch);
    List<Integer> order = correlation == 0 ? List.of(2, 4, 1, 3) : List.of(2, 1, 4, 3);
    return at < 0 ? 0 : correlation < 0 ? -order.get(at) : order.get(at);
  }

  private static void roles() {
    cosines("R1", Arm.SMALL_BATCH);
    distances("R2", Arm.SMALL_BATCH);
    distances("L1", Arm.HIGH_RATE);
    ALL.put(
        "R3",
        ratio ->
            (arm, walk) ->
                walk.cosine(
                    switch (arm) {
                      case SMALL_BATCH -> 0;
                      case LARGE_BATCH -> -0.4;
                      case HIGH_RATE -> -0.2 - 0.4 * ratio;
                      default -> -0.2;
                    }));
    sharpnesses("F2a", Arm.LARGE_BATCH);
    sharpnesses("F2b", Arm.LOW_RATE);
    accuracies("R6a", Arm.LONG);
    cosines("R6b", Arm.LONG);
    accuracies("R6c", Arm.LONG_SMALL_RATE);
  }

  private static void noise() {
    losses("F1a", Arm.GD_EXTENDED);
    ALL.put(
        "F1c",
        ratio ->
            (arm, walk) -> walk.trainLoss(step -> arm == Arm.GD_EXTENDED && step == 8 ? ratio : 1));
    accuracies("F1b", Arm.SGD_EXTENDED);
    accuracies("F1d", Arm.SGD_EXTENDED);
    losses("N1", Arm.NOISE_SMALL);
    accuracies("N2", Arm.GD_EXTENDED);
    distances("N3a", Arm.NOISE_SMALL);
    distances("N3b", Arm.NOISE_SMALL);
    norms("N4a", Arm.NOISE_SMALL);
    norms("N4b", Arm.GD_EXTENDED);
    norms("N4c", Arm.NOISE_LARGE);
    ALL.put("N7b", Dials::noiseByPlace);
  }

  private static void schedules() {
    ALL.put("S1", difference -> schedules(0.4, 0.4, 0.6, 0.5 + difference));
    ALL.put("S2a", difference -> schedules(0.4, 0.5, 0.5 + difference, 0.1));
    ALL.put("S2b", difference -> schedules(0.4, 0.5, 0.1, 0.5 + difference));
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

  private static void cosines(String id, Arm higher) {
    ALL.put(id, difference -> (arm, walk) -> walk.cosine(arm == higher ? -0.5 + difference : -0.5));
  }

  private static void accuracies(String id, Arm higher) {
    ALL.put(
        id, difference -> (arm, walk) -> walk.valAccuracy(arm == higher ? 0.5 + difference : 0.5));
  }

  private static void distances(String id, Arm... farther) {
    ALL.put(id, ratio -> (arm, walk) -> walk.distance(List.of(farther).contains(arm) ? ratio : 1));
  }

  private static void losses(String id, Arm... higher) {
    ALL.put(id, ratio -> (arm, walk) -> walk.trainLoss(List.of(higher).contains(arm) ? ratio : 1));
  }

  private static void norms(String id, Arm... larger) {
    ALL.put(
        id,
        ratio ->
            (arm, walk) -> {
              double norm = List.of(larger).contains(arm) ? ratio : 1;
              walk.paramNorm(step -> norm);
            });
  }

  private static void sharpnesses(String id, Arm sharper) {
    ALL.put(id, ratio -> (arm, walk) -> walk.lambdaMax(epoch -> arm == sharper ? ratio : 1));
  }
}
