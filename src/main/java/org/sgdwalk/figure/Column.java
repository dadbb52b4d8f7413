package org.sgdwalk.figure;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Panels stacked over one x axis.
 *
 * @param heading above them; may be empty
 * @param axis the x axis
 * @param panels from the top
 * @param legend whether a legend stands below
 */
record Column(String heading, NumberAxis axis, List<Panel> panels, boolean legend) {
  private static final double GAP = 14;

  /** Copies the list. */
  Column {
    panels = List.copyOf(panels);
  }

  JFreeChart chart() {
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(axis);
    plot.setGap(GAP);
    panels.forEach(panel -> plot.add(panel.plot(), panel.weight()));
    JFreeChart chart = new JFreeChart(null, Palette.HEADING, plot, false);
    chart.setBackgroundPaint(Palette.PAPER);
    chart.setPadding(new RectangleInsets(4, 8, 4, 12));
    if (!heading.isEmpty()) {
      TextTitle title = new TextTitle(heading, Palette.HEADING);
      title.setPaint(Palette.INK);
      title.setPadding(new RectangleInsets(0, 0, 6, 0));
      chart.setTitle(title);
    }
    if (legend) {
      chart.addLegend(legendOf(plot));
    }
    return chart;
  }

  private static LegendTitle legendOf(CombinedDomainXYPlot plot) {
    LegendTitle title = new LegendTitle(plot);
    title.setItemFont(Palette.LABEL);
    title.setItemPaint(Palette.INK);
    title.setPosition(RectangleEdge.BOTTOM);
    title.setFrame(BlockBorder.NONE);
    return title;
  }
}
