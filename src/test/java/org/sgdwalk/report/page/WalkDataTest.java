package org.sgdwalk.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

@DisplayName("A walk's numbers in the page")
class WalkDataTest {
  private static final Trace GD = SyntheticWalks.trace(Arm.GD);

  @Test
  void are_those_of_the_trace_to_five_digits() {
    WalkData data = data(Arm.GD, GD);

    assertThat(data.updates()).isEqualTo(GD.steps().size());
    assertThat(data.steps()).hasSameSizeAs(GD.steps());
    for (int i = 0; i < GD.steps().size(); i++) {
      assertSame(data.steps().get(i), GD.steps().get(i));
    }
    assertThat(data.epochs()).hasSameSizeAs(GD.epochs());
    assertThat(data.judged()).hasSize(2);
    assertThat(data(Arm.LONG, SyntheticWalks.trace(Arm.LONG)).judged()).isEmpty();
  }

  private static void assertSame(WalkStep shown, StepRow row) {
    assertThat(shown.step()).isEqualTo(row.step());
    assertNear(shown.batchLoss(), row.batchLoss());
    assertNear(shown.cosine(), row.cosine());
    assertNear(shown.distance(), row.distance());
    CrossSectionRow section = row.crossSection();
    WalkSection of = shown.section();
    assertThat(of == null).isEqualTo(section == null);
    if (of != null && section != null) {
      for (int k = 0; k < section.losses().size(); k++) {
        assertNear(of.losses().get(k), section.losses().get(k));
      }
      assertNear(of.minimum(), section.floor());
      assertNear(of.a(), section.floorA());
      assertNear(of.height(), section.height());
      assertThat(of.says()).isEqualTo("minimum inside, no barrier");
    }
  }

  private static void assertNear(@Nullable Double shown, double real) {
    if (Double.isNaN(real)) {
      assertThat(shown).isNull();
    } else {
      assertThat(shown).isCloseTo(real, within(Math.abs(real) * 5e-5));
      assertThat(String.valueOf(shown).replaceAll("E.*|[-.]", "").replaceAll("^0+", ""))
          .hasSizeLessThanOrEqualTo(6);
    }
  }

  @Test
  void are_null_where_the_trace_has_none() throws JsonProcessingException {
    SharpnessRow noPositive =
        new SharpnessRow(-1, 0, Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN, Double.NaN);
    EpochRow epoch = new EpochRow(0, 0, Double.POSITIVE_INFINITY, 0, 1, 0).with(noPositive, null);
    StepRow step =
        new StepRow(1, 1, 0.1, Double.NaN, 1, Double.NaN, Double.POSITIVE_INFINITY, 1, null);
    Trace diverged = new Trace(GD.manifest(), List.of(step), List.of(epoch), List.of());

    JsonNode json = new ObjectMapper().readTree(data(Arm.GD, diverged).json());
    for (String name : List.of("batchLoss", "cosine", "distance", "section")) {
      assertThat(json.at("/steps/0/" + name).isNull()).as(name).isTrue();
    }
    assertThat(json.at("/epochs/0/trainLoss").isNull()).isTrue();
    assertThat(json.at("/epochs/0/etaLambda").isNull()).isTrue();
    assertThat(json.at("/steps/0/rate").doubleValue()).isEqualTo(0.1);
  }

  @Test
  void keep_the_shape_of_a_section_that_is_nearly_flat() {
    List<Double> losses = List.of(2.3000031234, 2.3000012345, 2.3000016789);

    WalkSection of = WalkSection.of(section(losses, 2.3000012345, 0.5, 0), 0);

    assertThat(of.losses()).containsExactly(2.300003123, 2.300001234, 2.300001679);
    assertThat(of.minimum()).isEqualTo(2.300001234);
    assertThat(Rounded.of(1.23456789e-9)).isEqualTo(1.2346e-9);
    assertThat(Rounded.of(123456789)).isEqualTo(1.2346e8);
    assertThat(Rounded.of(0)).isZero();
    assertThat(Rounded.decimals(List.of(1.0, 1.0))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1, 2, 1, 0, 0, 'minimum inside, no barrier', .5, 1",
    "3, 2, 1, NaN, 0, 0, 'minimum at the end, no barrier', 1, 1",
    "1, 2, 3, NaN, 0, 0, 'minimum at the start, no barrier', 0, 1",
    "1, 3, 2, NaN, 1, .5, 'minimum at the start, barrier', 0, 1",
    "1, 3, 2, NaN, 1, 1, 'minimum at the start, no barrier', 0, 1"
  })
  void say_the_shape_of_a_section(
      double start,
      double middle,
      double end,
      double floor,
      double barrier,
      double numericalFloor,
      String says,
      double a,
      double minimum) {
    WalkSection of =
        WalkSection.of(
            section(List.of(start, middle, end), floor, Double.isNaN(floor) ? floor : 0.5, barrier),
            numericalFloor);

    assertThat(of.says()).isEqualTo(says);
    assertThat(of.a()).isEqualTo(a);
    assertThat(of.minimum()).isEqualTo(minimum);
  }

  @Test
  void are_of_some_updates_where_a_walk_is_long() {
    int updates = 50_000;
    List<StepRow> steps =
        IntStream.rangeClosed(1, updates)
            .mapToObj(step -> row(step, step == 777 ? 1e6 : step % 11, step <= 400))
            .toList();
    List<StepRow> shown = WalkThinning.of(steps);

    assertThat(shown)
        .hasSizeBetween(1_000, WalkThinning.MOST)
        .isSubsetOf(steps)
        .isSortedAccordingTo((a, b) -> Integer.compare(a.step(), b.step()))
        .contains(steps.get(776))
        .containsAll(steps.subList(0, 400))
        .endsWith(steps.get(updates - 1));
    assertThat(WalkThinning.of(steps.subList(0, 2_000))).hasSize(2_000);
    assertThat(WalkThinning.of(steps.subList(0, 2_001))).hasSizeLessThanOrEqualTo(2_000);

    Trace trace = new Trace(GD.manifest(), steps, List.of());
    WalkView view = view(trace);
    assertThat(view.says()).contains(" %d of 50000 updates are shown.".formatted(shown.size()));
    assertThat(view(GD).says()).doesNotContain("shown");
  }

  @Test
  void are_in_a_page_once_for_each_cell_and_arm() {
    PageWalks walks = PageWalks.of(SyntheticWalkPage.judged());

    assertThat(SyntheticWalkPage.judged().size()).isGreaterThan(3);
    assertThat(walks.all()).extracting(WalkView::arm).containsExactly("gd", "sgd", "long");
    assertThat(walks.all()).allMatch(walk -> walk.says().contains(" of T1;"));
    assertThat(walks.all().get(0).id())
        .isEqualTo("walk=ci/%s/gd".formatted(SyntheticWalks.CELL.folder()));
    assertThat(walks.of(SyntheticWalkPage.judged().get(0).of()))
        .isNotEmpty()
        .isSubsetOf(walks.all());
  }

  @Test
  void are_left_out_of_a_page_where_no_update_was_probed() {
    SeedTraces atOnce = SyntheticWalks.divergedAtOnce(Arm.GD);
    assertThat(atOnce.divergedAt(atOnce.traces().keySet())).isNotEmpty();

    assertThat(PageWalks.of(SyntheticWalkPage.judged(atOnce)).all()).isEmpty();
    assertThat(PageWalks.of(SyntheticPage.judged()).all()).isEmpty();
  }

  @Test
  void say_where_a_run_diverged() {
    Trace cut =
        new Trace(
            new Manifest(
                GD.manifest().spec(), new Status.Diverged(5), GD.manifest().provenance(), Map.of()),
            GD.steps().subList(0, 4),
            List.of());

    assertThat(view(cut).says()).contains("diverged at update 5");
    assertThat(data(Arm.GD, cut).updates()).isEqualTo(4);
  }

  @Test
  void come_with_the_library_and_its_licence() {
    String html = SyntheticWalkPage.html();

    assertThat(html)
        .contains("Copyright (c) 2022 Leon Sorokin", "THE SOFTWARE IS PROVIDED \"AS IS\"")
        .contains("var uPlot=")
        .doesNotContain("http:", "https:", "<link");
    assertThat(html.split("Leon Sorokin", -1)).hasSize(2);
    assertThat(
            ReportPage.html(
                SyntheticPage.CONTEXT,
                SyntheticPage.judged().subList(0, 1),
                new PageFigures(),
                of -> ""))
        .doesNotContain("uPlot");
  }

  private static StepRow row(int step, double loss, boolean probed) {
    return new StepRow(
        step,
        1,
        0.1,
        loss,
        1,
        0,
        1,
        1,
        probed ? section(List.of(1.0, 2.0, loss), Double.NaN, Double.NaN, 0) : null);
  }

  private static CrossSectionRow section(
      List<Double> losses, double floor, double floorA, double barrier) {
    return new CrossSectionRow(losses, floor, floorA, 1, barrier, 1, 1, Double.NaN, Double.NaN);
  }

  private static WalkData data(Arm arm, Trace trace) {
    return WalkData.of(new SeedTraces(1, SyntheticWalks.CELL, Map.of(arm, trace)), arm, trace);
  }

  private static WalkView view(Trace trace) {
    SeedTraces seed = new SeedTraces(1, SyntheticWalks.CELL, Map.of(Arm.GD, trace));
    return WalkView.of(SyntheticWalkPage.judged(seed).get(0), seed, Arm.GD, trace);
  }
}
