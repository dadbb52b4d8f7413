package org.sgdwalk.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.RunSpec;

/**
 * A number of one of the paper's tables, {@code fixtures/paper}.
 *
 * @param network kind of the network, as in a spec
 * @param data name of the data set
 * @param learningRate the learning rate; empty where the paper does not say it
 * @param epoch 1-based epoch
 * @param value the number
 */
public record PaperValue(
    String network, String data, OptionalDouble learningRate, int epoch, double value) {
  private static final List<String> COLUMNS =
      List.of("network", "data", "learning_rate", "epoch", "value");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /** Reads a table that travels with the program. */
  static List<PaperValue> readResource(String file) {
    InputStream in =
        Objects.requireNonNull(
            PaperValue.class.getResourceAsStream(file), "fixtures/paper/" + file);
    return read(new InputStreamReader(in, StandardCharsets.UTF_8), file);
  }

  /**
   * Reads a table.
   *
   * @param text the whole table; it is closed
   * @param file name for errors
   * @throws IllegalArgumentException naming file and line for other columns, or a cell that is no
   *     number where one must be
   */
  static List<PaperValue> read(Reader text, String file) {
    List<PaperValue> values = new ArrayList<>();
    try (CSVParser rows = FORMAT.parse(text)) {
      if (!rows.getHeaderNames().equals(COLUMNS)) {
        throw new IllegalArgumentException(
            file + ": columns must be " + COLUMNS + ", got " + rows.getHeaderNames());
      }
      for (CSVRecord row : rows) {
        values.add(value(row, file + ", line " + rows.getCurrentLineNumber()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    return values;
  }

  private static PaperValue value(CSVRecord row, String where) {
    if (!row.isConsistent()) {
      throw new IllegalArgumentException(
          where + ": must have " + COLUMNS.size() + " cells, got " + row.size());
    }
    try {
      String rate = row.get("learning_rate");
      return new PaperValue(
          row.get("network"),
          row.get("data"),
          rate.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(rate)),
          Integer.parseInt(row.get("epoch")),
          Double.parseDouble(row.get("value")));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          where + ": learning_rate, epoch and value must be numbers: " + e.getMessage(), e);
    }
  }

  /** Whether a run is of this network and data, and at this rate where the paper says one. */
  boolean isOf(RunSpec spec) {
    return network.equals(kind(spec.network()))
        && data.equals(spec.data().name())
        && (learningRate.isEmpty()
            || learningRate.getAsDouble() == spec.optimizer().learningRate());
  }

  private static String kind(NetworkSpec network) {
    return network.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
