package org.sgdwalk.figure;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jfree.data.xy.XYDataItem;
import org.sgdwalk.words.Digits;

/**
 * The data of a figure as a CSV table: a row for each point of each curve, with {@code value}, and
 * for each place of each band, with {@code low} and {@code high}. Nothing is thinned.
 */
final class FigureCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  /** More than a float32 has. */
  private static final int DIGITS = 9;

  private FigureCsv() {}

  static String of(List<Column> columns) {
    StringBuilder text = new StringBuilder();
    try {
      FORMAT.printRecord(text, "column", "panel", "series", "x", "value", "low", "high");
      for (Column column : columns) {
        for (Panel panel : column.panels()) {
          add(text, column.heading(), panel);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does no I/O", e);
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String heading, Panel panel) throws IOException {
    for (Curve curve : panel.curves()) {
      String name = curve.points().getKey().toString();
      for (Object each : curve.points().getItems()) {
        XYDataItem item = (XYDataItem) each;
        FORMAT.printRecord(
            text,
            heading,
            panel.label(),
            name,
            number(item.getXValue()),
            number(item.getYValue()),
            "",
            "");
      }
    }
    for (Band band : panel.bands()) {
      for (Band.Place at : band.places()) {
        FORMAT.printRecord(
            text,
            heading,
            panel.label(),
            band.name(),
            number(at.x()),
            "",
            number(at.low()),
            number(at.high()));
      }
    }
  }

  private static String number(double x) {
    return Double.isNaN(x) ? "" : Digits.of(x, DIGITS);
  }
}
