package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.claim.Section;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RunsTook;
import org.sgdwalk.paper.Claims;

@DisplayName("A claim's test in Allure")
class AllureReportTest {
  private static final Judged T1 =
      SyntheticWalks.judged(SyntheticWalks.verdict("T1", Outcome.NOT_MET, 1));
  private static final RunsTook TOOK =
      new RunsTook(28, Duration.ofSeconds(200), Duration.ofSeconds(7), Instant.ofEpochSecond(1000));

  /** Keeps what would be written. */
  private static final class Kept implements AllureResultsWriter {
    private final List<TestResult> results = new ArrayList<>();

    @Override
    public void write(TestResult result) {
      results.add(result);
    }

    @Override
    public void write(TestResultContainer container) {}

    @Override
    public void write(String source, InputStream attachment) {}
  }

  /** In a life cycle of its own, beside that of this test. */
  private static TestResult described(Judged judged, Optional<RunsTook> took) {
    AllureLifecycle before = Allure.getLifecycle();
    Kept kept = new Kept();
    AllureLifecycle own = new AllureLifecycle(kept);
    TestResult result = new TestResult().setUuid("one").setStart(1L);
    result.getLabels().add(new Label().setName("suite").setValue("JUnit's"));
    try {
      Allure.setLifecycle(own);
      own.scheduleTestCase(result);
      own.startTestCase("one");
      AllureReport.describe(
          judged, List.of(new Figure("Effect by seed", "<svg/>", "", "seed\n")), took);
      own.stopTestCase("one");
      own.writeTestCase("one");
    } finally {
      Allure.setLifecycle(before);
    }
    return kept.results.get(0);
  }

  private static List<String> labels(TestResult result, String name) {
    return result.getLabels().stream()
        .filter(label -> name.equals(label.getName()))
        .map(Label::getValue)
        .toList();
  }

  @Test
  void has_a_short_name_that_begins_with_its_place_in_the_paper() {
    TestResult result = described(T1, Optional.empty());
    assertThat(result.getName()).startsWith("01 T1: GD").hasSizeLessThan(45);
    assertThat(labels(result, "story")).singleElement().asString().startsWith("01 T1: GD");
    assertThat(labels(result, "suite")).containsExactly(Section.TRAJECTORY.title());
    assertThat(labels(result, "severity")).containsExactly("critical");
  }

  @Test
  void sorts_by_name_as_the_paper_has_them() {
    List<String> names =
        Claims.all().stream()
            .map(
                claim ->
                    AllureNames.test(
                        SyntheticWalks.judged(
                                SyntheticWalks.verdict(claim.id(), Outcome.NOT_MET, 1))
                            .of()))
            .toList();
    assertThat(names).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void is_known_again_by_claim_cell_and_scale() {
    TestResult result = described(T1, Optional.empty());
    assertThat(result.getHistoryId()).isEqualTo("T1 " + SyntheticWalks.CELL.id() + " ci");
    assertThat(result.getParameters())
        .filteredOn(parameter -> parameter.getName().equals("cell"))
        .extracting(Parameter::getValue)
        .containsExactly(SyntheticWalks.CELL.id());
  }

  @Test
  void takes_as_long_as_its_runs() {
    TestResult result = described(T1, Optional.of(TOOK));
    assertThat(result.getStop()).isEqualTo(1_000_000);
    assertThat(result.getStart()).isEqualTo(800_000);
    assertThat(result.getParameters())
        .filteredOn(parameter -> parameter.getName().equals("cost"))
        .extracting(Parameter::getValue)
        .containsExactly("28 runs, 3 min 20 s");
  }

  @Test
  void takes_its_own_time_where_no_run_was_made() {
    TestResult result = described(T1, Optional.empty());
    assertThat(result.getStop()).isGreaterThan(TOOK.ended().toEpochMilli());
    assertThat(result.getParameters()).extracting(Parameter::getName).doesNotContain("cost");
  }

  @Test
  void has_its_figures_open_and_attached_and_links_beside_the_page() {
    TestResult result = described(T1, Optional.empty());
    assertThat(result.getDescriptionHtml()).contains("<img", "Effect by seed");
    assertThat(result.getAttachments()).hasSize(2);
    assertThat(result.getLinks())
        .extracting(Link::getUrl)
        .contains("../verdicts.md", "../" + ReportFolder.place(T1.of()));
  }

  @Test
  void says_what_short_runs_took_in_seconds() {
    assertThat(
            new RunsTook(1, Duration.ofMillis(1600), Duration.ofMillis(1600), Instant.EPOCH)
                .words())
        .isEqualTo("1 run, 2 s");
  }
}
