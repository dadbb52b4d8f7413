package org.sgdwalk.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.stats.MedianInterval;

/**
 * What the seeds say about a claim in a cell. A value: it is rendered elsewhere.
 *
 * @param of what was judged and how
 * @param cell id of the cell
 * @param outcome the verdict
 * @param reason one sentence why, with numbers
 * @param caveats what a reader should know beside it, a sentence each; mostly none
 * @param seeds what each judged seed says, in order
 * @param further the fewest further seeds that could decide; 0 when nothing is open
 */
public record Verdict(
    Claim of,
    String cell,
    Outcome outcome,
    String reason,
    List<String> caveats,
    List<SeedOutcome> seeds,
    int further) {
  /** Coverage that is asked for of the effect's interval. */
  public static final double LEVEL = 0.95;

  /** Copies the lists. */
  public Verdict {
    caveats = List.copyOf(caveats);
    seeds = List.copyOf(seeds);
  }

  /** A claim that was not judged. */
  public static Verdict notRun(Claim claim, String cell, String reason) {
    return new Verdict(claim, cell, Outcome.NOT_RUN, reason, List.of(), List.of(), 0);
  }

  /** What the claim states. */
  public ClaimCard claim() {
    return of.card();
  }

  /** Number of judged seeds for which the claim holds. */
  public int holds() {
    return (int) seeds.stream().filter(SeedOutcome::holds).count();
  }

  /** Number of judged seeds that had what the claim is about. */
  public int counted() {
    return (int) seeds.stream().filter(SeedOutcome::counts).count();
  }

  /**
   * The seed whose effect is the median one, of an even number the lower of the two; empty where no
   * seed has a number.
   */
  public OptionalLong medianSeed() {
    List<SeedOutcome> byEffect =
        seeds.stream()
            .filter(seed -> Double.isFinite(seed.effect()))
            .sorted(Comparator.comparingDouble(SeedOutcome::effect))
            .toList();
    return byEffect.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(byEffect.get((byEffect.size() - 1) / 2).seed());
  }

  /** The effects that an average was judged by, where none is 0: of the seeds that count. */
  double[] centredEffects() {
    Comparison comparison = of.kind().effects().orElseThrow();
    return seeds.stream()
        .filter(SeedOutcome::counts)
        .mapToDouble(seed -> comparison.centred(seed.effect()))
        .toArray();
  }

  /** Median effect and its interval over the seeds whose runs completed; empty without any. */
  public Optional<MedianInterval> effect() {
    double[] effects =
        seeds.stream().mapToDouble(SeedOutcome::effect).filter(Double::isFinite).toArray();
    return effects.length == 0 ? Optional.empty() : Optional.of(MedianInterval.of(effects, LEVEL));
  }
}
