package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;

@DisplayName("A replay of a golden trace")
class GoldenTest {
  /** Ten times what float32 differs from float64 on these walks; see fixtures/golden/README.md. */
  private static final double TOLERANCE = 1e-5;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"gd", "sgd"})
  void gives_the_recorded_numbers(String name, @TempDir Path temporary) {
    Path golden = Path.of("fixtures", "golden", name);
    Trace recorded = TraceDirectory.read(golden);
    RunResult replayed =
        new LocalRunner(new DataCatalog(null), 2, Engines.STANDARD)
            .run(recorded.manifest().spec(), Progress.NONE);
    Path replay = temporary.resolve(name);
    TraceDirectory.write(replay, replayed.trace(), Map.of());

    for (String file : List.of("steps.csv", "epochs.csv")) {
      compare(golden.resolve(file), replay.resolve(file));
    }
  }

  private static void compare(Path expectedFile, Path actualFile) {
    List<CSVRecord> expected = rows(expectedFile);
    List<CSVRecord> actual = rows(actualFile);
    assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
    for (int row = 0; row < expected.size(); row++) {
      for (Map.Entry<String, String> cell : expected.get(row).toMap().entrySet()) {
        String where = "%s, row %d, %s".formatted(actualFile, row + 1, cell.getKey());
        compare(where, cell.getValue(), actual.get(row).get(cell.getKey()));
      }
    }
  }

  private static void compare(String where, String expected, String actual) {
    if (expected.isEmpty()) {
      assertThat(actual).as(where).isEmpty();
      return;
    }
    double number = Double.parseDouble(expected);
    assertThat(Math.abs(Double.parseDouble(actual) - number))
        .as("%s: %s against %s", where, actual, expected)
        .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(number)));
  }

  private static List<CSVRecord> rows(Path file) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
