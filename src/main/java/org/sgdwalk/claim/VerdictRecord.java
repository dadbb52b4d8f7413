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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sgdwalk.claim.RecordMatch.Kind;

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
   * Reads a record. A file that is not there is one without rows: nobody has judged that scale yet.
   *
   * @throws IllegalArgumentException naming file and line for anything but the columns claim, cell
   *     and verdict with known verdicts, each claim and cell once
   */
  public static VerdictRecord read(Path path) {
    Map<List<String>, Outcome> outcomes = new HashMap<>();
    if (Files.notExists(path)) {
      return new VerdictRecord(path.toString(), outcomes);
    }
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
   * Compares a verdict with the record. A claim that was not run is not compared: its data may be
   * elsewhere.
   */
  public RecordMatch compare(Verdict verdict) {
    if (verdict.outcome() == Outcome.NOT_RUN) {
      return match(verdict, Kind.NOT_COMPARED, "is not compared with " + file);
    }
    Outcome recorded = outcomes.get(List.of(verdict.claim().id(), verdict.cell()));
    if (recorded == null) {
      return match(verdict, Kind.NO_RECORD, "there is no record of it in " + file);
    }
    return verdict.outcome() == recorded
        ? match(verdict, Kind.AS_RECORDED, "as " + file + " says")
        : match(verdict, Kind.DIFFERS, file + " says " + recorded);
  }

  private static RecordMatch match(Verdict verdict, Kind kind, String what) {
    return new RecordMatch(
        kind,
        "%s in %s is %s (%s); %s"
            .formatted(
                verdict.claim().id(), verdict.cell(), verdict.outcome(), verdict.reason(), what));
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
