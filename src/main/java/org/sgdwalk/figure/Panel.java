package org.sgdwalk.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** One plot of a figure: a y axis and the curves over it. The x axis is its column's. */
final class Panel {
  private static final BasicStroke THIN = new BasicStroke(1);
  private static final BasicStroke DASHED =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);

  private int weight = 1;
  private final XYPlot plot = new XYPlot();
  private final List<Curve> curves = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();

  /** A panel over a y axis with a label. */
  Panel(String label) {
    this(new NumberAxis(label));
    ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(false);
  }

  /** A panel over the given y axis. */
  Panel(ValueAxis axis) {
    Axes.style(axis);
    plot.setRangeAxis(axis);
    plot.setBackgroundPaint(Palette.PAPER);
    plot.setOutlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(THIN);
    plot.setDomainGridlinesVisible(false);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
  }

  /** Draws a curve over the earlier ones. */
  Panel curve(Curve curve) {
    int index = curves.size() + bands.size();
    plot.setDataset(index, curve.dataset());
    plot.setRenderer(index, curve.look().renderer(curve.inLegend()));
    curves.add(curve);
    return this;
  }

  /** Draws a band over what is there. */
  Panel band(Band band) {
    int index = curves.size() + bands.size();
    plot.setDataset(index, band.dataset());
    plot.setRenderer(index, band.renderer());
    bands.add(band);
    return this;
  }

  /** What its y axis says. */
  String label() {
    return plot.getRangeAxis().getLabel();
  }

  List<Curve> curves() {
    return List.copyOf(curves);
  }

  List<Band> bands() {
    return List.copyOf(bands);
  }

  /** Draws curves in order. */
  Panel curves(List<Curve> more) {
    more.forEach(this::curve);
    return this;
  }

  /** Fixes the ends of the y axis; without it they follow the points. */
  Panel range(double low, double high) {
    if (low < high) {
      plot.getRangeAxis().setRange(low, high);
    }
    return this;
  }

  /** A horizontal line behind the curves. */
  Panel horizontal(double y, Color color) {
    plot.addRangeMarker(line(new ValueMarker(y), color, THIN), Layer.BACKGROUND);
    return this;
  }

  /** A horizontal band behind the curves. */
  Panel band(double low, double high, Color color) {
    IntervalMarker band = new IntervalMarker(low, high, color);
    band.setAlpha(1);
    plot.addRangeMarker(band, Layer.BACKGROUND);
    return this;
  }

  /** A horizontal line in front of the curves: what a criterion names. */
  Panel criterion(double y) {
    plot.addRangeMarker(line(new ValueMarker(y), Palette.INK, DASHED), Layer.FOREGROUND);
    return this;
  }

  /** A vertical area behind all else: what is judged. */
  Panel shade(double from, double to) {
    IntervalMarker shade = new IntervalMarker(from, to, Palette.SHADE);
    shade.setAlpha(1);
    plot.addDomainMarker(shade, Layer.BACKGROUND);
    return this;
  }

  /** Thin vertical lines at the integers from 0 to {@code last}, behind curves that are there. */
  Panel verticals(int last) {
    if (plot.getRenderer() != null) {
      plot.getRenderer().addAnnotation(new Verticals(last), Layer.BACKGROUND);
    }
    return this;
  }

  /** Makes it this many times as high as others in its column. */
  Panel weight(int times) {
    weight = times;
    return this;
  }

  int weight() {
    return weight;
  }

  XYPlot plot() {
    return plot;
  }

  private static Marker line(Marker marker, Color color, BasicStroke stroke) {
    marker.setPaint(color);
    marker.setStroke(stroke);
    marker.setAlpha(1);
    return marker;
  }
}
