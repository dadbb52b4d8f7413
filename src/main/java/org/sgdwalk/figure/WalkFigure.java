package org.sgdwalk.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Window;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Titles;
import org.sgdwalk.words.Treatment;

/**
 * The paper's figures 1 and 2: training loss along the walk with its valley floors, gradient cosine
 * and distance from the initialisation, over one axis of updates; below them eta lambda, with the
 * line at 2, where the Hessian was measured. Arms stand beside each other over the same ranges.
 */
public final class WalkFigure {
  private static final int COLUMN_WIDTH = 560;
  private static final int SINGLE_WIDTH = 760;
  private static final int HEIGHT = 800;

  /** With more updates than this the lines at each of them would be a grey area. */
  private static final int MOST_LINES = 150;

  private static final double COSINE_DOT = 4;
  private static final double FLOOR_DOT = 3;
  private static final double REGIME_DOT = 7;

  /** Beyond it GD diverges along an eigenvector of a quadratic (appendix E). */
  private static final double EDGE = 2;

  /** What the parabola's walls are: a step from one to the other has alpha 1. */
  private static final double WALL = 1;

  /** Where alpha is of interest; a nearly flat parabola gives values far beyond. */
  private static final double ALPHA_LOW = -1.5;

  private static final double ALPHA_HIGH = 2;
  private static final double ALPHA_DOT = 3;

  private static final String CAPTION =
      "Training loss at every point between consecutive iterates; grey lines are iterates. What to"
          + " look for: whether the loss dips between them (a valley, its floor dashed), whether"
          + " the floor falls or goes up and down, and whether the gradient turns back (cosine near"
          + " -1). Alpha: where a step lands, 0 on the floor, 1 on the other wall.";

  private WalkFigure() {}

  /**
   * Draws the walks of some arms of a seed, with the judged updates shaded.
   *
   * @param arms one or more arms that the seed has traces of, from the left
   */
  static Figure of(Example example, List<Arm> arms) {
    SeedTraces seed = example.seed();
    Map<Arm, Trace> traces = new LinkedHashMap<>();
    for (Arm arm : arms) {
      Trace trace = seed.traces().get(arm);
      if (trace == null) {
        throw new IllegalArgumentException("seed " + seed.seed() + " has no trace of " + arm);
      }
      traces.put(arm, trace);
    }
    List<Trace> all = List.copyOf(traces.values());
    List<Column> columns =
        traces.entrySet().stream()
            .map(entry -> column(heading(entry.getKey(), entry.getValue()), entry.getValue(), all))
            .toList();
    Window valley = seed.cell().valley();
    columns.stream()
        .flatMap(column -> column.panels().stream())
        .forEach(panel -> panel.shade(valley.first() - 1.0, valley.last()));
    String names = arms.stream().map(Arm::label).collect(Collectors.joining(" and "));
    return draw(
        "Walk of " + names, example.where(), CAPTION + " Shaded: the judged updates.", columns);
  }

  /**
   * Draws walks beside each other, whatever runs they come from.
   *
   * @param traces one or more traces with cross-sections, from the left
   */
  public static Figure of(List<Trace> traces) {
    List<Column> columns =
        traces.stream().map(trace -> column(Treatment.of(trace), trace, traces)).toList();
    String runs = traces.stream().map(Titles::run).distinct().collect(Collectors.joining(" and "));
    return draw(traces.size() == 1 ? "Walk" : "Walks", runs, CAPTION, columns);
  }

  private static Figure draw(String name, String where, String caption, List<Column> columns) {
    return new Sheet(
            name + ": " + where,
            caption,
            columns,
            columns.size() == 1 ? SINGLE_WIDTH : COLUMN_WIDTH * columns.size(),
            HEIGHT)
        .draw(name);
  }

  private static String heading(Arm arm, Trace trace) {
    return arm.label() + ": " + Treatment.of(trace);
  }

  private static Column column(String heading, Trace trace, List<Trace> all) {
    int last = all.stream().mapToInt(t -> t.steps().size()).max().orElse(1);
    Extent losses = Extent.onLogarithms(all.stream().flatMap(t -> Stream.of(loss(t), floors(t))));
    Extent distances = Extent.of(all.stream().map(WalkFigure::distance));
    boolean data = trace.manifest().spec().hasData();
    String label = data ? "training loss (nats, log)" : "loss (log)";
    Panel loss = losses.apply(new Panel(new LogLossAxis(label))).weight(2);
    Panel cosine = new Panel("gradient cosine").range(-1.05, 1.05).horizontal(0, Palette.SOFT_INK);
    Panel distance = distances.apply(new Panel("distance from init."));
    List<Panel> panels = new ArrayList<>();
    panels.add(loss.curve(loss(trace)).curve(floors(trace)));
    panels.add(cosine.curve(cosine(trace)));
    panels.add(distance.curve(distance(trace)));
    if (all.stream().anyMatch(WalkFigure::isProbed)) {
      panels.add(
          new Panel("alpha")
              .range(ALPHA_LOW, ALPHA_HIGH)
              .horizontal(0, Palette.SOFT_INK)
              .horizontal(WALL, Palette.VERMILION)
              .curve(alpha(trace)));
    }
    List<Curve> regimes = all.stream().map(WalkFigure::etaLambda).toList();
    if (regimes.stream().anyMatch(curve -> !curve.points().isEmpty())) {
      Curve edge = Curve.named("edge", Look.line(Palette.VERMILION)).add(0, 0).add(last, EDGE);
      Extent range = Extent.of(Stream.concat(regimes.stream(), Stream.of(edge)));
      panels.add(
          range
              .apply(new Panel("eta lambda"))
              .horizontal(EDGE, Palette.VERMILION)
              .curve(etaLambda(trace)));
    }
    if (last <= MOST_LINES) {
      panels.forEach(panel -> panel.verticals(last));
    }
    return new Column(heading, Axes.integers("updates", 0, last + 0.5), panels, true);
  }

  private static Curve loss(Trace trace) {
    return Series.loss("training loss along the walk", Look.line(Palette.BLUE), trace);
  }

  private static Curve floors(Trace trace) {
    return Series.floors("valley floor", Look.dashed(Palette.VERMILION).withDots(FLOOR_DOT), trace);
  }

  private static Curve cosine(Trace trace) {
    return Series.byUpdate(
            "cosine", Look.thin(Palette.BLUE).withDots(COSINE_DOT), trace.steps(), StepRow::cosine)
        .unnamed();
  }

  private static boolean isProbed(Trace trace) {
    return trace.steps().stream().anyMatch(row -> row.crossSection() != null);
  }

  private static Curve alpha(Trace trace) {
    Curve alpha = Curve.named("alpha", Look.dots(Palette.BLUE, ALPHA_DOT)).unnamed();
    for (StepRow row : trace.steps()) {
      CrossSectionRow section = row.crossSection();
      if (section != null && Double.isFinite(section.alpha())) {
        alpha.add(row.step(), section.alpha());
      }
    }
    return alpha;
  }

  /** The learning rate times the largest positive eigenvalue, where it was measured. */
  private static Curve etaLambda(Trace trace) {
    Curve curve = Curve.named("eta lambda", Look.dots(Palette.BLUE, REGIME_DOT)).unnamed();
    for (EpochRow row : trace.epochs()) {
      SharpnessRow sharpness = row.sharpness();
      if (sharpness != null && Double.isFinite(sharpness.etaLambda())) {
        curve.add(row.step(), sharpness.etaLambda());
      }
    }
    return curve;
  }

  private static Curve distance(Trace trace) {
    return Series.byUpdate("distance", Look.line(Palette.BLUE), trace.steps(), StepRow::distance)
        .unnamed();
  }
}
