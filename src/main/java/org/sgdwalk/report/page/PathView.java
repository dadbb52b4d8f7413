package org.sgdwalk.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.TestPath;
import org.sgdwalk.judge.TestPath.Place;
import org.sgdwalk.judge.TestPath.Point;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.words.Digits;

/**
 * How a verdict's test went, drawn.
 *
 * @param plot the drawing
 * @param caption what to look for
 */
record PathView(Plot plot, String caption) {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 170;
  private static final double LEFT = 8;
  private static final double RIGHT = WIDTH - 8.0;
  private static final double TOP = 14;
  private static final double BOTTOM = HEIGHT - 22.0;
  private static final double LABEL = 4;
  private static final double TICK = 15;
  private static final double SYMBOL = 14;

  /** Of the axis beyond a bound, so that what passed it is seen. */
  private static final double BEYOND = 1.25;

  /** Powers of ten that a drawing of p-values shows on either side of what is allowed. */
  private static final double POWERS = 4.5;

  static Optional<PathView> of(Verdict verdict, Stopping stopping) {
    return TestPath.of(verdict, stopping)
        .flatMap(
            path ->
                path instanceof TestPath.OfLaw law
                    ? Optional.of(ofLaw(law, stopping.mostSeeds()))
                    : ofAverage((TestPath.OfAverage) path));
  }

  private static PathView ofLaw(TestPath.OfLaw law, int mostSeeds) {
    List<Point> points = law.points();
    Point last = points.get(points.size() - 1);
    String says =
        String.format(
            Locale.ROOT,
            "Log-likelihood ratio after each of %d seeds; it ends at %.2f, between or past the bounds %.2f and %.2f.",
            points.size(),
            last.ratio(),
            law.lower(),
            law.upper());
    Plot plot = Plot.empty(WIDTH, HEIGHT, says);
    Span x = new Span(0, Math.max(mostSeeds, points.size()), LEFT, RIGHT);
    Span y = new Span(law.lower() * BEYOND, law.upper() * BEYOND, BOTTOM, TOP);
    bound(plot, y.at(law.upper()), String.format(Locale.ROOT, "supported from %+.1f", law.upper()));
    bound(plot, y.at(law.lower()), String.format(Locale.ROOT, "not met from %+.1f", law.lower()));
    plot.line("axis", LEFT, y.at(0), RIGHT, y.at(0));
    double[] trail = new double[2 * points.size() + 2];
    trail[0] = x.at(0);
    trail[1] = y.at(0);
    for (int k = 0; k < points.size(); k++) {
      Point point = points.get(k);
      trail[2 * k + 2] = x.at(k + 1.0);
      trail[2 * k + 3] = y.at(point.ratio());
      plot.dot(
          x.at(k + 1.0),
          y.at(point.ratio()),
          point.holds() ? "holds" : "fails",
          String.format(
              Locale.ROOT,
              "seed %d: %s, ratio %.2f",
              point.seed(),
              point.holds() ? "as claimed" : "not as claimed",
              point.ratio()));
    }
    plot.line("trail", trail);
    plot.text(x.at(points.size()), HEIGHT - LABEL, "end", points.size() + " seeds");
    plot.text(LEFT, HEIGHT - LABEL, "start", "0");
    return new PathView(
        plot,
        "Log-likelihood ratio by seed, and the bounds at which the test ends. Filled: as claimed;"
            + " ring: not.");
  }

  private static void bound(Plot plot, double y, String text) {
    plot.line("bound", LEFT, y, RIGHT, y);
    plot.text(LEFT, y - LABEL, "start", text);
  }

  /** Nothing to draw before the first look. */
  private static Optional<PathView> ofAverage(TestPath.OfAverage average) {
    if (average.reached() == 0) {
      return Optional.empty();
    }
    Plot plot = Plot.empty(WIDTH, HEIGHT, says(average));
    List<Integer> looks = average.looks();
    Span x = new Span(looks.get(0), looks.get(looks.size() - 1), LEFT + 50, RIGHT - 120);
    Span y = new Span(-POWERS, POWERS, BOTTOM, TOP);
    plot.line("bound", LEFT, y.at(0), RIGHT, y.at(0));
    plot.text(RIGHT, y.at(0) - LABEL, "end", "shown above");
    plot.text(RIGHT, y.at(0) + TICK, "end", "not below");
    for (int look : looks) {
      plot.line("axis", x.at(look), TOP, x.at(look), BOTTOM);
      plot.text(x.at(look), HEIGHT - LABEL, "middle", look + " seeds");
    }
    double aside = -SYMBOL * (average.places().size() - 1) / 2;
    for (Place place : average.places()) {
      trail(plot, looks, place, aside, x, y);
      aside += SYMBOL;
    }
    return Optional.of(
        new PathView(
            plot,
            "By how many powers of ten the p-value of each look is below what the look allows,"
                + " for each place where the centre may be shown to lie: "
                + average.places().stream()
                    .map(place -> place.outcome().symbol() + " " + place.place())
                    .collect(Collectors.joining("; "))
                + "."));
  }

  /** Beside each other, since places that are as far from being shown would lie on each other. */
  private static void trail(
      Plot plot, List<Integer> looks, Place place, double aside, Span x, Span y) {
    List<Double> xy = new ArrayList<>();
    for (int k = 0; k < place.excess().size(); k++) {
      double height = y.at(-Math.log10(place.excess().get(k)));
      xy.add(x.at(looks.get(k)) + aside);
      xy.add(height);
      plot.text(x.at(looks.get(k)) + aside, height + LABEL, "mark", place.outcome().symbol());
    }
    plot.line("trail", xy.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static String says(TestPath.OfAverage average) {
    List<String> looks = new ArrayList<>();
    for (int k = 0; k < average.reached(); k++) {
      int look = k;
      looks.add(
          "after "
              + average.looks().get(k)
              + " seeds "
              + average.places().stream()
                  .map(
                      place ->
                          place.place() + ": " + Digits.three(place.excess().get(look)) + " times")
                  .collect(Collectors.joining(", ")));
    }
    return "The p-value as a multiple of what the look allows; at most 1 shows it: "
        + String.join("; ", looks)
        + ".";
  }
}
