package org.sgdwalk.figure;

import java.util.List;
import java.util.Optional;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.stats.MedianInterval;
import org.sgdwalk.words.Digits;

/** What each seed says: its effect, and whether the claim holds for it. */
public final class EffectFigure {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 340;
  private static final double DOT = 9;

  private EffectFigure() {}

  /** Draws a verdict's seeds, or an empty figure when it was not run. */
  public static Figure of(Verdict verdict) {
    Panel panel = new Panel("effect");
    Optional<MedianInterval> effect = verdict.effect();
    effect.ifPresent(
        interval ->
            panel
                .band(interval.low(), interval.high(), Palette.light(Palette.ORANGE))
                .horizontal(interval.median(), Palette.VERMILION));
    List<SeedOutcome> seeds = verdict.seeds();
    Curve holds = Curve.named("as claimed", Look.dots(Palette.BLUE, DOT));
    Curve fails = Curve.named("not as claimed", Look.rings(Palette.BLUE, DOT));
    Curve none =
        Curve.named("no number: a run diverged, or nothing to see", Look.crosses(Palette.INK, DOT));
    for (SeedOutcome seed : seeds) {
      if (Double.isFinite(seed.effect())) {
        (seed.holds() ? holds : fails).add((double) seed.seed(), seed.effect());
      }
    }
    Extent extent = extent(holds, fails, effect);
    for (SeedOutcome seed : seeds) {
      if (!Double.isFinite(seed.effect())) {
        none.add((double) seed.seed(), extent.low());
      }
    }
    panel.curve(holds).curve(fails);
    if (!none.points().isEmpty()) {
      panel.curve(none);
    }
    extent.wider().apply(panel);
    return sheet(verdict, panel).draw("Effect by seed");
  }

  private static Extent extent(Curve holds, Curve fails, Optional<MedianInterval> effect) {
    Curve ends = Curve.named("interval", Look.line(Palette.INK));
    effect.ifPresent(interval -> ends.add(0, interval.low()).add(0, interval.high()));
    return Extent.of(List.of(holds, fails, ends).stream()).orUnit();
  }

  private static Sheet sheet(Verdict verdict, Panel panel) {
    long first = verdict.seeds().stream().mapToLong(SeedOutcome::seed).min().orElse(0);
    long last = verdict.seeds().stream().mapToLong(SeedOutcome::seed).max().orElse(0);
    String interval =
        verdict
            .effect()
            .map(
                effect ->
                    " Line and band: median "
                        + Digits.effect(effect)
                        + ", "
                        + Digits.percent(effect.level())
                        + " interval.")
            .orElse("");
    return new Sheet(
        verdict.claim().id() + ", " + verdict.cell() + ": " + verdict.outcome(),
        "Effect: "
            + verdict.claim().statistic()
            + ". Holds: "
            + verdict.claim().criterion()
            + "."
            + interval,
        List.of(
            new Column("", Axes.integers("seed", first - 1.0, last + 1.0), List.of(panel), true)),
        WIDTH,
        HEIGHT);
  }
}
