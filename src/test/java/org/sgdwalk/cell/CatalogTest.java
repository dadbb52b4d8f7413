package org.sgdwalk.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Scenario;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.stats.OperatingCharacteristic;

@DisplayName("The catalog: cells, arms, seeds and error rates")
class CatalogTest {

  private static final Set<Arm> QUADRATIC =
      EnumSet.of(Arm.OVER_DAMPED, Arm.UNDER_DAMPED, Arm.UNSTABLE, Arm.TWO_EIGENVALUES);

  private static final Set<Arm> SCHEDULES = EnumSet.range(Arm.LONG_CONSTANT, Arm.LONG_TRAPEZOID);

  /** Claims about GD and SGD alone. */
  private static final Set<String> WALKS = Set.of("T1", "T2a", "T2b", "T3", "T5", "T6", "T7", "H1");

  /** Claims about GD, and SGD at other batches and rates over as many updates. */
  private static final Set<String> BATCHES_AND_RATES = Set.of("R1", "R2", "L1", "R3", "F2a", "F2b");

  private static Stream<Cell> all() {
    return Arrays.stream(Scale.values()).flatMap(scale -> Catalog.allCells(scale).stream());
  }

  /** Arms that the cells of a network and data set do not have. */
  private static Set<Arm> missing(Cell cell) {
    if (isOfWalks(cell)) {
      return EnumSet.complementOf(EnumSet.of(Arm.GD, Arm.SGD));
    }
    if (isOfBatchesAndRates(cell)) {
      return EnumSet.complementOf(EnumSet.range(Arm.GD, Arm.HIGH_RATE));
    }
    Set<Arm> missing = EnumSet.copyOf(QUADRATIC);
    if (hasNoGd(cell)) {
      missing.add(Arm.GD);
    }
    if (cell.id().startsWith("resnet")) {
      missing.add(Arm.LONG_PLAIN);
    } else if (cell.id().endsWith("tiny-imagenet")) {
      missing.addAll(
          EnumSet.of(
              Arm.LONG_LOW_RATE, Arm.LONG_SMALL_RATE, Arm.LONG_SMALL_RATE_SCALED, Arm.LONG_PLAIN));
      missing.addAll(EnumSet.range(Arm.GD_EXTENDED, Arm.FORK_SGD));
    }
    if (!hasSchedules(cell)) {
      missing.addAll(SCHEDULES);
    }
    return missing;
  }

  /**
   * The small convolutional cells would take too long to tune; the paper shows no Tiny ImageNet.
   */
  private static boolean hasSchedules(Cell cell) {
    return cell.id().startsWith("mlp/")
        || (cell.scale() == Scale.PAPER && cell.id().endsWith("/cifar-10"));
  }

  /** Cells of GD and SGD alone. */
  private static boolean isOfWalks(Cell cell) {
    return cell.scale() == Scale.DESK
        || cell.id().contains("-250/")
        || cell.id().equals("vgg11-8000/tiny-imagenet")
        || cell.id().endsWith("/mnist-6k");
  }

  /** Cells of short runs alone, on all of the paper's images. */
  private static boolean isOfBatchesAndRates(Cell cell) {
    return cell.id().endsWith("-45000/cifar-10");
  }

  /** The cells of 100 images, whose walks those of 250 have. */
  private static boolean hasNoGd(Cell cell) {
    return cell.scale() == Scale.CI && cell.id().matches("(vgg11|resnet8)/fashion-mnist-3k");
  }

  /** Claims that they are not judged on. */
  private static Set<String> unjudged(Cell cell) {
    Set<String> unjudged = new TreeSet<>(Set.of("Q1a", "Q1b"));
    if (isOfWalks(cell)) {
      Claims.all().stream().map(Claim::id).filter(id -> !WALKS.contains(id)).forEach(unjudged::add);
      return unjudged;
    }
    if (isOfBatchesAndRates(cell)) {
      Claims.all().stream().map(Claim::id).forEach(unjudged::add);
      unjudged.removeAll(WALKS);
      unjudged.removeAll(BATCHES_AND_RATES);
      return unjudged;
    }
    if (hasNoGd(cell)) {
      unjudged.addAll(WALKS);
      unjudged.remove("H1"); // of SGD alone
    }
    if (cell.id().startsWith("resnet")) {
      unjudged.addAll(Set.of("N7a", "N7b"));
    } else if (cell.id().endsWith("tiny-imagenet")) {
      Claims.all().stream()
          .map(Claim::id)
          .filter(id -> id.matches("R4|R6c|B1|N\\d.*|F1."))
          .forEach(unjudged::add);
    }
    if (!hasSchedules(cell)) {
      unjudged.addAll(Set.of("S1", "S2a", "S2b"));
    }
    return unjudged;
  }

  /** Those of networks. */
  static Stream<Cell> cells() {
    return all().filter(cell -> cell.data().isPresent());
  }

  /** Those that have GD's walk. */
  static Stream<Cell> walkedCells() {
    return cells().filter(cell -> cell.has(Set.of(Arm.GD)));
  }

  /** Those that judge N5. */
  static Stream<Cell> forkedCells() {
    return cells().filter(cell -> cell.has(Set.of(Arm.FORK_GD)));
  }

  @Test
  void has_the_regimes_of_a_quadratic_at_every_scale_but_desk() {
    List<Cell> quadratics = all().filter(cell -> cell.data().isEmpty()).toList();

    assertThat(quadratics)
        .extracting(Cell::scale)
        .containsExactly(Scale.SMOKE, Scale.CI, Scale.PAPER_LITE, Scale.PAPER);
    assertThat(quadratics)
        .allSatisfy(cell -> assertThat(cell.arms().keySet()).isEqualTo(QUADRATIC))
        .allSatisfy(
            cell ->
                assertThat(Catalog.claims(cell))
                    .extracting(Claim::id)
                    .containsExactly("Q1a", "Q1b"))
        .allSatisfy(
            cell ->
                assertThat(cell.arms().values())
                    .allSatisfy(
                        spec -> assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void has_a_valid_run_for_every_arm_and_no_run_twice(Cell cell) {
    assertThat(cell.arms().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(missing(cell))));
    assertThat(cell.arms().keySet().stream().map(arm -> cell.spec(arm, 7)))
        .doesNotHaveDuplicates()
        .allSatisfy(spec -> assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec))
        .allSatisfy(spec -> assertThat(spec.seed()).isEqualTo(7));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("walkedCells")
  void pairs_gd_and_sgd_by_seed_network_data_and_length(Cell cell) {
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
  void judges_only_steps_that_the_runs_make_and_probe(Cell cell) {
    assertThat(cell.valley().last()).isLessThanOrEqualTo(cell.spec(Arm.SGD, 1).updates());
    if (!cell.has(Set.of(Arm.LONG))) {
      return;
    }
    RunSpec longRun = cell.spec(Arm.LONG, 1);
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
  @MethodSource("walkedCells")
  void measures_gds_curvature_within_the_window(Cell cell) {
    RunSpec gd = cell.spec(Arm.GD, 1);

    assertThat(Objects.requireNonNull(gd.probes().sharpness()).epochs())
        .hasSize(3)
        .allSatisfy(update -> assertThat(cell.valley().contains(update)).isTrue());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forkedCells")
  void forks_where_the_noisy_run_ends_and_evaluates_there(Cell cell) {
    RunSpec noisy = cell.spec(Arm.NOISE_SMALL, 3);
    Set<Arm> forks =
        Set.of(Arm.FORK_NOISE_LOW_RATE, Arm.FORK_GD, Arm.FORK_GD_LOW_RATE, Arm.FORK_SGD);

    assertThat(forks)
        .extracting(fork -> cell.spec(fork, 3))
        .allSatisfy(
            fork -> {
              assertThat(fork.phases().get(0)).isEqualTo(noisy.phases().get(0));
              assertThat(fork.updates()).isEqualTo(2 * noisy.updates());
              assertThat(noisy.updates() % fork.probes().evaluation().everyEpochs()).isZero();
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void judges_every_claim_where_every_arm_is(Cell cell) {
    assertThat(Catalog.claims(cell))
        .isEqualTo(
            Claims.all().stream().filter(claim -> !unjudged(cell).contains(claim.id())).toList());
  }

  @Test
  void has_what_comes_with_the_program_and_the_papers_networks_and_data() {
    assertThat(ids(Scale.SMOKE))
        .containsExactly("mlp/fashion-mnist-3k", "mlp/mnist-6k", "quadratic");
    assertThat(ids(Scale.CI))
        .containsAll(ids(Scale.SMOKE))
        .contains("vgg11/fashion-mnist-3k", "resnet8/fashion-mnist-3k");
    assertThat(Catalog.onRequest(Scale.CI))
        .extracting(Cell::id)
        .containsExactly("vgg11/cifar-10", "resnet8/cifar-10");
    assertThat(ids(Scale.PAPER_LITE))
        .contains("mlp-45000/mnist", "vgg11-45000/cifar-10", "resnet56-45000/cifar-10")
        .filteredOn(id -> !id.equals("quadratic"))
        .doesNotContainAnyElementsOf(ids(Scale.PAPER));
    assertThat(ids(Scale.PAPER))
        .contains("mlp/mnist", "vgg11/cifar-10", "resnet56/cifar-10", "vgg11/tiny-imagenet");
  }

  private static List<String> ids(Scale scale) {
    return Catalog.cells(scale).stream().map(Cell::id).toList();
  }

  /** So that nothing but the images keeps GD there from bouncing. */
  @Test
  void has_a_control_below_the_edge_that_differs_from_the_mlp_in_the_images_alone() {
    Cell control = cell("mlp-slow/mnist-6k");
    Cell mlp = cell("mlp/fashion-mnist-3k");

    assertThat(control.valley()).isEqualTo(mlp.valley());
    for (Arm arm : control.arms().keySet()) {
      assertThat(SpecJson.write(control.spec(arm, 0)).replace("mnist-6k", "fashion-mnist-3k"))
          .isEqualTo(SpecJson.write(mlp.spec(arm, 0)));
    }
  }

  private static Cell cell(String id) {
    return Catalog.cells(Scale.CI).stream()
        .filter(cell -> cell.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void augments_the_long_runs_of_colour_images_at_the_papers_widths_and_nothing_else(Cell cell) {
    boolean colour =
        Set.of(Scale.PAPER_LITE, Scale.PAPER).contains(cell.scale())
            && !cell.id().startsWith("mlp");
    assertThat(cell.arms())
        .allSatisfy(
            (arm, spec) ->
                assertThat(spec.data().augmentation() != null)
                    .isEqualTo(colour && arm.name().startsWith("LONG")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void has_batch_norm_everywhere_but_in_the_plain_run(Cell cell) {
    assertThat(cell.arms())
        .allSatisfy(
            (arm, spec) -> assertThat(spec.network().batchNorm()).isEqualTo(arm != Arm.LONG_PLAIN));
    if (cell.has(Set.of(Arm.LONG_PLAIN))) {
      assertThat(cell.spec(Arm.LONG_PLAIN, 1).network())
          .isEqualTo(cell.spec(Arm.LONG, 1).network().withoutBatchNorm());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void has_batches_smaller_than_the_data(Cell cell) {
    assertThat(cell.arms().values())
        .allSatisfy(
            spec ->
                assertThat(spec.optimizer())
                    .satisfiesAnyOf(
                        optimizer -> assertThat(optimizer).isNotInstanceOf(OptimizerSpec.Sgd.class),
                        optimizer ->
                            assertThat(((OptimizerSpec.Sgd) optimizer).batch())
                                .isLessThan(spec.data().train())));
  }

  @Test
  void leaves_out_claims_that_a_cell_has_no_arms_for() {
    Cell full = Scenario.CELL;
    Cell gdOnly =
        new Cell(
            "gd", Scale.CI, Map.of(Arm.GD, full.spec(Arm.GD, 0)), full.valley(), full.epochs());

    assertThat(Catalog.claims(gdOnly))
        .extracting(Claim::id)
        .containsExactly("T1", "T2a", "T2b", "T3");
    assertThat(gdOnly.has(Set.of(Arm.GD))).isTrue();
    assertThatThrownBy(() -> gdOnly.spec(Arm.SGD, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gd has no arm SGD");
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void keeps_judged_seeds_below_the_calibration_seeds(Scale scale) {
    assertThat((long) Catalog.stopping(scale).mostSeeds())
        .isLessThan(Catalog.FIRST_CALIBRATION_SEED);
  }

  @Test
  void finds_three_of_four_laws_that_hold_for_nine_seeds_in_ten() {
    Stopping ci = Catalog.stopping(Scale.CI);
    assertThat(OperatingCharacteristic.of(ci.law(), 0.9, ci.mostSeeds()).acceptsH1())
        .isGreaterThanOrEqualTo(0.75);
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void counts_the_judgements_of_a_scale(Scale scale) {
    int quadratic = 2;
    int each = Claims.all().size() - quadratic;
    int walks = WALKS.size();
    int judged =
        switch (scale) {
          case SMOKE -> each + walks;
          // Nothing of schedules and of GD's walk in two, no N7 of ResNet; walks alone in four.
          case CI -> 3 * each - 2 * 3 - 2 * (walks - 1) - 2 + 4 * walks;
          case DESK -> 2 * walks;
          // Nothing of schedules in two, short runs alone in two, walks alone in one.
          case PAPER_LITE -> 2 * (each - 3) + 2 * (walks + BATCHES_AND_RATES.size()) + walks;
          case PAPER -> 5 * each - 2 - 20; // no N7 of ResNet, the rest in Tiny ImageNet
        };
    assertThat(Catalog.judgements(scale)).isEqualTo(judged + (scale == Scale.DESK ? 0 : quadratic));
  }

  @Test
  void gives_every_claim_an_id_a_sentence_and_a_reason() {
    assertThat(Claims.all()).extracting(Claim::id).doesNotHaveDuplicates();
    assertThat(Claims.all())
        .extracting(Claim::card)
        .allSatisfy(
            card -> {
              assertThat(card.sentence()).isNotBlank();
              assertThat(card.statistic()).isNotBlank();
              assertThat(card.criterion()).isNotBlank();
              assertThat(card.reason()).isNotBlank();
              assertThat(card.finding()).isNotBlank();
              assertThat(card.figures()).isNotEmpty();
            });
    assertThat(Claims.find("T11")).isEmpty();
  }
}
