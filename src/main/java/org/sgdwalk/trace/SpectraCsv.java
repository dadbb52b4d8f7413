package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code spectra.csv}: at each measured epoch the eigenvalues of largest magnitude, the largest
 * first, then the density of all, point by point. Written like {@link StepsCsv}.
 */
public final class SpectraCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of("epoch", "step", "eigenvalue", "residual", "density");

  private SpectraCsv() {}

  /** The file's text; {@code file} is its name for errors. */
  public static String format(List<SpectrumRow> rows, String file) {
    List<CsvLine> lines = new ArrayList<>();
    for (SpectrumRow row : rows) {
      // The header is line 1.
      lines.add(
          new CsvLine(COLUMNS, file + ": line " + (lines.size() + 2))
              .integer(row.epoch())
              .integer(row.step())
              .number(row.eigenvalue())
              .numberOrNaN(row.residual())
              .numberOrNaN(row.density()));
    }
    return CsvTable.format(COLUMNS, lines);
  }

  /**
   * The rows of the file's text.
   *
   * @throws TraceException that names file, line and column
   */
  public static List<SpectrumRow> parse(String text, String file) {
    List<SpectrumRow> rows = new ArrayList<>();
    for (CsvRow cells : CsvTable.parse(text, COLUMNS, file)) {
      int epoch = cells.integer();
      int step = cells.integer();
      double eigenvalue = cells.number();
      double residual = cells.numberOrNaN();
      double density = cells.numberOrNaN();
      if (Double.isNaN(residual) == Double.isNaN(density)) {
        throw cells.error("density", "a row has a residual or a density, not both and not neither");
      }
      rows.add(new SpectrumRow(epoch, step, eigenvalue, residual, density));
    }
    return rows;
  }
}
