package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;

/** Compares a table of a trace with another trace's, cell by cell in the columns of both. */
final class TableComparison {
  private static final String STEP = "step";

  private final String file;
  private final List<String> columns;
  private final List<List<String>> recorded;
  private final List<String> columnsHere;
  private final List<List<String>> here;

  /** Texts of tables with a column {@code step}, checked before. */
  TableComparison(String file, String recorded, String here) {
    this.file = file;
    this.recorded = CsvTable.rows(recorded);
    this.columns = this.recorded.remove(0);
    this.here = CsvTable.rows(here);
    this.columnsHere = this.here.remove(0);
  }

  /** Each cell that differs, column by column; rows that only one has as their step. */
  List<Deviation> deviations() {
    List<Deviation> deviations = new ArrayList<>();
    for (String column : columns) {
      if (columnsHere.contains(column)) {
        add(column, deviations);
      }
    }
    if (recorded.size() != here.size()) {
      deviations.add(oneSided());
    }
    return deviations;
  }

  private void add(String column, List<Deviation> deviations) {
    int of = columns.indexOf(column);
    int ofHere = columnsHere.indexOf(column);
    double scale =
        recorded.stream()
            .map(row -> row.get(of))
            .mapToDouble(TableComparison::magnitude)
            .reduce(0, Math::max);
    for (int row = 0; row < Math.min(recorded.size(), here.size()); row++) {
      String was = recorded.get(row).get(of);
      String is = here.get(row).get(ofHere);
      if (!was.equals(is)) {
        deviations.add(
            new Deviation(
                file, column, step(recorded.get(row)), was, is, relative(was, is, scale)));
      }
    }
  }

  private Deviation oneSided() {
    int row = Math.min(recorded.size(), here.size());
    boolean lacking = row == here.size();
    int step =
        lacking
            ? step(recorded.get(row))
            : Integer.parseInt(here.get(row).get(columnsHere.indexOf(STEP)));
    String number = Integer.toString(step);
    return new Deviation(
        file, STEP, step, lacking ? number : "", lacking ? "" : number, Double.POSITIVE_INFINITY);
  }

  private int step(List<String> row) {
    return Integer.parseInt(row.get(columns.indexOf(STEP)));
  }

  private static double magnitude(String cell) {
    return cell.isEmpty() ? 0 : Math.abs(DecimalText.parse(cell));
  }

  private static double relative(String was, String is, double scale) {
    if (was.isEmpty() || is.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double difference = Math.abs(DecimalText.parse(was) - DecimalText.parse(is));
    return difference == 0 ? 0 : difference / scale;
  }
}
