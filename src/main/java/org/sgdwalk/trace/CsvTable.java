package org.sgdwalk.trace;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of which every column is known: a header line, then rows of as many cells. */
final class CsvTable {
  /** No quotes: every cell is a number. Empty lines count, so that a gap is seen. */
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setRecordSeparator("\n")
          .setQuote(null)
          .setIgnoreEmptyLines(false)
          .get();

  private CsvTable() {}

  /** Header and rows, each line ended by {@code \n}. */
  static String format(List<String> columns, List<CsvLine> lines) {
    StringBuilder text = new StringBuilder();
    try {
      FORMAT.printRecord(text, columns.toArray());
      for (CsvLine line : lines) {
        FORMAT.printRecord(text, line.cells().toArray());
      }
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does no I/O", e);
    }
    return text.toString();
  }

  /** The cells of each line, the header first; nothing is checked. */
  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    text.lines().forEach(line -> rows.add(List.of(line.split(",", -1))));
    return rows;
  }

  /** Whether the table has a column, as tables of before there was one do not. */
  static boolean hasColumn(String text, String column) {
    String header = text.lines().findFirst().orElse("");
    return List.of(header.split(",", -1)).contains(column);
  }

  /**
   * The rows below the header.
   *
   * @param file name for errors
   * @throws TraceException when the header or a row's number of cells is another
   */
  static List<CsvRow> parse(String text, List<String> columns, String file) {
    List<CsvRow> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      for (CSVRecord record : parser) {
        // Without quotes a record is a line.
        long line = record.getRecordNumber();
        if (line == 1) {
          checkHeader(record.toList(), columns, file);
        } else {
          rows.add(row(record, columns, file + ": line " + line));
        }
      }
      if (parser.getRecordNumber() == 0) {
        throw new TraceException(file + ": empty; the first line must name the columns");
      }
    } catch (IOException e) {
      throw new TraceException(file + ": " + e.getMessage(), e);
    }
    return rows;
  }

  private static CsvRow row(CSVRecord record, List<String> columns, String where) {
    if (record.size() < columns.size()) {
      throw new TraceException(
          where
              + ", column "
              + columns.get(record.size())
              + ": missing; the row has "
              + record.size()
              + " cells of "
              + columns.size());
    }
    if (record.size() > columns.size()) {
      throw new TraceException(
          where + ": " + record.size() + " cells, but only " + columns.size() + " columns");
    }
    return new CsvRow(columns, record.toList(), where);
  }

  private static void checkHeader(List<String> header, List<String> columns, String file) {
    for (String column : columns) {
      if (!header.contains(column)) {
        throw new TraceException(file + ": line 1, column " + column + ": missing");
      }
    }
    for (String column : header) {
      if (!columns.contains(column)) {
        throw new TraceException(file + ": line 1, column " + column + ": unknown");
      }
    }
    if (!header.equals(columns)) {
      throw new TraceException(
          file + ": line 1: the columns must be " + String.join(",", columns) + " in this order");
    }
  }
}
