package org.sgdwalk.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.stats.MedianInterval;
import org.sgdwalk.words.Digits;

/**
 * What each seed says: its effect beside the criterion's line, whether the claim holds for it, and
 * which seed is the median one.
 */
final class EffectFigure {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 340;
  private static final double DOT = 9;
  private static final double RING = 16;

  /** Ratios farther apart than this would be flattened by the largest. */
  private static final double WIDE = 20;

  private final Verdict verdict;
  private final Curve holds = Curve.named("as claimed", Look.dots(Palette.BLUE, DOT));
  private final Curve fails = Curve.named("not as claimed", Look.rings(Palette.BLUE, DOT));
  private final Curve diverged =
      Curve.named("diverged, as claimed", Look.crosses(Palette.BLUE, DOT));
  private final Curve none =
      Curve.named("no number: a run diverged, or nothing to see", Look.crosses(Palette.INK, DOT));
  private final Curve median =
      Curve.named("the median seed, shown in the other figures", Look.rings(Palette.INK, RING));

  private EffectFigure(Verdict verdict) {
    this.verdict = verdict;
  }

  /** Draws a verdict's seeds. */
  static Figure of(Verdict verdict) {
    return new EffectFigure(verdict).draw();
  }

  private Figure draw() {
    Optional<MedianInterval> effect = verdict.effect();
    place();
    Stream<Curve> all = Stream.of(holds, fails, lines(effect));
    boolean logarithmic = logarithmic();
    Extent extent = (logarithmic ? Extent.onLogarithms(all) : Extent.of(all)).orUnit();
    Panel panel = logarithmic ? new Panel(new LogLossAxis("effect (log)")) : new Panel("effect");
    effect.ifPresent(
        interval ->
            panel
                .band(interval.low(), interval.high(), Palette.light(Palette.ORANGE))
                .horizontal(interval.median(), Palette.VERMILION));
    for (SeedOutcome seed : verdict.seeds()) {
      if (!Double.isFinite(seed.effect())) {
        (seed.holds() ? diverged : none)
            .add((double) seed.seed(), seed.holds() ? extent.high() : extent.low());
      }
    }
    panel.curve(holds).curve(fails);
    Stream.of(diverged, none, median)
        .filter(curve -> !curve.points().isEmpty())
        .forEach(panel::curve);
    verdict.of().lines().forEach(panel::criterion);
    (logarithmic ? extent.widerOnLogarithms() : extent.wider()).apply(panel);
    return sheet(panel, effect).draw(Figures.EFFECTS);
  }

  private void place() {
    for (SeedOutcome seed : verdict.seeds()) {
      if (Double.isFinite(seed.effect())) {
        (seed.holds() ? holds : fails).add((double) seed.seed(), seed.effect());
        if (verdict.medianSeed().orElse(-1) == seed.seed()) {
          median.add((double) seed.seed(), seed.effect());
        }
      }
    }
  }

  /** What the range must have beside the seeds: the interval and the criterion. */
  private Curve lines(Optional<MedianInterval> effect) {
    Curve lines = Curve.named("lines", Look.line(Palette.INK));
    effect.ifPresent(interval -> lines.add(0, interval.low()).add(0, interval.high()));
    verdict.of().lines().forEach(line -> lines.add(0, line));
    return lines;
  }

  private boolean logarithmic() {
    double[] effects =
        verdict.seeds().stream()
            .mapToDouble(SeedOutcome::effect)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return verdict.of().kind().effects().filter(Comparison.RATIO::equals).isPresent()
        && effects.length > 0
        && effects[0] > 0
        && effects[effects.length - 1] > WIDE * Math.min(effects[0], 1);
  }

  private Sheet sheet(Panel panel, Optional<MedianInterval> effect) {
    long first = verdict.seeds().stream().mapToLong(SeedOutcome::seed).min().orElse(0);
    long last = verdict.seeds().stream().mapToLong(SeedOutcome::seed).max().orElse(0);
    NumberAxis axis = Axes.integers("seed", first - 1.0, last + 1.0);
    return new Sheet(
        verdict.claim().id() + ", " + verdict.cell() + ": " + verdict.outcome(),
        caption(effect),
        List.of(new Column("", axis, List.of(panel), true)),
        WIDTH,
        HEIGHT);
  }

  private String caption(Optional<MedianInterval> effect) {
    String lines = String.join(" and ", verdict.of().lines().stream().map(Digits::three).toList());
    return "Effect: "
        + verdict.claim().statistic()
        + ". As claimed: "
        + verdict.claim().criterion()
        + (lines.isEmpty() ? "." : ". Dotted: the criterion, " + lines + ".")
        + effect
            .map(
                interval ->
                    " Line and band: median "
                        + Digits.effect(interval)
                        + ", "
                        + Digits.percent(interval.level())
                        + " interval.")
            .orElse("");
  }
}
