package org.sgdwalk.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * Thin vertical lines at the integers: one path, where a marker for each would be most of a file.
 */
final class Verticals extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;
  private static final BasicStroke HAIRLINE = new BasicStroke(0.6f);

  private final int last;

  /** Lines from 0 to the last. */
  Verticals(int last) {
    this.last = last;
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D dataArea,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      int rendererIndex,
      PlotRenderingInfo info) {
    Path2D path = new Path2D.Double();
    for (int x = 0; x <= last; x++) {
      double at = domainAxis.valueToJava2D(x, dataArea, plot.getDomainAxisEdge());
      path.moveTo(at, dataArea.getMinY());
      path.lineTo(at, dataArea.getMaxY());
    }
    g2.setPaint(Palette.GRID);
    g2.setStroke(HAIRLINE);
    g2.draw(path);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Verticals that && that.last == last && super.equals(other);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + last;
  }
}
