package org.sgdwalk.report.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.stats.MedianInterval;
import org.sgdwalk.words.Digits;

/**
 * The effect of each seed as a dot, with the criterion's line where it is a number.
 *
 * @param plot the drawing
 * @param caption what to look for
 */
record DotsView(Plot plot, String caption) {
  private static final String NONE = "none";
  private static final int WIDTH = 420;
  private static final int HEIGHT = 130;
  private static final double EDGE = 24;
  private static final double BASE = HEIGHT - 40.0;
  private static final double DOT = 8;
  private static final double LABEL = 12;
  private static final double TOP = 16;
  private static final double FOOT = 4;

  /** Empty where no effect is a number. */
  static Optional<DotsView> of(Verdict verdict) {
    return verdict.effect().map(effect -> of(verdict, effect));
  }

  private static DotsView of(Verdict verdict, MedianInterval effect) {
    Comparison comparison = verdict.of().kind().effects().orElse(Comparison.DIFFERENCE);
    Map<Double, String> lines = lines(verdict.of());
    List<SeedOutcome> finite =
        verdict.seeds().stream().filter(seed -> Double.isFinite(seed.effect())).toList();
    int without = verdict.seeds().size() - finite.size();
    double[] ends =
        DoubleStream.concat(
                finite.stream().mapToDouble(SeedOutcome::effect),
                lines.keySet().stream().mapToDouble(Double::doubleValue))
            .filter(value -> Double.isFinite(comparison.centred(value)))
            .sorted()
            .toArray();
    double least = ends[0];
    double most = ends[ends.length - 1];
    Span x = new Span(comparison.centred(least), comparison.centred(most), EDGE, WIDTH - EDGE);
    Plot plot =
        Plot.empty(
            WIDTH,
            HEIGHT,
            "Effects of %d seeds; median %s, %s interval."
                .formatted(finite.size(), Digits.effect(effect), Digits.percent(effect.level())));
    plot.line("axis", EDGE / 2, BASE, WIDTH - EDGE / 2, BASE);
    plot.line(
        "interval",
        x.at(comparison.centred(effect.low())),
        BASE + DOT,
        x.at(comparison.centred(effect.high())),
        BASE + DOT);
    lines.forEach(
        (at, text) -> {
          double where = x.at(comparison.centred(at));
          plot.line(text.equals(NONE) ? "axis" : "bound", where, TOP, where, BASE);
          if (verdict.of().lines().size() == 1 || !text.equals(NONE)) {
            plot.text(where, LABEL, anchor(where), text);
          }
        });
    dots(plot, finite, x, comparison);
    plot.text(EDGE / 2, HEIGHT - FOOT, "start", Digits.three(least));
    plot.text(WIDTH - EDGE / 2, HEIGHT - FOOT, "end", Digits.three(most));
    plot.text(x.at(comparison.centred(effect.median())), BASE + 2 * LABEL, "mark", "▲");
    return new DotsView(plot, caption(verdict, without));
  }

  private static String caption(Verdict verdict, int without) {
    return "A dot a seed, by its effect, between the numbers at the ends of the axis; filled: as claimed ("
        + verdict.claim().criterion()
        + "); ring: not. Triangle and bar: median and its interval."
        + (without == 0 ? "" : " " + without + " without a number are left out.");
  }

  /** Where the criterion or the margin lies, and none, with what they are. */
  private static Map<Double, String> lines(Claim claim) {
    Map<Double, String> lines = new LinkedHashMap<>();
    claim.kind().effects().ifPresent(comparison -> lines.put(comparison.none(), NONE));
    boolean margin = claim.kind() instanceof Kind.Alike;
    claim.lines().forEach(line -> lines.put(line, Digits.three(line)));
    double last = margin ? claim.lines().get(1) : Double.NaN;
    claim.lines().stream()
        .filter(line -> line != last)
        .forEach(line -> lines.put(line, (margin ? "margin " : "criterion ") + lines.get(line)));
    return lines;
  }

  /** Dots that would lie on each other are stacked. */
  private static void dots(Plot plot, List<SeedOutcome> seeds, Span x, Comparison comparison) {
    Map<Long, Integer> stacks = new HashMap<>();
    for (SeedOutcome seed : seeds) {
      double where = x.at(comparison.centred(seed.effect()));
      int below = stacks.merge(Math.round(where / DOT), 1, Integer::sum) - 1;
      double step = Math.min(DOT, (BASE - TOP - LABEL) / seeds.size());
      plot.dot(
          where,
          BASE - DOT / 2 - below * Math.max(step, DOT / 2),
          seed.holds() ? "holds" : "fails",
          "seed %d: %s".formatted(seed.seed(), Digits.three(seed.effect())));
    }
  }

  /** Text at an edge stays within the drawing. */
  private static String anchor(double x) {
    return x < WIDTH / 4.0 ? "start" : x > 3 * WIDTH / 4.0 ? "end" : "middle";
  }
}
