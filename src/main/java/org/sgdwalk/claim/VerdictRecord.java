package org.sgdwalk.claim;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The verdicts that a scale is known to have, {@code fixtures/verdicts/SCALE.csv}. A verdict that
 * differs is a regression, or new evidence to be recorded.
 */
public final class VerdictRecord {
  private static final List<String> COLUMNS = List.of("claim", "cell", "verdict");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final String file;
  private final Map<List<String>, Outcome> outcomes;

  private VerdictRecord(String file, Map<List<String>, Outcome> outcomes) {
    this.file = file;
    this.outcomes = outcomes;
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException naming file and line for anything but the columns claim, cell
   *     and verdict with known verdicts, each claim and cell once
   */
  public static VerdictRecord read(Path path) {
    Map<List<String>, Outcome> outcomes = new HashMap<>();
    try (Reader reader = Files.newBufferedReader(path);
        CSVParser rows = FORMAT.parse(reader)) {
      if (!rows.getHeaderNames().equals(COLUMNS)) {
        throw new IllegalArgumentException(
            path + ": columns must be " + COLUMNS + ", got " + rows.getHeaderNames());
      }
      for (CSVRecord row : rows) {
        String where = path + ", line " + rows.getCurrentLineNumber();
        if (!row.isConsistent()) {
          throw new IllegalArgumentException(where + ": must have three cells, got " + row.size());
        }
        List<String> key = List.of(row.get("claim"), row.get("cell"));
        if (outcomes.put(key, outcome(row.get("verdict"), where)) != null) {
          throw new IllegalArgumentException(where + ": " + key + " is there twice");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
    return new VerdictRecord(path.toString(), outcomes);
  }

  /**
   * How a verdict differs from the record. A claim that was not run differs in nothing: its data
   * may be elsewhere.
   *
   * @return one line, or empty when it agrees
   */
  public Optional<String> difference(Verdict verdict) {
    if (verdict.outcome() == Outcome.NOT_RUN) {
      return Optional.empty();
    }
    Outcome recorded = outcomes.get(List.of(verdict.claim().id(), verdict.cell()));
    if (verdict.outcome() == recorded) {
      return Optional.empty();
    }
    return Optional.of(
        "DIFFERS: %s in %s is %s (%s), %s says %s"
            .formatted(
                verdict.claim().id(),
                verdict.cell(),
                verdict.outcome(),
                verdict.reason(),
                file,
                recorded == null ? "nothing" : recorded));
  }

  private static Outcome outcome(String name, String where) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome != Outcome.NOT_RUN && outcome.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    where + ": verdict must be SUPPORTED, REFUTED or INCONCLUSIVE, got " + name));
  }
}
