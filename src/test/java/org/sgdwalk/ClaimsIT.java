package org.sgdwalk;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Outcome;
import org.sgdwalk.claim.RecordMatch;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.Verdict;
import org.sgdwalk.claim.VerdictRecord;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.figure.Figures;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.report.AllureFiles;
import org.sgdwalk.report.AllureReport;
import org.sgdwalk.report.PaperTables;
import org.sgdwalk.report.VerdictMatrix;
import org.sgdwalk.session.ClaimSession;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.table.PaperRow;
import org.sgdwalk.table.PaperTable;

/**
 * Every claim of the paper at the chosen scale: trains, judges, reports. A test fails when the
 * harness fails or a verdict differs from {@code fixtures/verdicts}, not when a claim is refuted;
 * the report shows the verdict. A claim that is not run is skipped.
 */
@DisplayName("A Walk with SGD")
class ClaimsIT {
  private static final Path STORE = Path.of("target", "traces");
  private static final Path MATRIX = Path.of("reports", "verdicts.md");

  private static final List<String> PAPER_ORDER = Claims.all().stream().map(Claim::id).toList();
  private static final List<Verdict> VERDICTS = new ArrayList<>();

  // Made in @BeforeAll: an error while classes load would hide what is wrong.
  private static @Nullable Settings given;
  private static @Nullable ClaimSession opened;

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
    given = Settings.of(Options.ofProcess());
    Path store = settings().storeDir();
    if (store == null) {
      FileUtils.deleteDirectory(STORE.toFile());
      store = STORE;
    }
    opened = new ClaimSession(settings(), store);
    if (settings().seeds() != null) {
      System.out.println("seeds " + session().seeds() + "; again with " + repeat());
    }
    session().prepare();
  }

  @AfterAll
  static void report() throws IOException {
    if (opened == null) {
      return; // The options are wrong, and the error says so.
    }
    VERDICTS.sort(comparing(verdict -> PAPER_ORDER.indexOf(verdict.claim().id())));
    Map<String, String> made = new LinkedHashMap<>();
    if (settings().seeds() != null) {
      made.put("again with", repeat());
    }
    made.putAll(session().environment());
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("Scale", settings().scale().key());
    environment.put("Seeds", session().seeds().toString());
    environment.putAll(made);
    AllureFiles.write(AllureFiles.directory(), environment);
    VerdictRecord record = record();
    String matrix =
        VerdictMatrix.markdown(
            settings().scale(), made, VERDICTS, verdict -> compare(record, verdict));
    if (settings().scale() == Scale.PAPER) {
      matrix += "\n" + PaperTables.markdown(paperTables());
    }
    Files.createDirectories(MATRIX.getParent());
    Files.writeString(MATRIX, matrix, StandardCharsets.UTF_8);
    session().close();
  }

  /** By section of the paper, then cells, then claims. */
  static Stream<Judged> claims() {
    return session().cells().stream()
        .flatMap(cell -> session().claims(cell).stream().map(claim -> new Judged(claim, cell)))
        .sorted(comparing(judged -> judged.claim().card().section()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  @DisplayName("Claim")
  void judge(Judged judged) {
    Verdict verdict = session().judge(judged.claim(), judged.cell());
    VERDICTS.add(verdict);
    RecordMatch match = compare(record(), verdict);
    AllureReport.describe(verdict, match, judged.cell(), figures(judged, verdict));
    if (settings().strict() && verdict.outcome() != Outcome.SUPPORTED) {
      fail("STRICT: " + judged + " is " + verdict.outcome() + ": " + verdict.reason());
    }
    switch (match.kind()) {
      case DIFFERS -> fail("DIFFERS: " + match.sentence());
      case NO_RECORD -> System.out.println("no record: " + match.sentence());
      case AS_RECORDED, NOT_COMPARED -> {}
    }
    assumeFalse(verdict.outcome() == Outcome.NOT_RUN, "NOT_RUN: " + verdict.reason());
  }

  private static VerdictRecord record() {
    return VerdictRecord.read(Path.of("fixtures", "verdicts", settings().scale().key() + ".csv"));
  }

  /** The record is of the scale's own seeds. */
  private static RecordMatch compare(VerdictRecord record, Verdict verdict) {
    return settings().seeds() == null
        ? record.compare(verdict)
        : new RecordMatch(RecordMatch.Kind.NOT_COMPARED, "judged on chosen seeds");
  }

  private static Settings settings() {
    return Objects.requireNonNull(given, "@BeforeAll comes first");
  }

  private static ClaimSession session() {
    return Objects.requireNonNull(opened, "@BeforeAll comes first");
  }

  private static Map<PaperTable, List<PaperRow>> paperTables() {
    Map<PaperTable, List<PaperRow>> tables = new EnumMap<>(PaperTable.class);
    for (PaperTable table : PaperTable.values()) {
      tables.put(
          table,
          table.beside(
              table.read(Path.of("fixtures", "paper")), session().cells(), session()::made));
    }
    return tables;
  }

  /** What gives these seeds again, fresh ones too. */
  private static String repeat() {
    return "-Dsgdwalk.seeds=" + session().seeds();
  }

  private static List<Figure> figures(Judged judged, Verdict verdict) {
    if (verdict.outcome() == Outcome.NOT_RUN) {
      return List.of();
    }
    Set<Arm> shown = EnumSet.of(Arm.GD, Arm.SGD);
    shown.addAll(judged.claim().arms());
    shown.retainAll(judged.cell().arms().keySet());
    return session()
        .seedTraces(judged.cell(), shown, 0)
        .map(seed -> Figures.of(judged.claim(), seed, verdict))
        .orElse(List.of());
  }
}
