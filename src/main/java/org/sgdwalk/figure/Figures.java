package org.sgdwalk.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Verdict;

/** Which figures show a claim. It follows from the claim's arms. */
public final class Figures {
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
    SeedTraces example = judged.example();
    return example == null
        ? of(judged.verdict())
        : of(judged.of().claim(), example, judged.verdict());
  }

  /** The figures of a verdict without traces at hand: what its seeds say. */
  public static List<Figure> of(Verdict verdict) {
    return verdict.seeds().isEmpty() ? List.of() : List.of(EffectFigure.of(verdict));
  }

  /**
   * The figures of a claim: what its seeds say, then its arms for one seed.
   *
   * @param seed the seed to show; arms that it has no traces of are left out, and further arms may
   *     be shown for comparison
   */
  public static List<Figure> of(Claim claim, SeedTraces seed, Verdict verdict) {
    List<Figure> figures = new ArrayList<>(of(verdict));
    Set<Arm> arms = claim.arms();
    List<Arm> walks = WALKS.stream().filter(seed.traces()::containsKey).toList();
    boolean aboutWalks = WALKS.containsAll(arms) || arms.equals(Set.of(Arm.LONG));
    if (aboutWalks && !walks.isEmpty()) {
      figures.add(WalkFigure.of(seed, walks));
    }
    List<Arm> quadratics =
        QUADRATICS.stream().filter(arms::contains).filter(seed.traces()::containsKey).toList();
    if (!quadratics.isEmpty()) {
      figures.add(WalkFigure.of(seed, quadratics));
    }
    boolean roles =
        RolesFigure.shows(seed, RolesFigure.BATCHES) || RolesFigure.shows(seed, RolesFigure.RATES);
    if (arms.stream().anyMatch(ROLES::contains) && roles) {
      figures.add(RolesFigure.of(seed));
    }
    if (arms.stream().anyMatch(NOISE::contains)) {
      figures.add(ComparisonFigure.of(seed, arms));
    }
    if (arms.stream().anyMatch(FORKS::contains)) {
      figures.add(ForkFigure.of(seed, arms));
    }
    if (arms.stream().anyMatch(SchedulesFigure.LOOKS::containsKey)) {
      figures.add(SchedulesFigure.of(seed));
    }
    boolean curves = arms.stream().anyMatch(CURVES::contains);
    if (curves) {
      figures.add(CurvesFigure.of(seed));
    } else if (arms.contains(Arm.LONG) || arms.contains(Arm.LONG_LOW_RATE)) {
      figures.add(HeightFigure.of(seed));
    }
    return figures;
  }
}
