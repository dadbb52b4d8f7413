package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code spectra.csv}: at each measured epoch the eigenvalues of largest magnitude, the largest
 * first, then the density of all, point by point. A run with the covariance probe has a column
 * beside, the noise along each eigenvalue's vector. Written like {@link StepsCsv}.
 */
public final class SpectraCsv {
  private static final List<String> COLUMNS =
      List.of("epoch", "step", "eigenvalue", "residual", "density");

  private static final String NOISE = "v_C_v";

  private SpectraCsv() {}

  /** The columns, in order; of a run with the covariance probe, or of one without. */
  public static List<String> columns(boolean withNoise) {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (withNoise) {
      columns.add(NOISE);
    }
    return List.copyOf(columns);
  }

  /**
   * The file's text.
   *
   * @param withNoise whether the run has the covariance probe
   * @param file its name for errors
   */
  public static String format(List<SpectrumRow> rows, boolean withNoise, String file) {
    List<String> columns = columns(withNoise);
    List<CsvLine> lines = new ArrayList<>();
    for (SpectrumRow row : rows) {
      // The header is line 1.
      CsvLine line =
          new CsvLine(columns, file + ": line " + (lines.size() + 2))
              .integer(row.epoch())
              .integer(row.step())
              .number(row.eigenvalue())
              .numberOrNaN(row.residual())
              .numberOrNaN(row.density());
      lines.add(withNoise ? line.numberOrNaN(row.noise()) : line);
    }
    return CsvTable.format(columns, lines);
  }

  /**
   * The rows of the file's text; traces of before there was the noise are without it.
   *
   * @throws TraceException that names file, line and column
   */
  public static List<SpectrumRow> parse(String text, String file) {
    List<SpectrumRow> rows = new ArrayList<>();
    boolean withNoise = CsvTable.hasColumn(text, NOISE);
    for (CsvRow cells : CsvTable.parse(text, columns(withNoise), file)) {
      int epoch = cells.integer();
      int step = cells.integer();
      double eigenvalue = cells.number();
      double residual = cells.numberOrNaN();
      double density = cells.numberOrNaN();
      if (Double.isNaN(residual) == Double.isNaN(density)) {
        throw cells.error("density", "a row has a residual or a density, not both and not neither");
      }
      double noise = withNoise ? cells.numberOrNaN() : Double.NaN;
      if (noise < 0) {
        throw cells.error(NOISE, "must be 0 or more, got " + noise);
      }
      if (Double.isNaN(residual) && !Double.isNaN(noise)) {
        throw cells.error(NOISE, "must be empty beside a density");
      }
      rows.add(new SpectrumRow(epoch, step, eigenvalue, residual, density, noise));
    }
    return rows;
  }
}
