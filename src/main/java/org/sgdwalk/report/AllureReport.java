package org.sgdwalk.report;

import io.qameta.allure.Allure;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.RunsTook;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.words.Digits;
import org.sgdwalk.words.Treatment;

/** Adds verdicts to the Allure results of the tests that judge them. */
public final class AllureReport {
  private static final String PAPER = "https://arxiv.org/abs/1802.08770";

  /** JUnit's suite is the class, which says nothing: the paper's section is in its place. */
  private static final String SUITE = "suite";

  private AllureReport() {}

  /**
   * Describes the test that is running: its claim, its verdict, its figures. Call it before any
   * assertion about the verdict; {@link VerdictStatusListener} then sets the test's status.
   *
   * @param took the runs behind the verdict that were made for this report, which become the test's
   *     time; empty where none was
   */
  public static void describe(Judged judged, List<Figure> figures, Optional<RunsTook> took) {
    Verdict verdict = judged.verdict();
    Case of = judged.of();
    ClaimCard claim = verdict.claim();
    Allure.getLifecycle().updateTestCase(result -> identify(result, of));
    Allure.feature(claim.section().title());
    Allure.story(AllureNames.story(of));
    Allure.label("severity", AllureNames.severity(claim.section()).value());
    Allure.label(VerdictStatusListener.VERDICT, verdict.outcome().name());
    Allure.label(VerdictStatusListener.REASON, verdict.reason());
    took.ifPresent(AllureReport::time);
    links(judged);
    parameters(verdict, of.cell());
    measured("record", judged.match().kind().words());
    Allure.descriptionHtml(VerdictHtml.of(verdict, Catalog.stopping(of.cell().scale()), figures));
    for (Figure figure : figures) {
      attach(figure.name(), "image/svg+xml", figure.svg(), ".svg");
    }
    if (!verdict.seeds().isEmpty()) {
      attach("Seeds", "text/csv", SeedsCsv.of(verdict), ".csv");
    }
  }

  /** By claim, cell and scale: JUnit's own number changes with the claims that are chosen. */
  private static void identify(TestResult result, Case of) {
    String id = of.claim().id() + " " + of.cell().id() + " " + of.cell().scale().key();
    result.setName(AllureNames.test(of)).setHistoryId(id).setTestCaseId(id);
    result.getLabels().removeIf(label -> SUITE.equals(label.getName()));
    result.getLabels().add(label(SUITE, of.claim().card().section().title()));
    result.getLabels().add(label("subSuite", AllureNames.story(of)));
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }

  /** Labels by which {@link VerdictStatusListener} sets the test's time once it has ended. */
  private static void time(RunsTook took) {
    measured("cost", took.words());
    Allure.label(VerdictStatusListener.MILLIS, String.valueOf(took.time().toMillis()));
    Allure.label(VerdictStatusListener.ENDED, String.valueOf(took.ended().toEpochMilli()));
  }

  /** To the paper, and to files of the same report, relative to the page. */
  private static void links(Judged judged) {
    Allure.link("The paper, " + judged.verdict().claim().section().title(), PAPER);
    Allure.link("All verdicts", "../verdicts.md");
    if (!judged.verdict().seeds().isEmpty()) {
      Allure.link("Figures and seeds as files", "../" + ReportFolder.place(judged.of()));
    }
  }

  /** Parameters that a run measures are kept out of what identifies the test across runs. */
  private static void parameters(Verdict verdict, Cell cell) {
    RunSpec any = cell.arms().values().iterator().next();
    Allure.parameter("cell", cell.id());
    Allure.parameter("scale", cell.scale().key());
    measured("network", Treatment.network(any.network()));
    measured("data", Treatment.data(any.data()));
    measured("seeds", seeds(verdict));
    measured("effect", verdict.effect().map(Digits::effect).orElse("none"));
    // By a name after "cell": Allure sorts parameters, and a list of tests shows the first.
    measured("error", Digits.three(Stopping.ERROR));
  }

  private static void measured(String name, String value) {
    Allure.parameter(name, value, true);
  }

  private static String seeds(Verdict verdict) {
    return verdict.seeds().stream()
        .map(SeedOutcome::seed)
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static void attach(String name, String type, String content, String extension) {
    Allure.getLifecycle()
        .addAttachment(name, type, extension, content.getBytes(StandardCharsets.UTF_8));
  }
}
