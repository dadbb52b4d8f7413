package org.sgdwalk.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Treatment;

/**
 * The paper's tables 2 and 1 as figures: mean height by judged epoch, and the fractions of updates
 * that are in a valley and that cross a barrier.
 */
final class HeightFigure {
  private static final int COLUMN_WIDTH = 500;
  private static final int HEIGHT = 380;
  private static final double DOT = 7;

  private HeightFigure() {}

  /** Draws the long run and, where there is one, the long run at half the learning rate. */
  static Figure of(Example example) {
    SeedTraces seed = example.seed();
    return new Sheet(
            "Height and barriers by epoch: " + example.where(),
            "Over the probed updates of the judged epochs. A barrier counts when it is higher than"
                + " the numerical floor of its run. What to look for: whether heights fall over the"
                + " epochs and lie lower at half the learning rate, and whether any barrier is"
                + " crossed.",
            List.of(heights(seed), fractions(seed)),
            2 * COLUMN_WIDTH,
            HEIGHT)
        .draw("Height and barriers by epoch");
  }

  private static Column heights(SeedTraces seed) {
    Panel panel = new Panel(new LogLossAxis("nats (log)"));
    List<Curve> curves = new ArrayList<>();
    addHeight(curves, seed, Arm.LONG, Look.line(ArmColors.of(Arm.LONG)));
    addHeight(curves, seed, Arm.LONG_LOW_RATE, Look.dashed(ArmColors.of(Arm.LONG_LOW_RATE)));
    addBarriers(curves, seed);
    return column("Heights above the valley floor", seed, panel.curves(curves));
  }

  private static void addHeight(List<Curve> curves, SeedTraces seed, Arm arm, Look look) {
    Trace trace = seed.traces().get(arm);
    if (trace != null) {
      Walk walk = new Walk(trace);
      curves.add(
          byEpoch(
              seed,
              "mean height, " + arm.label() + ": " + Treatment.of(trace),
              look,
              // A logarithmic axis has no place for 0.
              epoch -> positive(walk.mean(epoch, CrossSectionRow::height))));
    }
  }

  /** The highest barrier above the numerical floor of each epoch that crosses one. */
  private static void addBarriers(List<Curve> curves, SeedTraces seed) {
    Trace trace = seed.traces().get(shown(seed));
    if (trace != null) {
      Walk walk = new Walk(trace);
      double floor = walk.numericalFloor();
      Curve heights =
          byEpoch(
              seed,
              "largest barrier that is crossed",
              Look.rings(Palette.INK, DOT),
              epoch -> {
                double height = walk.max(epoch, CrossSectionRow::barrierHeight);
                return height > floor ? height : Double.NaN;
              });
      if (!heights.points().isEmpty()) {
        curves.add(heights);
      }
    }
  }

  /** The run whose fractions are drawn. */
  private static Arm shown(SeedTraces seed) {
    return seed.traces().containsKey(Arm.LONG) ? Arm.LONG : Arm.LONG_LOW_RATE;
  }

  private static Column fractions(SeedTraces seed) {
    Panel panel = new Panel("fraction of updates").range(-0.03, 1.03);
    Trace trace = seed.traces().get(shown(seed));
    if (trace != null) {
      Walk walk = new Walk(trace);
      double floor = walk.numericalFloor();
      panel.curve(
          byEpoch(
              seed,
              "in a valley",
              Look.line(Palette.BLUE),
              epoch -> walk.fraction(List.of(epoch), CrossSectionRow::inValley)));
      panel.curve(
          byEpoch(
              seed,
              "crosses a barrier",
              Look.dashed(Palette.VERMILION),
              epoch -> walk.fraction(List.of(epoch), section -> section.barrierHeight() > floor)));
    }
    return column(shown(seed).label(), seed, panel);
  }

  private static Column column(String heading, SeedTraces seed, Panel panel) {
    int last = seed.cell().epochs().get(seed.cell().epochs().size() - 1);
    return new Column(heading, Axes.integers("epoch", 0, last + 1), List.of(panel), true);
  }

  private static Curve byEpoch(
      SeedTraces seed, String name, Look look, IntToDoubleFunction quantity) {
    Curve curve = Curve.named(name, look.line() == null ? look : look.withDots(DOT));
    for (int epoch : seed.cell().epochs()) {
      double y = quantity.applyAsDouble(epoch);
      if (!Double.isNaN(y)) {
        curve.add(epoch, y);
      }
    }
    return curve;
  }

  private static double positive(double y) {
    return y > 0 ? y : Double.NaN;
  }
}
