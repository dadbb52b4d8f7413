package org.sgdwalk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.Scale;
import org.sgdwalk.spec.SpecJson;

@DisplayName("The catalog: cells, arms, seeds and error rates")
class CatalogTest {

  static Stream<Cell> cells() {
    return Arrays.stream(Scale.values()).flatMap(scale -> Catalog.cells(scale).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void should_have_a_valid_run_for_every_arm_and_no_run_twice(Cell cell) {
    assertThat(cell.arms().keySet()).containsExactlyInAnyOrder(Arm.values());
    assertThat(Arrays.stream(Arm.values()).map(arm -> cell.spec(arm, 7)))
        .doesNotHaveDuplicates()
        .allSatisfy(spec -> assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec))
        .allSatisfy(spec -> assertThat(spec.seed()).isEqualTo(7));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void should_pair_gd_and_sgd_by_seed_network_data_and_length(Cell cell) {
    RunSpec gd = cell.spec(Arm.GD, 3);
    RunSpec sgd = cell.spec(Arm.SGD, 3);

    assertThat(sgd.seed()).isEqualTo(gd.seed());
    assertThat(sgd.network()).isEqualTo(gd.network());
    assertThat(sgd.data()).isEqualTo(gd.data());
    assertThat(sgd.updates()).isEqualTo(gd.updates());
    assertThat(sgd.optimizer().learningRate()).isEqualTo(gd.optimizer().learningRate());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void should_draw_a_replicates_batches_from_a_seed_of_its_own(Cell cell) {
    RunSpec replicate = cell.spec(Arm.LONG_REPLICATE, 3);
    RunSpec original = cell.spec(Arm.LONG, 3);

    assertThat(replicate.seed()).isEqualTo(original.seed());
    assertThat(replicate.optimizer()).isEqualTo(original.optimizer());
    assertThat(original.batchOrderSeed()).isEqualTo(3);
    assertThat(replicate.batchOrderSeed()).isGreaterThan(100 * Catalog.FIRST_CALIBRATION_SEED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void should_judge_only_steps_that_the_runs_make_and_probe(Cell cell) {
    RunSpec longRun = cell.spec(Arm.LONG, 1);

    assertThat(cell.valley().last()).isLessThanOrEqualTo(cell.spec(Arm.GD, 1).updates());
    assertThat(cell.epochs())
        .isSorted()
        .allSatisfy(
            epoch ->
                assertThat(Objects.requireNonNull(longRun.probes().crossSection()).epochs())
                    .contains(epoch));
    assertThat(longRun.length())
        .isEqualTo(LengthSpec.ofEpochs(cell.epochs().get(cell.epochs().size() - 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void should_judge_every_claim_where_every_arm_is(Cell cell) {
    assertThat(Catalog.claims(cell)).isEqualTo(Claims.all());
  }

  @Test
  void should_leave_out_claims_that_a_cell_has_no_arms_for() {
    Cell full = Scenario.CELL;
    Cell gdOnly =
        new Cell(
            "gd", Scale.CI, Map.of(Arm.GD, full.spec(Arm.GD, 0)), full.valley(), full.epochs());

    assertThat(Catalog.claims(gdOnly)).extracting(Claim::id).containsExactly("T1", "T2", "T3");
    assertThat(gdOnly.has(Set.of(Arm.GD))).isTrue();
    assertThatThrownBy(() -> gdOnly.spec(Arm.SGD, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gd has no arm SGD");
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void should_keep_judged_seeds_below_the_calibration_seeds(Scale scale) {
    assertThat((long) Catalog.seedCap(scale)).isLessThan(Catalog.FIRST_CALIBRATION_SEED);
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void should_spread_five_percent_over_all_claims_and_cells(Scale scale) {
    assertThat(Catalog.test(scale).alpha()).isEqualTo(0.05 / (2 * Claims.all().size()));
    assertThat(Catalog.test(scale).beta()).isEqualTo(Catalog.test(scale).alpha());
  }

  @Test
  void should_give_every_claim_an_id_a_sentence_and_a_reason() {
    assertThat(Claims.all()).extracting(Claim::id).doesNotHaveDuplicates();
    assertThat(Claims.all())
        .extracting(Claim::card)
        .allSatisfy(
            card -> {
              assertThat(card.sentence()).isNotBlank();
              assertThat(card.statistic()).isNotBlank();
              assertThat(card.criterion()).isNotBlank();
              assertThat(card.reason()).isNotBlank();
              assertThat(card.figures()).isNotEmpty();
            });
    assertThat(Claims.find("T9")).isEmpty();
  }
}
