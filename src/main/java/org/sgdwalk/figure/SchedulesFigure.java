package org.sgdwalk.figure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Treatment;

/**
 * The paper's figures 6 and 27: validation accuracy after each epoch and the learning rate of each
 * update, by schedule; beside them the training loss.
 */
final class SchedulesFigure {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 640;

  /** The arms that differ in their schedule, in the order of drawing. */
  static final Map<Arm, Look> LOOKS =
      new EnumMap<>(
          Map.of(
              Arm.LONG_CONSTANT, Look.dashed(ArmColors.of(Arm.LONG_CONSTANT)),
              Arm.LONG_STEPWISE, Look.line(ArmColors.of(Arm.LONG_STEPWISE)),
              Arm.LONG_CYCLICAL, Look.line(ArmColors.of(Arm.LONG_CYCLICAL)),
              Arm.LONG_TRAPEZOID, Look.line(ArmColors.of(Arm.LONG_TRAPEZOID))));

  private SchedulesFigure() {}

  /** Draws those of the schedules that the seed has. */
  static Figure of(Example example) {
    SeedTraces seed = example.seed();
    Panel accuracy = new Panel("validation accuracy");
    Panel rate = new Panel("learning rate");
    Panel loss = new Panel("training loss (nats)");
    int last = 1;
    for (Map.Entry<Arm, Look> arm : LOOKS.entrySet()) {
      Trace trace = seed.traces().get(arm.getKey());
      if (trace == null) {
        continue;
      }
      String name = arm.getKey().label() + ": " + Treatment.of(trace);
      Curve accuracies = Curve.named(name, arm.getValue());
      Curve losses = Curve.named(name, arm.getValue()).unnamed();
      for (EpochRow row : trace.epochs()) {
        if (row.epoch() > 0) { // before training all are alike, and far below
          accuracies.add(row.epoch(), row.valAccuracy());
          losses.add(row.epoch(), row.trainLoss());
          last = Math.max(last, row.epoch());
        }
      }
      accuracy.curve(accuracies);
      loss.curve(losses);
      rate.curve(rates(name, arm.getValue(), trace).unnamed());
    }
    return new Sheet(
            "Learning-rate schedules: " + example.where(),
            "Each schedule is tuned. What to look for: whether the trapezoid ends as high as the cyclical"
                + " rate, and both above step-wise annealing.",
            List.of(
                new Column(
                    "", Axes.integers("epoch", 0, last), List.of(accuracy, rate, loss), true)),
            WIDTH,
            HEIGHT)
        .draw("Accuracy and learning rate by schedule");
  }

  /** An update's rate stands where it starts: epoch 0 is the first. */
  private static Curve rates(String name, Look look, Trace trace) {
    double perEpoch = trace.manifest().spec().updatesPerEpoch();
    Curve rates = Curve.named(name, look);
    for (StepRow row : trace.steps()) {
      rates.add((row.step() - 1) / perEpoch, row.learningRate());
    }
    return rates;
  }
}
