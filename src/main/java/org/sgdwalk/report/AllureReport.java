package org.sgdwalk.report;

import io.qameta.allure.Allure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.words.Digits;
import org.sgdwalk.words.Treatment;

/** Adds verdicts to the Allure results of the tests that judge them. */
public final class AllureReport {
  private static final String EPIC = "A Walk with SGD";

  private AllureReport() {}

  /**
   * Describes the test that is running: its claim, its verdict, its figures. Call it before any
   * assertion about the verdict; {@link VerdictStatusListener} then sets the test's status.
   */
  public static void describe(Judged judged, List<Figure> figures) {
    Verdict verdict = judged.verdict();
    String name =
        "%s: %s [%s]".formatted(verdict.claim().id(), verdict.claim().sentence(), verdict.cell());
    Allure.getLifecycle().updateTestCase(result -> result.setName(name));
    Allure.epic(EPIC);
    Allure.feature(verdict.claim().section().title());
    Allure.label("subSuite", verdict.claim().section().title());
    Allure.story(verdict.claim().id() + ": " + verdict.claim().sentence());
    Allure.label(VerdictStatusListener.VERDICT, verdict.outcome().name());
    Allure.label(VerdictStatusListener.REASON, verdict.reason());
    parameters(verdict, judged.of().cell());
    measured("record", judged.match().kind().words());
    Allure.descriptionHtml(VerdictHtml.of(verdict, Catalog.stopping(judged.of().cell().scale())));
    for (Figure figure : figures) {
      attach(figure.name(), "image/svg+xml", figure.svg(), ".svg");
    }
    if (!verdict.seeds().isEmpty()) {
      attach("Seeds", "text/csv", SeedsCsv.of(verdict), ".csv");
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
