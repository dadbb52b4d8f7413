package org.sgdwalk.figure;

import java.util.List;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Treatment;

/** Training loss, validation accuracy and, where measured, sharpness of the long runs by epoch. */
final class CurvesFigure {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 560;
  private static final double DOT = 7;

  /** From the top of the legend. */
  static final List<Arm> ARMS =
      List.of(
          Arm.LONG,
          Arm.LONG_SCALED,
          Arm.LONG_SMALL_RATE,
          Arm.LONG_SMALL_RATE_SCALED,
          Arm.LONG_PLAIN);

  private CurvesFigure() {}

  /** Draws those of the long runs that the seed has. */
  static Figure of(Example example) {
    SeedTraces seed = example.seed();
    Panel loss = new Panel("training loss (nats)");
    Panel accuracy = new Panel("validation accuracy");
    Panel sharpness = new Panel(new LogLossAxis("spectral norm (log)"));
    boolean measured = false;
    int last = 1;
    for (Arm arm : ARMS) {
      Trace trace = seed.traces().get(arm);
      if (trace == null) {
        continue;
      }
      Look look = Look.line(ArmColors.of(arm));
      Curve losses = Curve.named(arm.label() + ": " + Treatment.of(trace), look);
      Curve accuracies = Curve.named(arm.label(), look).unnamed();
      Curve norms = Curve.named(arm.label(), look.withDots(DOT)).unnamed();
      for (EpochRow row : trace.epochs()) {
        SharpnessRow curvature = row.sharpness();
        if (curvature != null && curvature.spectralNorm() > 0) {
          norms.add(row.epoch(), curvature.spectralNorm());
          measured = true;
        }
        losses.add(row.epoch(), row.trainLoss());
        accuracies.add(row.epoch(), row.valAccuracy());
        last = Math.max(last, row.epoch());
      }
      loss.curve(losses);
      accuracy.curve(accuracies);
      sharpness.curve(norms);
    }
    List<Panel> panels = measured ? List.of(loss, accuracy, sharpness) : List.of(loss, accuracy);
    return new Sheet(
            "Loss and accuracy by epoch: " + example.where(),
            "Dots: where the Hessian's spectral norm was measured. What to look for: whether it falls,"
                + " then rises towards the end, and whether accuracy goes the other way.",
            List.of(new Column("", Axes.integers("epoch", 0, last), panels, true)),
            WIDTH,
            HEIGHT)
        .draw("Loss and accuracy by epoch");
  }
}
