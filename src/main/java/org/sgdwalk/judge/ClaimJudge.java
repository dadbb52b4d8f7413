package org.sgdwalk.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.SeedTraces;

/**
 * Judges a claim seed by seed until its rule decides or the seeds run out, once the cell has passed
 * the claim's gates.
 *
 * <p>Rule for diverged runs: a seed with one shows nothing of what the claim says. So the claim
 * does not hold for it, and wherever the centre of effects is to be shown to lie, it counts as the
 * worst there is; where divergence is what the claim says of the arms that diverged, the claim
 * holds and its effect is the best.
 */
public final class ClaimJudge {
  private final Stopping stopping;

  /** A judge with the given error and seeds. */
  public ClaimJudge(Stopping stopping) {
    this.stopping = stopping;
  }

  /** Where traces come from: a store, or runs made on demand. */
  public interface Source {
    /**
     * The traces of a claim's arms for the k-th seed, k from 0; empty when there is no such seed.
     */
    Optional<SeedTraces> seed(int k);
  }

  /** Judges one claim in one cell. */
  public Verdict judge(Claim claim, String cell, Source source) {
    Rule rule = rule(claim);
    Gates gates = new Gates(claim.gates());
    AssayShown assay = new AssayShown(claim.assay(), stopping);
    List<SeedOutcome> seeds = new ArrayList<>();
    Decision now = rule.decide(seeds);
    while (now.further() > 0 && seeds.size() < stopping.mostSeeds()) {
      Optional<SeedTraces> traces = source.seed(seeds.size());
      if (traces.isEmpty()) {
        break;
      }
      seeds.add(observe(claim, traces.get()));
      gates.read(traces.get());
      assay.read(traces.get());
      now = gates.over(assay.over(rule.decide(seeds), seeds.size()), seeds.size());
    }
    boolean none = seeds.isEmpty();
    return new Verdict(
        claim,
        cell,
        none ? Outcome.NOT_RUN : now.outcome(),
        none ? "no seed has traces of all of " + Arm.keys(claim.arms()) : now.reason(),
        gates.caveats(),
        seeds,
        now.further());
  }

  private Rule rule(Claim claim) {
    return claim.kind() instanceof Kind.Law
        ? new LawRule(stopping)
        : AverageRule.of(claim.kind(), stopping);
  }

  private static SeedOutcome observe(Claim claim, SeedTraces traces) {
    Map<Arm, Integer> diverged = traces.divergedAt(claim.compared());
    if (diverged.isEmpty()) {
      Observation seen = claim.observe(traces);
      return new SeedOutcome(
          traces.seed(), seen.effect(), seen.holds(), seen.hasEvent(), seen.note());
    }
    boolean holds = claim.isClaimed(diverged.keySet());
    double effect = holds ? Double.POSITIVE_INFINITY : Double.NaN;
    return new SeedOutcome(traces.seed(), effect, holds, true, text(diverged));
  }

  private static String text(Map<Arm, Integer> diverged) {
    return diverged.entrySet().stream()
        .map(entry -> "%s diverged at step %d".formatted(entry.getKey().label(), entry.getValue()))
        .collect(Collectors.joining("; "));
  }
}
