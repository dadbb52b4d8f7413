package org.sgdwalk.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.bench.Benchmarks;
import org.sgdwalk.bench.Measure;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.words.TimeWords;

@DisplayName("The cost of runs and probes on the page")
class CostTest {
  private static final List<Judged> JUDGED =
      SyntheticPage.judged().subList(0, Outcome.values().length);

  @TempDir Path folder;

  private static Cost ofBuild(Path jmh) {
    return Cost.ofBuild(
        Duration.ofMinutes(1), (cell, arm) -> Optional.empty(), SyntheticCost.CPU, jmh);
  }

  private static String html(Cost cost) {
    return ReportPage.html(
        new PageContext(Map.of(), Map.of(), TraceAddresses.NONE, cost),
        JUDGED,
        new PageFigures(),
        of -> "place");
  }

  @Test
  void counts_the_runs_that_claims_share_once_and_those_that_were_made() {
    Cell cell = JUDGED.get(0).of().cell();
    CostView cost = CostView.of(cell, JUDGED, SyntheticCost.of("", ""));

    ArmCostView gd =
        cost.arms().stream()
            .filter(arm -> arm.arm().equals(Arm.GD.label()))
            .findFirst()
            .orElseThrow();
    long updates = cell.spec(Arm.GD, 1).updates();
    assertThat(gd.runs()).isEqualTo(16);
    assertThat(gd.updates()).isEqualTo(updates);
    assertThat(gd.made()).isEqualTo(4);
    assertThat(List.of(gd.time(), gd.median())).containsExactly("10 s", "2 s");
    assertThat(gd.update()).isEqualTo(TimeWords.seconds(2.5 / updates));
    assertThat(cost.made()).isEqualTo(4);
    assertThat(cost.time()).isEqualTo("10 s");
    assertThat(cost.arms()).filteredOn(arm -> arm.made() == 0).isNotEmpty();
    assertThat(cost.arms())
        .filteredOn(arm -> arm.made() == 0)
        .allMatch(arm -> arm.time().equals(CostView.NONE) && arm.update().equals(CostView.NONE));
  }

  @Test
  void says_which_runs_have_no_time() {
    assertThat(html(SyntheticCost.of("", ""))).contains("19 min 0 s to train", "came from a store");
    assertThat(html(Cost.ofSavedTraces()))
        .contains("Saved traces have no time")
        .doesNotContain("Made here", "target/jmh.json", "from a store");
  }

  @Test
  void sets_scores_beside_the_record_of_the_same_cpu() {
    List<BenchmarkView> views = BenchmarkView.of(SyntheticCost.of(SyntheticCost.CPU, ""));

    assertThat(views).hasSameSizeAs(Benchmarks.records());
    assertThat(views).filteredOn(BenchmarkView::compared).containsExactly(views.get(0));
    MeasureView sections = SyntheticCost.row(views, "mlp", Measure.CROSS_SECTION);
    assertThat(sections.score())
        .isEqualTo(new MeasureView.Shown("197,683 ± 217,137", "226", "97 %"));
    assertThat(sections.other())
        .isEqualTo(new MeasureView.Shown("600,000 ± 1,000", "700", CostView.NONE));
    assertThat(sections.ratio()).isEqualTo("3.04");
    assertThat(sections.says()).isEqualTo("faster beyond it");
    MeasureView gradients = SyntheticCost.row(views, "mlp", Measure.GRADIENT);
    assertThat(gradients.other().value()).isEqualTo("35,000, no error measured");
    assertThat(gradients.says()).isEqualTo("no error measured");
    assertThat(SyntheticCost.row(views, "vgg11-16", Measure.GRADIENT).says())
        .isEqualTo("within the noise");
    MeasureView alone = SyntheticCost.row(views, "vgg11-64", Measure.GRADIENT);
    assertThat(List.of(alone.other().value(), alone.ratio(), alone.says()))
        .containsOnly(CostView.NONE);
  }

  @Test
  void compares_no_scores_of_another_cpu() {
    List<BenchmarkView> views = BenchmarkView.of(SyntheticCost.of("Another", ""));

    assertThat(views).hasSize(Benchmarks.records().size() + 1).noneMatch(BenchmarkView::compared);
    assertThat(views.get(0).notes()).anyMatch(note -> note.contains("is no comparison"));
    assertThat(views.get(views.size() - 1).notes())
        .anyMatch(note -> note.contains("No record is of"));
  }

  /** A record of the same CPU with other kernels is none of theirs. */
  @Test
  void compares_scores_of_the_same_kernels() {
    Benchmarks nativeScores =
        Benchmarks.records().stream()
            .filter(record -> record.kernels().equals("native"))
            .findFirst()
            .orElseThrow();
    Cost cost =
        new Cost(
            null,
            (cell, arm) -> Optional.empty(),
            Benchmarks.records(),
            nativeScores,
            "",
            "Intel(R) Xeon(R) Processor");

    assertThat(cost.record()).contains(nativeScores);
    assertThat(BenchmarkView.of(cost))
        .filteredOn(BenchmarkView::compared)
        .singleElement()
        .matches(view -> view.title().endsWith("-native"));
  }

  @Test
  void says_how_to_make_scores_that_are_not_there() {
    Cost cost = ofBuild(folder.resolve("jmh.json"));

    assertThat(cost.note()).isEmpty();
    assertThat(html(cost))
        .contains("target/jmh.json</code> is not there", "java -jar target/benchmarks.jar");
  }

  @Test
  void says_what_is_wrong_with_a_file_and_goes_on() throws IOException {
    Path cut = Files.writeString(folder.resolve("jmh.json"), "[{\"benchmark\":");
    Cost cost = ofBuild(cut);

    assertThat(cost.last()).isNull();
    assertThat(cost.note())
        .startsWith(cut + ": is no JSON, or is cut")
        .contains(Benchmarks.COMMAND);
    assertThat(html(cost)).contains("jmh.json: is no JSON, or is cut", "Record of ");
  }
}
