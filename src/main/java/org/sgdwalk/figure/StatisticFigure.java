package org.sgdwalk.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Treatment;

/**
 * What a claim's statistic is made of, along the walks: one seed as lines, the middle half of all
 * seeds as bands, with what is judged shaded and the values that the criterion names.
 */
final class StatisticFigure {
  static final String NAME = "Judged statistic";

  private static final int WIDTH = 760;
  private static final int PANEL = 230;
  private static final int FOOT = 110;

  /** With fewer points than this each has a dot. */
  private static final int FEW = 40;

  private static final double DOT = 6;

  /** Below 0, for dots on it, as a part of the range. */
  private static final double AIR = 0.04;

  private static final double END_DOT = 8;

  /** Of several quantities of an arm. */
  private static final List<Color> COLORS =
      List.of(Palette.BLUE, Palette.VERMILION, Palette.GREEN, Palette.INK, Palette.ORANGE);

  private static final BasicStroke DOTTED =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);

  private final Claim claim;
  private final Example example;
  private final Timeline timeline;
  private final Set<String> named = new HashSet<>();
  private boolean banded;

  private StatisticFigure(Claim claim, Example example) {
    this.claim = claim;
    this.example = example;
    this.timeline = new Timeline(claim.view(), example.seed());
  }

  /** Draws the panels of the claim's view. */
  static Figure of(Claim claim, Example example) {
    return new StatisticFigure(claim, example).draw();
  }

  private Figure draw() {
    List<Panel> panels = claim.view().panels().stream().map(this::panel).toList();
    NumberAxis axis = Axes.integers(timeline.label(), 0, timeline.end());
    return new Sheet(
            title(claim, example),
            caption(),
            List.of(new Column("", axis, panels, true)),
            WIDTH,
            FOOT + PANEL * panels.size())
        .draw(NAME);
  }

  /** Of a claim's own figure, however it is drawn. */
  static String title(Claim claim, Example example) {
    return claim.id() + ", the judged statistic: " + example.where();
  }

  private String caption() {
    StringBuilder text = new StringBuilder();
    text.append("Judged: ").append(claim.card().statistic()).append(". As claimed: ");
    text.append(claim.card().criterion()).append(". ");
    text.append(timeline.caption());
    if (claim.view().panels().stream().anyMatch(shown -> !shown.lines().isEmpty())) {
      text.append(" Dotted: the value that the criterion names.");
    }
    if (banded) {
      text.append(" Bands: the middle half of ").append(example.all().size()).append(" seeds.");
    }
    return text.append(" In the paper: ").append(claim.card().finding()).toString();
  }

  private Panel panel(Shown shown) {
    Quantity first = shown.quantities().get(0);
    boolean logarithmic = first.axis() == Quantity.Axis.LOGARITHMIC;
    Panel panel =
        logarithmic ? new Panel(new LogLossAxis(first.label())) : new Panel(first.label());
    timeline.shade(panel);
    List<Curve> lines = new ArrayList<>();
    List<Curve> ends = new ArrayList<>();
    int index = 0;
    for (Quantity quantity : shown.quantities()) {
      for (Arm arm : shown.arms()) {
        Trace trace = example.seed().traces().get(arm);
        if (trace != null) {
          String name = name(shown, quantity, arm, trace);
          Color color =
              shown.quantities().size() > 1 ? COLORS.get(index % COLORS.size()) : ArmColors.of(arm);
          Band band = Band.of(name, color, values(quantity, arm));
          if (!band.places().isEmpty()) {
            panel.band(band);
            ends.add(band.ends());
            banded = true;
          }
          lines.addAll(lines(quantity, trace, name, look(index, color)));
        }
        index++;
      }
    }
    Curve criterion = Curve.named("criterion", Look.line(Palette.INK));
    shown.lines().forEach(y -> criterion.add(0, y));
    range(first.axis(), Stream.of(lines, ends, List.of(criterion)).flatMap(List::stream), panel);
    panel.curves(lines);
    shown.lines().forEach(panel::criterion);
    return panel;
  }

  private static void range(Quantity.Axis axis, Stream<Curve> curves, Panel panel) {
    switch (axis) {
      case COSINES -> panel.range(-1.05, 1.05).horizontal(0, Palette.SOFT_INK);
      case UNIT -> panel.range(-0.05, 1.05);
      case LOGARITHMIC -> Extent.onLogarithms(curves).apply(panel);
      case LINEAR -> Extent.of(curves).orUnit().apply(panel);
      case FROM_ZERO -> fromZero(curves, panel);
    }
  }

  /** Up to 1 where all are 0. */
  private static void fromZero(Stream<Curve> curves, Panel panel) {
    double high = Extent.of(curves).high();
    double top = high > 0 ? high : 1;
    panel.range(-AIR * top, (1 + AIR) * top);
  }

  /** The seed's curve; its mean over what is judged; its value at the end where that is judged. */
  private List<Curve> lines(Quantity quantity, Trace trace, String name, Look look) {
    Curve curve = Curve.named(name, look);
    eachDrawn(quantity, trace, curve::add);
    int count = curve.points().getItemCount();
    boolean few = count <= FEW;
    Curve main =
        new Curve(curve.points(), few ? look.withDots(DOT) : look.thinner(), named.add(name));
    List<Curve> curves = new ArrayList<>(List.of(main));
    if (quantity.axis() == Quantity.Axis.COSINES && timeline.averages()) {
      curves.add(mean(quantity, trace, name, look.color()));
    }
    if (timeline.judgesEnd() && count > 0 && !few) {
      Curve end = Curve.named(name + ", at the end", Look.dots(look.color(), END_DOT)).unnamed();
      curves.add(
          end.add(
              curve.points().getX(count - 1).doubleValue(),
              curve.points().getY(count - 1).doubleValue()));
    }
    return curves;
  }

  private Curve mean(Quantity quantity, Trace trace, String name, Color color) {
    Curve mean = Curve.named(name + ", mean over what is judged", Look.thick(color)).unnamed();
    timeline
        .judged(trace)
        .ifPresent(
            window -> {
              double[] values =
                  quantity.of(trace, example.cell()).stream()
                      .filter(point -> window.contains(point.update()))
                      .mapToDouble(Quantity.Point::value)
                      .toArray();
              if (values.length > 0) {
                double y = Arrays.stream(values).average().orElse(Double.NaN);
                mean.add(timeline.at(window.first(), trace), y)
                    .add(timeline.at(window.last(), trace), y);
              }
            });
    return mean;
  }

  /** What all seeds have at each place of the axis. */
  private SortedMap<Double, List<Double>> values(Quantity quantity, Arm arm) {
    SortedMap<Double, List<Double>> values = new TreeMap<>();
    for (SeedTraces seed : example.all()) {
      Trace trace = seed.traces().get(arm);
      if (trace != null) {
        eachDrawn(
            quantity, trace, (x, y) -> values.computeIfAbsent(x, any -> new ArrayList<>()).add(y));
      }
    }
    return values;
  }

  /** The points within the axes: a logarithmic one has no place for 0. */
  private void eachDrawn(Quantity quantity, Trace trace, BiConsumer<Double, Double> point) {
    boolean logarithmic = quantity.axis() == Quantity.Axis.LOGARITHMIC;
    double end = timeline.end();
    for (Quantity.Point of : quantity.of(trace, example.cell())) {
      double x = timeline.x(of, trace);
      if (x <= end && (!logarithmic || of.value() > 0)) {
        point.accept(x, of.value());
      }
    }
  }

  private static String name(Shown shown, Quantity quantity, Arm arm, Trace trace) {
    String which = shown.quantities().size() > 1 ? ", " + quantity.label() : "";
    return arm.label() + ": " + Treatment.ofLastPhase(trace) + which;
  }

  /** Told apart without colour too. */
  private static Look look(int index, Color color) {
    return switch (index % 3) {
      case 0 -> Look.line(color);
      case 1 -> Look.dashed(color);
      default -> new Look(color, DOTTED, null, true);
    };
  }
}
