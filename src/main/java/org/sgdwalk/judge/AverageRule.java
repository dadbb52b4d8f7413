package org.sgdwalk.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.stats.LocationTest;
import org.sgdwalk.words.Digits;

/** Where the centre of the seeds' effects lies, at the looks of a group-sequential design. */
final class AverageRule implements Rule {
  private final LocationTest test;
  private final Comparison comparison;
  private final List<Finding> findings;

  private AverageRule(LocationTest test, Comparison comparison, List<Finding> findings) {
    this.test = test;
    this.comparison = comparison;
    this.findings = findings;
  }

  /**
   * What the centre may be shown to be.
   *
   * @param outcome the word for it
   * @param place where it lies then
   * @param look the first look at which effects show it, where none is 0
   * @param bounds what has to be shown for it
   * @param all whether all of the bounds have to be, or any
   */
  private record Finding(
      Outcome outcome,
      String place,
      ToIntFunction<double[]> look,
      List<Bound> bounds,
      boolean all) {}

  /** That the centre lies above a bound, or below it. */
  private record Bound(double at, boolean above) {}

  /** The rule of a claim about averages, which is not a law. */
  static AverageRule of(Kind kind, Stopping stopping) {
    return kind instanceof Kind.Alike alike
        ? of(alike, stopping)
        : of((Kind.Average) kind, stopping);
  }

  /** The rule of an average. */
  private static AverageRule of(Kind.Average average, Stopping stopping) {
    LocationTest test = new LocationTest(stopping.average());
    Comparison comparison = average.comparison();
    double criterion = comparison.centred(average.criterion());
    double margin = comparison.centred(average.margin());
    String none = Digits.three(comparison.none());
    String above = "above " + Digits.three(average.criterion());
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            Outcome.SUPPORTED,
            above,
            e -> test.above(e, criterion),
            List.of(new Bound(criterion, true)),
            true));
    findings.add(
        new Finding(
            Outcome.OPPOSITE,
            "below " + none,
            e -> test.below(e, 0),
            List.of(new Bound(0, false)),
            true));
    if (average.isBeyondDirection()) {
      findings.add(
          new Finding(
              Outcome.WEAKER,
              "above " + none + " and not " + above,
              e -> Math.max(test.above(e, 0), test.below(e, criterion)),
              List.of(new Bound(0, true), new Bound(criterion, false)),
              true));
    }
    findings.add(
        new Finding(
            Outcome.NO_EFFECT,
            comparison.within(average.margin()),
            e -> test.within(e, margin),
            inside(margin),
            true));
    return new AverageRule(test, comparison, findings);
  }

  /** The rule of walks that are claimed to be alike. */
  private static AverageRule of(Kind.Alike alike, Stopping stopping) {
    LocationTest test = new LocationTest(stopping.average());
    double margin = alike.comparison().centred(alike.margin());
    String within = alike.comparison().within(alike.margin());
    return new AverageRule(
        test,
        alike.comparison(),
        List.of(
            new Finding(
                Outcome.SUPPORTED, within, e -> test.within(e, margin), inside(margin), true),
            new Finding(
                Outcome.OPPOSITE,
                "not " + within,
                e -> Math.min(test.above(e, margin), test.below(e, -margin)),
                List.of(new Bound(margin, true), new Bound(-margin, false)),
                false)));
  }

  private static List<Bound> inside(double margin) {
    return List.of(new Bound(-margin, true), new Bound(margin, false));
  }

  /** How near each look came to each word, of the effects of the seeds that count. */
  List<TestPath.Place> places(List<SeedOutcome> counted) {
    double[] effects =
        counted.stream().mapToDouble(seed -> comparison.centred(seed.effect())).toArray();
    return findings.stream()
        .map(
            finding ->
                new TestPath.Place(finding.outcome(), finding.place(), excess(finding, effects)))
        .toList();
  }

  /** What one look has shown of a bound stays shown at the next. */
  private List<Double> excess(Finding finding, double[] effects) {
    List<double[]> byBound =
        finding.bounds().stream()
            .map(
                bound ->
                    bound.above()
                        ? test.excessAbove(effects, bound.at())
                        : test.excessBelow(effects, bound.at()))
            .toList();
    List<Double> excess = new ArrayList<>();
    for (int k = 0; k < test.design().looksUpTo(effects.length); k++) {
      int look = k;
      DoubleStream least =
          byBound.stream().mapToDouble(of -> Arrays.stream(of, 0, look + 1).min().orElseThrow());
      excess.add((finding.all() ? least.max() : least.min()).orElseThrow());
    }
    return excess;
  }

  @Override
  public Decision decide(List<SeedOutcome> seeds) {
    List<SeedOutcome> counted = seeds.stream().filter(SeedOutcome::counts).toList();
    int left = test.design().most() - seeds.size();
    if (counted.isEmpty() && left == 0 && seeds.size() >= Gates.SEEDS) {
      return Decision.nothingSeen(seeds.size());
    }
    int further = Math.min(left, test.design().furtherToLook(counted.size()));
    long holds = counted.stream().filter(SeedOutcome::holds).count();
    String said = "as claimed in %d of %d seeds; ".formatted(holds, counted.size());
    return found(counted.stream().mapToDouble(seed -> comparison.centred(seed.effect())).toArray())
        .map(
            finding ->
                new Decision(
                    finding.outcome(), said + "the centre is shown to lie " + finding.place(), 0))
        .orElseGet(
            () -> new Decision(Outcome.INCONCLUSIVE, said + notShown(counted.size()), further));
  }

  /** The word for so many effects, where none is 0, if they came in one by one. */
  Outcome word(double[] effects) {
    return found(effects).map(Finding::outcome).orElse(Outcome.INCONCLUSIVE);
  }

  /** What the first look shows that shows any; of several the first. */
  private Optional<Finding> found(double[] effects) {
    Finding found = null;
    int first = LocationTest.NEVER;
    for (Finding finding : findings) {
      int look = finding.look().applyAsInt(effects);
      if (look < first) {
        found = finding;
        first = look;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The claimed places that no look has shown. */
  private String notShown(int seeds) {
    return test.design().looksUpTo(seeds) == 0
        ? "the first look is at seed " + test.design().looks().get(0)
        : "the centre is not shown to lie "
            + String.join(", or ", findings.stream().map(Finding::place).toList());
  }
}
