package org.sgdwalk.figure;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Treatment;

/**
 * The paper's figure 5: training loss, validation accuracy and distance from the initialisation of
 * several runs, by update. Runs of one figure may count epochs differently.
 */
final class ComparisonFigure {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 640;

  private ComparisonFigure() {}

  /** Draws those of the arms that the seed has, in their order. */
  static Figure of(Example example, Set<Arm> arms) {
    SeedTraces seed = example.seed();
    Panel loss = new Panel("training loss (nats)");
    Panel accuracy = new Panel("validation accuracy");
    Panel distance = new Panel("distance from init.");
    int last = 1;
    for (Arm arm : arms) {
      Trace trace = seed.traces().get(arm);
      if (trace == null) {
        continue;
      }
      Look look = Look.line(ArmColors.of(arm));
      Curve losses = Curve.named(arm.label() + ": " + Treatment.of(trace), look);
      Curve accuracies = Curve.named(arm.label(), look).unnamed();
      for (EpochRow row : trace.epochs()) {
        losses.add(row.step(), row.trainLoss());
        accuracies.add(row.step(), row.valAccuracy());
        last = Math.max(last, row.step());
      }
      loss.curve(losses);
      accuracy.curve(accuracies);
      distance.curve(
          Series.byUpdate(arm.label(), look, trace.steps(), StepRow::distance).unnamed());
    }
    return new Sheet(
            "Loss, accuracy and distance: " + example.where(),
            "What to look for: which run ends at the lower loss, the higher accuracy, and how far from"
                + " where it started.",
            List.of(
                new Column(
                    "",
                    Axes.integers("updates", 0, last),
                    List.of(loss, accuracy, distance),
                    true)),
            WIDTH,
            HEIGHT)
        .draw("Loss, accuracy and distance by update");
  }
}
