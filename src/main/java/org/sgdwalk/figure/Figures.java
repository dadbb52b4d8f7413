package org.sgdwalk.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Verdict;

/**
 * Which figures show a claim: what its seeds say, its own statistic, and its arms as the paper
 * draws them, which follows from the arms.
 */
public final class Figures {
  /** The figure of the seeds' effects, which every verdict has that was run. */
  public static final String EFFECTS = "Effect by seed";

  private static final Set<Arm> WALKS = EnumSet.of(Arm.GD, Arm.SGD);
  private static final Set<Arm> ROLES =
      EnumSet.of(Arm.SMALL_BATCH, Arm.LARGE_BATCH, Arm.LOW_RATE, Arm.HIGH_RATE);
  private static final Set<Arm> QUADRATICS =
      EnumSet.of(Arm.OVER_DAMPED, Arm.UNDER_DAMPED, Arm.UNSTABLE, Arm.TWO_EIGENVALUES);
  private static final Set<Arm> CURVES =
      EnumSet.of(Arm.LONG_SCALED, Arm.LONG_SMALL_RATE, Arm.LONG_SMALL_RATE_SCALED, Arm.LONG_PLAIN);

  private static final Set<Arm> NOISE =
      EnumSet.of(Arm.GD_EXTENDED, Arm.SGD_EXTENDED, Arm.NOISE_SMALL, Arm.NOISE_LARGE);
  private static final Set<Arm> FORKS =
      EnumSet.of(Arm.FORK_NOISE_LOW_RATE, Arm.FORK_GD, Arm.FORK_GD_LOW_RATE, Arm.FORK_SGD);

  private Figures() {}

  /** The figures of a judged case: none where it was not run. */
  public static List<Figure> of(Judged judged) {
    SeedTraces seed = judged.example();
    return seed == null
        ? of(judged.verdict())
        : of(
            judged.of().claim(),
            Example.of(seed, judged.seeds(), judged.verdict()),
            judged.verdict());
  }

  /** The figures of a verdict without traces at hand: what its seeds say. */
  public static List<Figure> of(Verdict verdict) {
    return verdict.seeds().isEmpty() ? List.of() : List.of(EffectFigure.of(verdict));
  }

  /**
   * The figures of a claim. Arms that the seed has no traces of are left out, and further arms may
   * be shown for comparison.
   */
  static List<Figure> of(Claim claim, Example example, Verdict verdict) {
    List<Figure> figures = new ArrayList<>(of(verdict));
    if (FloorFigure.shows(claim, example)) {
      figures.add(FloorFigure.of(claim, example));
    } else if (!claim.view().panels().isEmpty()) {
      figures.add(StatisticFigure.of(claim, example));
    }
    addWalks(figures, claim.arms(), example);
    addComparisons(figures, claim.arms(), example);
    addCurves(figures, claim, example);
    return figures;
  }

  private static void addWalks(List<Figure> figures, Set<Arm> arms, Example example) {
    Set<Arm> there = example.seed().traces().keySet();
    List<Arm> walks = WALKS.stream().filter(there::contains).toList();
    boolean aboutWalks = WALKS.containsAll(arms) || arms.equals(Set.of(Arm.LONG));
    if (aboutWalks && !walks.isEmpty()) {
      figures.add(WalkFigure.of(example, walks));
    }
    List<Arm> quadratics =
        QUADRATICS.stream().filter(arms::contains).filter(there::contains).toList();
    if (!quadratics.isEmpty()) {
      figures.add(WalkFigure.of(example, quadratics));
    }
  }

  private static void addComparisons(List<Figure> figures, Set<Arm> arms, Example example) {
    SeedTraces seed = example.seed();
    boolean roles =
        RolesFigure.shows(seed, RolesFigure.BATCHES) || RolesFigure.shows(seed, RolesFigure.RATES);
    if (arms.stream().anyMatch(ROLES::contains) && roles) {
      figures.add(RolesFigure.of(example));
    }
    if (arms.stream().anyMatch(NOISE::contains)) {
      figures.add(ComparisonFigure.of(example, arms));
    }
    if (arms.stream().anyMatch(FORKS::contains)) {
      figures.add(ForkFigure.of(example, arms));
    }
    if (arms.stream().anyMatch(SchedulesFigure.LOOKS::containsKey)) {
      figures.add(SchedulesFigure.of(example));
    }
  }

  private static void addCurves(List<Figure> figures, Claim claim, Example example) {
    Set<Arm> arms = claim.arms();
    if (arms.contains(Arm.LONG_PLAIN) && NoiseFigure.shows(example)) {
      figures.add(NoiseFigure.of(example));
    }
    boolean sharpness =
        claim.view().panels().stream()
            .anyMatch(shown -> shown.quantities().contains(Quantity.SPECTRAL_NORM));
    boolean aLong = arms.contains(Arm.LONG) || arms.contains(Arm.LONG_LOW_RATE);
    if (arms.stream().anyMatch(CURVES::contains) || (aLong && sharpness)) {
      figures.add(CurvesFigure.of(example));
    }
    if (aLong && arms.stream().noneMatch(CURVES::contains)) {
      figures.add(HeightFigure.of(example));
    }
  }
}
