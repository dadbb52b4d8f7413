package org.sgdwalk.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.EpochRow;

/** N5: Isotropic noise leads to where only SGD leads on. */
final class NoiseGetsStuck {
  private static final double MOST_OF_STUCK = 0.1;

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
                .laterWork(""),
            Set.of(Arm.FORK_NOISE_LOW_RATE, Arm.FORK_GD, Arm.FORK_GD_LOW_RATE, Arm.FORK_SGD),
            NoiseGetsStuck::observe)
        .where(Requirements.NOISE_SATURATED);
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
}
