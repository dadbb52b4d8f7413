package org.sgdwalk.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.sgdwalk.judge.Outcome;

/**
 * Files beside the test results from which Allure makes the report's categories, environment and
 * history.
 */
public final class AllureFiles {
  /** The key of the scale in what describes a build. */
  public static final String SCALE = "Scale";

  private static final String ENVIRONMENT = "environment.properties";
  private static final String DIRECTORY = "allure.results.directory";

  /** Allure's own default. */
  private static final String DEFAULT_DIRECTORY = "allure-results";

  /** Allure matches the whole message; it may have several lines. */
  private static final String ANY = "(?s)";

  private static final List<Category> CATEGORIES =
      List.of(
          verdict("Supported", "passed", Outcome.SUPPORTED),
          verdict("Opposite: the contrary is shown", "failed", Outcome.OPPOSITE),
          verdict("Weaker: short of the criterion", "failed", Outcome.WEAKER),
          verdict("No effect beyond the margin", "failed", Outcome.NO_EFFECT),
          verdict("Not met by nearly every seed", "failed", Outcome.NOT_MET),
          verdict("Inconclusive", "unknown", Outcome.INCONCLUSIVE),
          verdict("Not testable in the cell", "skipped", Outcome.NOT_TESTABLE),
          verdict("Not run", "skipped", Outcome.NOT_RUN),
          new Category(
              "Differs from the record",
              List.of("failed"),
              ANY + VerdictStatusListener.DIFFERS + ".*"),
          new Category("Harness error", List.of("broken"), ANY + ".*"));

  private AllureFiles() {}

  /** A category of the report. */
  private record Category(
      @JsonProperty String name,
      @JsonProperty List<String> matchedStatuses,
      @JsonProperty String messageRegex) {}

  private static Category verdict(String name, String status, Outcome outcome) {
    return new Category(name, List.of(status), ANY + outcome + ":.*");
  }

  /** Where this process writes its Allure results. */
  public static Path directory() {
    return Path.of(System.getProperty(DIRECTORY, DEFAULT_DIRECTORY));
  }

  /**
   * Writes what a report needs even where no claim gets as far as a verdict: {@code
   * categories.json}, and the history of earlier builds at the scale.
   *
   * @param kept the folder that keeps it from build to build, which need not exist
   * @param scale the key of the scale
   */
  public static void begin(Path directory, Path kept, String scale) throws IOException {
    Files.createDirectories(directory);
    byte[] categories =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(CATEGORIES);
    Files.write(directory.resolve("categories.json"), categories);
    write(directory, Map.of(SCALE, scale));
    new AllureHistory(kept, scale).copyInto(directory);
  }

  /** The scale of the results in a directory. */
  static String scale(Path directory) throws IOException {
    Properties environment = new Properties();
    try (Reader file = Files.newBufferedReader(directory.resolve(ENVIRONMENT))) {
      environment.load(file);
    }
    return environment.getProperty(SCALE, "");
  }

  /** Writes {@code environment.properties}, in order; it must have the {@link #SCALE}. */
  public static void write(Path directory, Map<String, String> environment) throws IOException {
    Files.createDirectories(directory);
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      lines.append(line(entry.getKey(), entry.getValue()));
    }
    Files.writeString(directory.resolve(ENVIRONMENT), lines);
  }

  /** One property with Java's escapes, without the date that {@link Properties} writes above it. */
  private static String line(String key, String value) throws IOException {
    Properties one = new Properties();
    one.setProperty(key, value);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    one.store(bytes, null);
    String[] lines = bytes.toString(StandardCharsets.ISO_8859_1).split("\\R", -1);
    return lines[1] + "\n";
  }
}
