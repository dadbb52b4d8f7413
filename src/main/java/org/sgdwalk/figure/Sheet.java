package org.sgdwalk.figure;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.text.TextUtils;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * A page with a title and columns beside each other.
 *
 * @param title first line, bold
 * @param subtitle what stands below it, wrapped; may be empty
 * @param columns from the left, equally wide
 * @param width in pixels
 * @param height of the columns in pixels; the title comes on top
 */
record Sheet(String title, String subtitle, List<Column> columns, int width, int height) {
  private static final int MARGIN = 14;

  /** Coordinates to a tenth of a pixel: no eye sees more, and files stay small. */
  private static final int DECIMALS = 1;

  static {
    // Otherwise JFreeChart draws rotated labels as outlines, in a font of its own.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  /** Copies the list. */
  Sheet {
    columns = List.copyOf(columns);
  }

  /** Draws the page. */
  Figure draw(String name) {
    List<Line> lines = lines();
    int top = MARGIN + lines.stream().mapToInt(Line::height).sum();
    SVGGraphics2D canvas = new SVGGraphics2D(width, top + height);
    canvas.setDefsKeyPrefix(name.replaceAll("[^A-Za-z0-9]+", "-") + "-");
    canvas.setGeomDoubleConverter(Sheet::rounded);
    canvas.setTransformDoubleConverter(Sheet::rounded);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setPaint(Palette.PAPER);
    canvas.fillRect(0, 0, width, top + height);
    int y = MARGIN;
    canvas.setPaint(Palette.INK);
    for (Line line : lines) {
      canvas.setFont(line.font());
      canvas.drawString(line.text(), MARGIN, y + canvas.getFontMetrics().getAscent());
      y += line.height();
    }
    double each = (double) width / columns.size();
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).chart().draw(canvas, new Rectangle2D.Double(i * each, top, each, height));
    }
    // Not the whole document of JFreeSVG: its DOCTYPE makes parsers fetch a DTD. The view box lets
    // a page scale the figure.
    String svg =
        canvas.getSVGElement(null, true, new ViewBox(0, 0, width, top + height), null, null);
    return new Figure(name, described(svg), subtitle, FigureCsv.of(columns));
  }

  /** With title and caption for those who do not see it. */
  private String described(String svg) {
    int end = svg.indexOf('>');
    return svg.substring(0, end)
        + " role='img'><title>"
        + escaped(title)
        + "</title><desc>"
        + escaped(subtitle)
        + "</desc>"
        + svg.substring(end + 1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private record Line(String text, Font font, int height) {}

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>(wrapped(title, Palette.TITLE));
    lines.addAll(wrapped(subtitle, Palette.LABEL));
    return lines;
  }

  private List<Line> wrapped(String text, Font font) {
    FontMetrics metrics = new SVGGraphics2D(1, 1).getFontMetrics(font);
    List<Line> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > width - 2 * MARGIN) {
        lines.add(new Line(line.toString(), font, metrics.getHeight()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(new Line(line.toString(), font, metrics.getHeight()));
    }
    return lines;
  }

  private static String rounded(double x) {
    BigDecimal rounded = BigDecimal.valueOf(x).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
