package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.RealData;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.LearningRate;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.CovarianceRow;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.StepRow;

/**
 * Every run of scale {@code paper} starts, on its own network and data: see FirstSteps. Many
 * minutes: only with {@code -Dsgdwalk.test.firstSteps}.
 */
@Tag(RealData.TAG)
@EnabledIfSystemProperty(named = "sgdwalk.test.firstSteps", matches = "true")
@DisplayName("The first steps of the plan at scale paper")
class FirstStepsTest {
  private static final int THREADS = 2;
  private static final Map<DataSpec, DataSet> LOADED = new HashMap<>();

  static Stream<Arguments> runs() {
    return Catalog.cells(Scale.PAPER).stream()
        .flatMap(
            cell -> cell.arms().keySet().stream().map(arm -> Arguments.of(cell.id(), arm, cell)));
  }

  @AfterAll
  static void forget() {
    LOADED.clear();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("runs")
  void runs(String id, Arm arm, Cell cell) {
    RunSpec whole = cell.spec(arm, 1);
    FirstSteps first = FirstSteps.of(whole);
    RunSpec spec = first.spec();
    assertThat(spec.network()).as(id).isEqualTo(whole.network());

    FirstSteps.Made made = first.run(data(spec), THREADS);

    assertThat(made.steps()).hasSize(first.updates());
    assertThat(made.steps()).allSatisfy(step -> assertMade(spec, step));
    assertThat(made.start().trainLoss()).isFinite();
    assertMeasured(spec, made.start().sharpness(), made.start().covariance());
  }

  private static void assertMade(RunSpec spec, StepRow step) {
    assertThat(step.batchLoss()).isPositive();
    assertThat(step.gradNorm()).isPositive();
    assertThat(step.distance()).isPositive();
    assertThat(step.learningRate()).isCloseTo(LearningRate.of(spec).at(step.step()), within(1e-12));
    boolean probed =
        spec.probes().crossSection() != null
            && spec.probes().crossSection().selects(step.step(), step.epoch());
    CrossSectionRow section = step.crossSection();
    assertThat(section != null).isEqualTo(probed);
    if (section != null) {
      assertThat(section.losses()).hasSize(3).allMatch(Double::isFinite);
    }
  }

  private static void assertMeasured(
      RunSpec spec, @Nullable SharpnessRow sharpness, @Nullable CovarianceRow covariance) {
    assertThat(sharpness != null).isEqualTo(spec.probes().sharpness() != null);
    assertThat(covariance != null).isEqualTo(spec.probes().covariance() != null);
    if (sharpness != null) {
      assertThat(sharpness.spectralNorm()).isPositive();
    }
    if (covariance != null) {
      assertThat(Objects.requireNonNull(covariance).trace()).isPositive();
    }
  }

  /** Skipped with the reason where the set is not here. */
  private static @Nullable DataSet data(RunSpec spec) {
    return spec.hasData()
        ? LOADED.computeIfAbsent(
            spec.data(), wanted -> DataSet.load(wanted, RealData.having(wanted.name())))
        : null;
  }
}
