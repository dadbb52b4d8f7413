package org.sgdwalk.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jspecify.annotations.Nullable;

/**
 * How a curve is drawn.
 *
 * @param color of line and dots
 * @param line the line's stroke, or null for none
 * @param dot a dot's outline around its point, or null for none
 * @param filled whether dots are filled
 */
record Look(Color color, @Nullable Stroke line, @Nullable Shape dot, boolean filled) {
  private static final float WIDTH = 1.8f;
  private static final float THICK = 3.5f;
  private static final float[] DASHES = {6, 4};

  /** A solid line. */
  static Look line(Color color) {
    return new Look(color, stroke(WIDTH, null), null, true);
  }

  /** A thick line: a mean over many points. */
  static Look thick(Color color) {
    return new Look(color, stroke(THICK, null), null, true);
  }

  /** A thinner line that does not hide others. */
  static Look thin(Color color) {
    return new Look(color, stroke(1, null), null, true);
  }

  /** A dashed line. */
  static Look dashed(Color color) {
    return new Look(color, stroke(WIDTH, DASHES), null, true);
  }

  /** Dots of a diameter without a line. */
  static Look dots(Color color, double diameter) {
    return new Look(color, null, circle(diameter), true);
  }

  /** Rings: dots that are not filled. */
  static Look rings(Color color, double diameter) {
    return new Look(color, null, circle(diameter), false);
  }

  /** Crosses without a line. */
  static Look crosses(Color color, double width) {
    double half = width / 2;
    Path2D cross = new Path2D.Double();
    cross.moveTo(-half, -half);
    cross.lineTo(half, half);
    cross.moveTo(-half, half);
    cross.lineTo(half, -half);
    return new Look(color, null, cross, false);
  }

  /** Gives this look with its line thinner, for one that moves much. */
  Look thinner() {
    return line instanceof BasicStroke stroke
        ? new Look(color, stroke(1, stroke.getDashArray()), dot, filled)
        : this;
  }

  /** Gives this line with dots on its points. */
  Look withDots(double diameter) {
    return new Look(color, line, circle(diameter), true);
  }

  /** A renderer for one curve. */
  XYLineAndShapeRenderer renderer(boolean inLegend) {
    XYLineAndShapeRenderer renderer = new CurveRenderer(line != null, dot != null);
    // One path instead of an element for each piece: a tenth of the size, and dashes that go on.
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, color);
    if (line != null) {
      renderer.setSeriesStroke(0, line);
    }
    if (dot != null) {
      renderer.setSeriesShape(0, dot);
      renderer.setSeriesShapesFilled(0, filled);
      renderer.setDrawOutlines(!filled);
      renderer.setSeriesOutlineStroke(0, stroke(WIDTH, null));
      renderer.setUseOutlinePaint(false);
    }
    renderer.setSeriesVisibleInLegend(0, inLegend);
    return renderer;
  }

  private static Shape circle(double diameter) {
    return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
  }

  private static BasicStroke stroke(float width, float @Nullable [] dashes) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }
}
