package org.sgdwalk;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.sgdwalk.claim.Scale;

/** The files of {@code fixtures/verdicts} as rows by claim and cell. */
public final class RecordedVerdicts {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private RecordedVerdicts() {}

  public static Map<List<String>, CSVRecord> of(Scale scale) {
    return rows(scale.key() + ".csv");
  }

  public static Map<List<String>, CSVRecord> effects(Scale scale) {
    return rows(scale.key() + "-effects.csv");
  }

  private static Map<List<String>, CSVRecord> rows(String file) {
    Map<List<String>, CSVRecord> rows = new LinkedHashMap<>();
    try (Reader text = Files.newBufferedReader(Path.of("fixtures", "verdicts", file))) {
      FORMAT.parse(text).forEach(row -> rows.put(List.of(row.get("claim"), row.get("cell")), row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
