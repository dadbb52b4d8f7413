package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.claim.View;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Trace;

/** N5: Isotropic noise leads to where only SGD leads on. */
final class NoiseGetsStuck {
  private static final double MOST_OF_STUCK = 0.1;

  /** From the fork on; before it nothing is judged. */
  private static final Quantity LOSS_LEFT =
      new Quantity(
          "training loss / that at the fork", Quantity.Axis.FROM_ZERO, NoiseGetsStuck::lossLeft);

  private NoiseGetsStuck() {}

  static Claim claim() {
    return Claim.law(
            ClaimCard.of(
                    "N5",
                    Section.NOISE,
                    "GD with isotropic noise is stuck: lowering the learning rate or switching to GD does not lower the loss, switching to SGD does",
                    List.of("footnote 7"))
                .statistic(
                    "largest fall of the training loss from the fork to the end, in parts of the loss at the fork, over noise at a tenth of the learning rate, GD, and GD at a tenth of it")
                .criterion("that fall <= " + MOST_OF_STUCK + ", and SGD's > " + MOST_OF_STUCK)
                .because(
                    "The paper gives no number. A tenth of the loss is what a curve shows as no reduction; what goes down must exceed it. The fork is the end of the run with the smaller noise, of which the paper says that even that hinders.")
                .found(
                    "Footnote 7: from where the noisy run is stuck, neither a lower learning rate nor GD reduces the training loss; SGD does.")
                .laterWork(""),
            MOST_OF_STUCK,
            Set.of(Arm.FORK_NOISE_LOW_RATE, Arm.FORK_GD, Arm.FORK_GD_LOW_RATE, Arm.FORK_SGD),
            NoiseGetsStuck::observe)
        .where(Requirements.NOISE_SATURATED)
        .shownBy(
            new View(
                View.Part.END,
                View.Clock.UPDATES_AFTER_FORK,
                List.of(
                    Shown.of(
                            LOSS_LEFT,
                            Arm.FORK_NOISE_LOW_RATE,
                            Arm.FORK_GD,
                            Arm.FORK_GD_LOW_RATE,
                            Arm.FORK_SGD)
                        .at(1 - MOST_OF_STUCK))));
  }

  private static Observation observe(SeedTraces traces) {
    double noise = fall(traces.walk(Arm.FORK_NOISE_LOW_RATE));
    double gd = fall(traces.walk(Arm.FORK_GD));
    double slowGd = fall(traces.walk(Arm.FORK_GD_LOW_RATE));
    double sgd = fall(traces.walk(Arm.FORK_SGD));
    double stuck = Math.max(noise, Math.max(gd, slowGd));
    return new Observation(
        stuck,
        stuck <= MOST_OF_STUCK && sgd > MOST_OF_STUCK,
        String.format(
            Locale.ROOT,
            "falls: noise at LR/10 %.3f, GD %.3f, GD at LR/10 %.3f, SGD %.3f",
            noise,
            gd,
            slowGd,
            sgd));
  }

  /** 1 when the loss falls to 0, negative when it rises. */
  private static double fall(Walk walk) {
    EpochRow fork = walk.phaseEnd(0);
    return 1 - walk.lastEpoch().trainLoss() / fork.trainLoss();
  }

  private static List<Quantity.Point> lossLeft(Trace trace, Cell cell) {
    int fork = new Walk(trace).forkStep();
    if (trace.steps().size() < fork) {
      return List.of();
    }
    double atFork = new Walk(trace).phaseEnd(0).trainLoss();
    return trace.epochs().stream()
        .filter(row -> row.step() >= fork)
        .map(row -> new Quantity.Point(row.step(), row.trainLoss() / atFork))
        .toList();
  }
}
