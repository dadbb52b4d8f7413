package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;
import org.sgdwalk.spec.ProbeSpec;

/**
 * {@code epochs.csv}: a header and one row an evaluated epoch, ascending. Written like {@link
 * StepsCsv}; a loss or accuracy that is NaN (not defined) is an empty cell. What a probe measures
 * has columns where the run has the probe, empty ones where it was not due or has no value.
 */
public final class EpochsCsv {
  private static final List<String> EVALUATION_COLUMNS =
      List.of("epoch", "step", "train_loss", "train_accuracy", "val_loss", "val_accuracy");

  private EpochsCsv() {}

  /** The columns of a run with these probes, in order. */
  public static List<String> columns(ProbeSpec probes) {
    return columns(
        probes,
        probes.sharpness() == null ? List.of() : SharpnessColumns.names(probes.sharpness()));
  }

  private static List<String> columns(ProbeSpec probes, List<String> ofSharpness) {
    List<String> columns = new ArrayList<>(EVALUATION_COLUMNS);
    if (probes.sharpness() != null) {
      columns.addAll(ofSharpness);
    }
    if (probes.covariance() != null) {
      columns.addAll(CovarianceColumns.NAMES);
    }
    return List.copyOf(columns);
  }

  /**
   * The file's text.
   *
   * @param rows evaluated epochs, ascending
   * @param probes what the run measured; rows have nothing beside
   * @param file name for errors
   * @throws TraceException for what could not be read back: epochs that do not ascend, an infinite
   *     value
   */
  public static String format(List<EpochRow> rows, ProbeSpec probes, String file) {
    List<String> columns = columns(probes);
    List<CsvLine> lines = new ArrayList<>();
    int previous = -1;
    for (EpochRow row : rows) {
      // The header is line 1.
      String where = file + ": line " + (lines.size() + 2);
      if (row.epoch() <= previous) {
        throw new TraceException(where + ", column epoch: " + outOfOrder(row, previous));
      }
      previous = row.epoch();
      lines.add(line(row, probes, new CsvLine(columns, where)));
    }
    return CsvTable.format(columns, lines);
  }

  private static CsvLine line(EpochRow row, ProbeSpec probes, CsvLine line) {
    line.integer(row.epoch())
        .integer(row.step())
        .numberOrNaN(row.trainLoss())
        .numberOrNaN(row.trainAccuracy())
        .numberOrNaN(row.valLoss())
        .numberOrNaN(row.valAccuracy());
    if (probes.sharpness() != null) {
      SharpnessColumns.write(row.sharpness(), probes.sharpness(), line);
    }
    if (probes.covariance() != null) {
      CovarianceColumns.write(row.covariance(), line);
    }
    return line;
  }

  /**
   * The rows of the file's text.
   *
   * @param text the whole file
   * @param probes what the run measured
   * @param file name for errors
   * @throws TraceException that names file, line and column
   */
  public static List<EpochRow> parse(String text, ProbeSpec probes, String file) {
    List<EpochRow> rows = new ArrayList<>();
    int previous = -1;
    boolean older = CsvTable.hasColumn(text, "eta_lambda_max");
    List<String> columns = older ? columns(probes, SharpnessColumns.OLDER_NAMES) : columns(probes);
    for (CsvRow cells : CsvTable.parse(text, columns, file)) {
      EpochRow row = row(cells, probes, older);
      if (row.epoch() <= previous) {
        throw cells.error("epoch", outOfOrder(row, previous));
      }
      previous = row.epoch();
      rows.add(row);
    }
    return rows;
  }

  private static EpochRow row(CsvRow cells, ProbeSpec probes, boolean older) {
    EpochRow evaluation =
        new EpochRow(
            cells.integer(),
            cells.integer(),
            cells.numberOrNaN(),
            cells.numberOrNaN(),
            cells.numberOrNaN(),
            cells.numberOrNaN());
    SharpnessRow sharpness =
        probes.sharpness() == null ? null : SharpnessColumns.read(cells, probes.sharpness(), older);
    CovarianceRow covariance = probes.covariance() == null ? null : CovarianceColumns.read(cells);
    return evaluation.with(sharpness, covariance);
  }

  private static String outOfOrder(EpochRow row, int previous) {
    return "epochs ascend; must be above " + previous + ", got " + row.epoch();
  }
}
