package org.sgdwalk.figure;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/**
 * Draws a curve whose round marks stay ellipses: as four Bézier curves each, which JFreeChart makes
 * of them, they were a third of what the compressed figures of a report take.
 */
final class CurveRenderer extends XYLineAndShapeRenderer {
  private static final long serialVersionUID = 1L;

  /** Draws lines, marks, or both. */
  CurveRenderer(boolean lines, boolean marks) {
    super(lines, marks);
  }

  @Override
  protected void drawSecondaryPass(
      Graphics2D canvas,
      XYPlot plot,
      XYDataset points,
      int pass,
      int series,
      int item,
      ValueAxis xAxis,
      Rectangle2D area,
      ValueAxis yAxis,
      CrosshairState crosshair,
      EntityCollection entities) {
    if (!getItemShapeVisible(series, item)
        || !(getItemShape(series, item) instanceof Ellipse2D mark)) {
      super.drawSecondaryPass(
          canvas, plot, points, pass, series, item, xAxis, area, yAxis, crosshair, entities);
      return;
    }
    double x = xAxis.valueToJava2D(points.getXValue(series, item), area, plot.getDomainAxisEdge());
    double y = yAxis.valueToJava2D(points.getYValue(series, item), area, plot.getRangeAxisEdge());
    Shape there =
        new Ellipse2D.Double(x + mark.getX(), y + mark.getY(), mark.getWidth(), mark.getHeight());
    if (Double.isFinite(x + y) && there.intersects(area)) { // a gap in the curve is NaN
      canvas.setPaint(getItemPaint(series, item));
      if (getItemShapeFilled(series, item)) {
        canvas.fill(there);
      } else {
        canvas.setStroke(getItemOutlineStroke(series, item));
        canvas.draw(there);
      }
    }
  }
}
