package org.sgdwalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.figure.Figures;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RecordMatch;
import org.sgdwalk.judge.VerdictRecord;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.report.AllureFiles;
import org.sgdwalk.report.AllureReport;
import org.sgdwalk.report.ReportFolder;
import org.sgdwalk.report.TerminalMatrix;
import org.sgdwalk.report.page.Cost;
import org.sgdwalk.report.page.PageContext;
import org.sgdwalk.session.ClaimSession;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/**
 * Every claim of the paper at the chosen scale: trains, judges, reports. A test fails when the
 * harness fails or a verdict differs from {@code fixtures/verdicts}, not when a claim is refuted;
 * the report shows the verdict. A claim that is not run is skipped.
 */
@DisplayName("A Walk with SGD")
class ClaimsIT {
  private static final Path STORE = Path.of("target", "traces");
  private static final Path REPORTS = Path.of("reports");
  private static final Path HISTORY = REPORTS.resolve("history");

  /** The build prints it at the end of its log. */
  private static final Path MATRIX = Path.of("target", "matrix.txt");

  /** What the benchmarks said last, where they have been run. */
  private static final Path SCORES = Path.of("target", "jmh.json");

  private static final ReportFolder REPORT = new ReportFolder(REPORTS);
  private static final List<Judged> JUDGED = new ArrayList<>();

  // Made in @BeforeAll: an error while classes load would hide what is wrong.
  private static @Nullable Instant started;
  private static @Nullable Settings given;
  private static @Nullable ClaimSession opened;

  @BeforeAll
  static void train() throws IOException {
    started = Instant.now();
    given = Settings.of(Options.ofProcess());
    if (settings().storeDir() == null) {
      FileUtils.deleteDirectory(STORE.toFile());
    }
    AllureFiles.begin(AllureFiles.directory(), HISTORY, settings().scale().key());
    REPORT.clear(settings().scale());
    opened = new ClaimSession(settings(), store());
    if (settings().seeds() != null) {
      System.out.println("seeds " + session().seeds() + "; again with " + session().repeat());
    }
    session().prepare();
  }

  static List<Case> cases() {
    return session().cases();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void claim(Case of) throws IOException {
    Judged judged = session().judge(of, record());
    JUDGED.add(judged);
    List<Figure> figures = Figures.of(judged);
    AllureReport.describe(judged, figures, session().took(judged));
    REPORT.add(judged, figures);
    judged.failure(settings().strict()).ifPresent(why -> fail(why));
    if (judged.match().kind() == RecordMatch.Kind.NO_RECORD) {
      System.out.println("no record: " + judged.match().sentence());
    }
    assumeFalse(
        judged.verdict().outcome() == Outcome.NOT_RUN, "NOT_RUN: " + judged.verdict().reason());
  }

  @AfterAll
  static void report() throws IOException {
    if (opened == null) {
      return; // The options are wrong, and the error says so.
    }
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put(AllureFiles.SCALE, settings().scale().key());
    environment.put("Seeds", session().seeds().toString());
    environment.putAll(session().environment());
    AllureFiles.write(AllureFiles.directory(), environment);
    REPORT.write(
        ReportFolder.page(
            settings().scale(),
            session().environment(),
            JUDGED,
            session().cells(),
            session()::made),
        new PageContext(environment, links(), ClaimsIT::traces, cost()),
        JUDGED);
    Files.writeString(MATRIX, new TerminalMatrix(false, TerminalMatrix.charset()).of(JUDGED));
    session().close();
    assertThat(session().failures()).as("runs that were given up").isEmpty();
    assertThat(JUDGED.stream().map(Judged::of))
        .as("a verdict for every claim of every cell")
        .containsExactlyInAnyOrderElementsOf(session().cases());
  }

  private static Cost cost() {
    Cost cost =
        Cost.ofBuild(
            Duration.between(Objects.requireNonNull(started), Instant.now()),
            session()::took,
            CpuFeatures.modelName(),
            SCORES);
    if (!cost.note().isEmpty()) {
      System.out.println(cost.note());
    }
    return cost;
  }

  /** Relative to the page; Allure's report is made after the tests. */
  private static Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("Tests (Allure)", "allure/index.html");
    links.put("Verdicts as text", "verdicts.md");
    links.put("Effects as CSV", "effects.csv");
    links.put("Traces", PageContext.address(REPORTS, store()));
    return links;
  }

  private static String traces(Cell cell, Arm arm, long seed) {
    return PageContext.address(REPORTS, session().folder(cell, arm, seed));
  }

  private static VerdictRecord record() {
    return VerdictRecord.read(Path.of("fixtures", "verdicts", settings().scale().key() + ".csv"));
  }

  private static Path store() {
    Path kept = settings().storeDir();
    return kept == null ? STORE : kept;
  }

  private static Settings settings() {
    return Objects.requireNonNull(given, "@BeforeAll comes first");
  }

  private static ClaimSession session() {
    return Objects.requireNonNull(opened, "@BeforeAll comes first");
  }
}
