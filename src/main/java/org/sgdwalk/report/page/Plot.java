package org.sgdwalk.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small drawing in coordinates of its view box: lines, dots and text, which a template writes.
 *
 * @param width of the view box
 * @param height of the view box
 * @param says what is to be seen, for those who do not see it
 * @param lines in order
 * @param dots above the lines
 * @param texts above the dots
 */
record Plot(
    int width, int height, String says, List<Line> lines, List<Dot> dots, List<Text> texts) {

  /** An empty drawing. */
  static Plot empty(int width, int height, String says) {
    return new Plot(width, height, says, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /**
   * A line.
   *
   * @param points {@code x,y} of each, separated by blanks
   * @param style class of the style sheet
   */
  record Line(String points, String style) {}

  /**
   * A dot.
   *
   * @param x of its centre
   * @param y of its centre
   * @param style class of the style sheet
   * @param says what a pointer over it shows
   */
  record Dot(String x, String y, String style, String says) {}

  /**
   * A line of text.
   *
   * @param x of its anchor
   * @param y of its base line
   * @param style class of the style sheet, which places the anchor
   * @param text the text
   */
  record Text(String x, String y, String style, String text) {}

  void line(String style, double... xy) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      points.append(i == 0 ? "" : " ").append(at(xy[i])).append(',').append(at(xy[i + 1]));
    }
    lines.add(new Line(points.toString(), style));
  }

  void dot(double x, double y, String style, String says) {
    dots.add(new Dot(at(x), at(y), style, says));
  }

  void text(double x, double y, String style, String text) {
    texts.add(new Text(at(x), at(y), style, text));
  }

  private static String at(double x) {
    return String.format(Locale.ROOT, "%.1f", x);
  }
}
