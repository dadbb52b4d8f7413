package org.sgdwalk.figure;

import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Treatment;

/** Training loss of runs that go on in several ways from where a shared first phase ended. */
final class ForkFigure {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final double DOT = 5;

  private ForkFigure() {}

  /** Draws those of the arms that the seed has, in their order, from the end of the first phase. */
  static Figure of(Example example, Set<Arm> arms) {
    SeedTraces seed = example.seed();
    Panel loss = new Panel(new LogLossAxis("training loss (nats, log)"));
    int last = 1;
    for (Arm arm : arms) {
      Trace trace = seed.traces().get(arm);
      if (trace == null) {
        continue;
      }
      Look look = Look.line(ArmColors.of(arm)).withDots(DOT);
      Curve losses = Curve.named(arm.label() + ": " + Treatment.ofLastPhase(trace), look);
      int fork = trace.manifest().spec().updatesOf(1);
      for (EpochRow row : trace.epochs()) {
        if (row.step() >= fork) {
          losses.add(row.step() - fork, row.trainLoss());
          last = Math.max(last, row.step() - fork);
        }
      }
      loss.curve(losses);
    }
    return new Sheet(
            "Loss after the fork: " + example.where(),
            "Each run goes on from where the noisy run ended. What to look for: which of them lowers the"
                + " loss.",
            List.of(
                new Column(
                    "", Axes.integers("updates after the fork", 0, last), List.of(loss), true)),
            WIDTH,
            HEIGHT)
        .draw("Loss after the fork");
  }
}
