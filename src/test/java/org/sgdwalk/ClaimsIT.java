package org.sgdwalk;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Claims;
import org.sgdwalk.claim.Outcome;
import org.sgdwalk.claim.PaperRow;
import org.sgdwalk.claim.PaperTable;
import org.sgdwalk.claim.Verdict;
import org.sgdwalk.claim.VerdictRecord;
import org.sgdwalk.report.AllureFiles;
import org.sgdwalk.report.AllureReport;
import org.sgdwalk.report.Figure;
import org.sgdwalk.report.Figures;
import org.sgdwalk.report.PaperTables;
import org.sgdwalk.report.VerdictMatrix;
import org.sgdwalk.run.ClaimSession;
import org.sgdwalk.run.Settings;
import org.sgdwalk.spec.Scale;

/**
 * Every claim of the paper at the chosen scale: trains, judges, reports. A test fails when the
 * harness fails or a verdict differs from {@code fixtures/verdicts}, not when a claim is refuted;
 * the report shows the verdict.
 */
@DisplayName("A Walk with SGD")
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ClaimsIT {
  private static final Path STORE = Path.of("target", "traces");
  private static final Path MATRIX = Path.of("reports", "verdicts.md");

  private static final Settings SETTINGS = Settings.ofProcess();
  private static final List<String> PAPER_ORDER = Claims.all().stream().map(Claim::id).toList();
  private static final List<Verdict> VERDICTS = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // made in @BeforeAll, which must not fail while classes load
  private static ClaimSession session;

  /**
   * A claim in a cell.
   *
   * @param claim the claim
   * @param cell the cell
   */
  record Judged(Claim claim, Cell cell) {
    @Override
    public String toString() {
      return claim.id() + " " + claim.card().sentence() + " [" + cell.id() + "]";
    }
  }

  @BeforeAll
  static void train() throws IOException {
    Path store = SETTINGS.storeDir();
    if (store == null) {
      FileUtils.deleteDirectory(STORE.toFile());
      store = STORE;
    }
    session = new ClaimSession(SETTINGS, store);
    if (SETTINGS.seeds() != null) {
      System.out.println("seeds " + session.seeds() + "; again with " + repeat());
    }
    session.prepare();
  }

  @AfterAll
  static void report() throws IOException {
    VERDICTS.sort(comparing(verdict -> PAPER_ORDER.indexOf(verdict.claim().id())));
    Map<String, String> made = new LinkedHashMap<>();
    if (SETTINGS.seeds() != null) {
      made.put("again with", repeat());
    }
    made.putAll(session.environment());
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("Scale", SETTINGS.scale().key());
    environment.put("Seeds", session.seeds().toString());
    environment.putAll(made);
    AllureFiles.write(AllureFiles.directory(), environment);
    String matrix = VerdictMatrix.markdown(SETTINGS.scale(), made, VERDICTS);
    if (SETTINGS.scale() == Scale.PAPER) {
      matrix += "\n" + PaperTables.markdown(paperTables());
    }
    Files.createDirectories(MATRIX.getParent());
    Files.writeString(MATRIX, matrix, StandardCharsets.UTF_8);
    session.close();
  }

  private static Map<PaperTable, List<PaperRow>> paperTables() {
    Map<PaperTable, List<PaperRow>> tables = new EnumMap<>(PaperTable.class);
    for (PaperTable table : PaperTable.values()) {
      tables.put(
          table,
          table.beside(table.read(Path.of("fixtures", "paper")), session.cells(), session::made));
    }
    return tables;
  }

  /** What gives these seeds again, fresh ones too. */
  private static String repeat() {
    return "-Dsgdwalk.seeds=" + session.seeds();
  }

  @Nested
  @Order(1)
  @DisplayName("1 Introduction")
  class Introduction {
    static Stream<Judged> claims() {
      return ofSection("1 ");
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("claims")
    void claim(Judged judged) {
      judge(judged);
    }
  }

  @Nested
  @Order(2)
  @DisplayName("3.1 Optimization trajectory")
  class OptimizationTrajectory {
    static Stream<Judged> claims() {
      return ofSection("3.1 ");
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("claims")
    void claim(Judged judged) {
      judge(judged);
    }
  }

  @Nested
  @Order(3)
  @DisplayName("3.2 Qualitative roles of learning rate and batch size")
  class RolesOfLearningRateAndBatchSize {
    static Stream<Judged> claims() {
      return ofSection("3.2 ");
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("claims")
    void claim(Judged judged) {
      judge(judged);
    }
  }

  @Nested
  @Order(4)
  @DisplayName("4 Importance of SGD noise structure")
  class ImportanceOfSgdNoiseStructure {
    static Stream<Judged> claims() {
      return ofSection("4 ");
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("claims")
    void claim(Judged judged) {
      judge(judged);
    }
  }

  @Nested
  @Order(5)
  @DisplayName("5 Learning rate schedule")
  class LearningRateSchedule {
    static Stream<Judged> claims() {
      return ofSection("5 ");
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("claims")
    void claim(Judged judged) {
      judge(judged);
    }
  }

  @Nested
  @Order(6)
  @DisplayName("6 Discussion")
  class Discussion {
    static Stream<Judged> claims() {
      return ofSection("6 ");
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("claims")
    void claim(Judged judged) {
      judge(judged);
    }
  }

  private static Stream<Judged> ofSection(String number) {
    return session.cells().stream()
        .flatMap(cell -> session.claims(cell).stream().map(claim -> new Judged(claim, cell)))
        .filter(judged -> judged.claim().card().section().startsWith(number));
  }

  private static void judge(Judged judged) {
    Verdict verdict = session.judge(judged.claim(), judged.cell());
    VERDICTS.add(verdict);
    AllureReport.describe(verdict, judged.cell(), figures(judged, verdict));
    if (SETTINGS.strict() && verdict.outcome() != Outcome.SUPPORTED) {
      fail("STRICT: " + judged + " is " + verdict.outcome() + ": " + verdict.reason());
    }
    boolean recorded = Catalog.cells(SETTINGS.scale()).contains(judged.cell());
    if (SETTINGS.seeds() == null && recorded) {
      Path record = Path.of("fixtures", "verdicts", SETTINGS.scale().key() + ".csv");
      VerdictRecord.read(record).difference(verdict).ifPresent(difference -> fail(difference));
    }
  }

  private static List<Figure> figures(Judged judged, Verdict verdict) {
    if (verdict.outcome() == Outcome.NOT_RUN) {
      return List.of();
    }
    Set<Arm> shown = EnumSet.of(Arm.GD, Arm.SGD);
    shown.addAll(judged.claim().arms());
    shown.retainAll(judged.cell().arms().keySet());
    return session
        .seedTraces(judged.cell(), shown, 0)
        .map(seed -> Figures.of(judged.claim(), seed, verdict))
        .orElse(List.of());
  }
}
