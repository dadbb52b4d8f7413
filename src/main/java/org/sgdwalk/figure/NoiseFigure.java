package org.sgdwalk.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.trace.Trace;

/** How much of the mini-batch noise lies along the Hessian's sharpest eigenvectors. */
final class NoiseFigure {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 380;
  private static final double DOT = 8;

  /** On both sides, as a part of the range. */
  private static final double AIR = 0.04;

  private static final List<Color> COLORS =
      List.of(Palette.INK, Palette.BLUE, Palette.ORANGE, Palette.VERMILION, Palette.GREEN);

  private NoiseFigure() {}

  /** Whether the seed has what this draws. */
  static boolean shows(Example example) {
    Trace trace = example.seed().traces().get(Arm.LONG_PLAIN);
    return trace != null && trace.spectra().stream().anyMatch(row -> row.noise() > 0);
  }

  /** Draws a dot for each eigenvector, by judged epoch. */
  static Figure of(Example example) {
    Walk walk = example.seed().walk(Arm.LONG_PLAIN);
    Panel panel = new Panel(new LogLossAxis("noise along it, v' C v (log)"));
    List<Curve> curves = new ArrayList<>();
    double low = 0;
    double high = 0;
    for (int epoch : example.cell().epochs()) {
      Color color = COLORS.get(curves.size() % COLORS.size());
      boolean even = curves.size() % 2 == 0;
      Curve curve =
          Curve.named("epoch " + epoch, even ? Look.dots(color, DOT) : Look.rings(color, DOT));
      for (SpectrumRow row : walk.eigenvalues(epoch)) {
        if (row.noise() > 0) {
          curve.add(row.eigenvalue(), row.noise());
          low = Math.min(low, row.eigenvalue());
          high = Math.max(high, row.eigenvalue());
        }
      }
      curves.add(curve);
    }
    Extent.onLogarithms(curves.stream()).widerOnLogarithms().apply(panel.curves(curves));
    NumberAxis axis = new NumberAxis("eigenvalue of the Hessian");
    Axes.style(axis);
    axis.setRange(low - AIR * (high - low), high + AIR * (high - low));
    return new Sheet(
            "Noise along the sharpest directions: " + example.where(),
            "A dot for each of the Hessian's eigenvectors of largest magnitude. What to look for:"
                + " whether the sharper one, farther right, has more of the noise, so that dots"
                + " rise to the right.",
            List.of(new Column("", axis, List.of(panel), true)),
            WIDTH,
            HEIGHT)
        .draw("Noise along the sharpest directions");
  }
}
