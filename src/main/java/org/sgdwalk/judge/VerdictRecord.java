package org.sgdwalk.judge;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sgdwalk.judge.RecordMatch.Kind;
import org.sgdwalk.trace.Provenance;

/**
 * The verdicts that a scale is known to have, {@code fixtures/verdicts/SCALE.csv}. A verdict that
 * differs is a regression, or new evidence to be recorded.
 */
public final class VerdictRecord {
  private static final List<String> COLUMNS = List.of("claim", "cell", "verdict", "engine");
  private static final String WORDS =
      Arrays.stream(Outcome.values())
          .filter(outcome -> outcome != Outcome.NOT_RUN)
          .map(Outcome::name)
          .collect(Collectors.joining(", "));
  private static final String NO_ENGINE = Provenance.NO_ENGINE;
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final String file;
  private final Map<List<String>, Row> rows;

  /** What is recorded, and what computed it. */
  private record Row(Outcome outcome, String engine) {}

  private VerdictRecord(String file, Map<List<String>, Row> rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Reads a record. A file that is not there is one without rows: nobody has judged that scale yet.
   *
   * @throws IllegalArgumentException naming file and line for anything but the columns claim, cell,
   *     verdict and engine with known verdicts, each claim and cell once
   */
  public static VerdictRecord read(Path path) {
    Map<List<String>, Row> recorded = new HashMap<>();
    if (Files.notExists(path)) {
      return new VerdictRecord(path.toString(), recorded);
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
          throw new IllegalArgumentException(where + ": must have four cells, got " + row.size());
        }
        List<String> key = List.of(row.get("claim"), row.get("cell"));
        Row one = new Row(outcome(row.get("verdict"), where), row.get("engine"));
        if (recorded.put(key, one) != null) {
          throw new IllegalArgumentException(where + ": " + key + " is there twice");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
    return new VerdictRecord(path.toString(), recorded);
  }

  /**
   * Compares a verdict with the record. A claim that was not run is not compared: its data may be
   * elsewhere. Another engine than the record's rounds otherwise, which moves a claim near its
   * criterion: there a verdict differs only where it is the contrary.
   *
   * @param engine the key of what computed
   */
  public RecordMatch compare(Verdict verdict, String engine) {
    if (verdict.outcome() == Outcome.NOT_RUN) {
      return match(verdict, Kind.NOT_COMPARED, "is not compared with " + file);
    }
    Row recorded = rows.get(List.of(verdict.claim().id(), verdict.cell()));
    if (recorded == null) {
      return match(verdict, Kind.NO_RECORD, "there is no record of it in " + file);
    }
    if (verdict.outcome() == recorded.outcome()) {
      return match(verdict, Kind.AS_RECORDED, "as " + file + " says");
    }
    String says = file + " says " + recorded.outcome();
    boolean same = recorded.engine().equals(engine) || recorded.engine().equals(NO_ENGINE);
    return same || verdict.outcome().isContraryTo(recorded.outcome())
        ? match(verdict, Kind.DIFFERS, says)
        : match(verdict, Kind.NOT_COMPARED, says + " of the engine " + recorded.engine());
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
                    where + ": verdict must be " + WORDS + ", got " + name));
  }
}
