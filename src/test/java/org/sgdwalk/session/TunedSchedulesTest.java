package org.sgdwalk.session;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.RunSpec;

/**
 * The schedules of section 5 are the best of their grid, by mean validation accuracy at the end on
 * seeds from 1000 up. {@code fixtures/tuning/README.md} says how to do it again.
 */
@DisplayName("Tuned schedules")
class TunedSchedulesTest {
  private static final Path RECORD = Path.of("fixtures", "tuning", "schedules.csv");
  private static final Set<Arm> ARMS =
      EnumSet.of(Arm.LONG_CONSTANT, Arm.LONG_STEPWISE, Arm.LONG_CYCLICAL, Arm.LONG_TRAPEZOID);

  /** Cells of networks; the paper's are too large to tune here and say so in the documentation. */
  static Stream<Cell> cells() {
    return Catalog.cells(Scale.CI).stream().filter(cell -> cell.has(ARMS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void are_the_best_point_of_each_grid(Cell cell) throws IOException {
    List<ScheduleGrid.Point> grid = ScheduleGrid.of(epochs(cell));
    List<GridResult> results = GridResult.read(RECORD, cell.id());

    assertThat(results).hasSameSizeAs(grid);
    for (Arm arm : ARMS) {
      GridResult best =
          results.stream()
              .filter(result -> result.arm() == arm)
              .max(Comparator.comparingDouble(GridResult::mean))
              .orElseThrow();
      ScheduleGrid.Point point = grid.stream().filter(best::isOf).findFirst().orElseThrow();

      assertThat(cell.spec(arm, 1))
          .as(String.format(Locale.ROOT, "%s: %s", arm, best))
          .isEqualTo(point.in(cell.spec(arm, 1)));
    }
  }

  @Test
  void give_each_schedule_as_many_points() {
    assertThat(
            ScheduleGrid.of(8).stream()
                .filter(point -> point.arm() != Arm.LONG_CONSTANT)
                .collect(groupingBy(ScheduleGrid.Point::arm, counting()))
                .values())
        .containsExactly(15L, 15L, 15L);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyScale")
  void differ_in_rate_and_schedule_alone(Cell cell) {
    RunSpec constant = cell.spec(Arm.LONG_CONSTANT, 3);

    assertThat(ARMS.stream().map(arm -> cell.spec(arm, 3)))
        .allSatisfy(
            spec ->
                assertThat(
                        new ScheduleGrid.Point(
                                Arm.LONG_CONSTANT,
                                "",
                                constant.optimizer().learningRate(),
                                constant.schedule())
                            .in(spec))
                    .isEqualTo(constant));
    assertThat(constant.probes().crossSection()).isNull();
  }

  static Stream<Cell> everyScale() {
    return Arrays.stream(Scale.values())
        .flatMap(scale -> Catalog.cells(scale).stream())
        .filter(cell -> cell.has(ARMS));
  }

  /**
   * Minutes of training: only with {@code -Dsgdwalk.test.tune}. Cells, seeds and data are chosen by
   * environment variables, since unit tests do not see the properties of a build.
   */
  @Test
  @EnabledIfSystemProperty(named = "sgdwalk.test.tune", matches = "true")
  void tune() throws IOException {
    ScheduleTuning.of(Settings.of(Options.ofProcess()))
        .write(Path.of("target", "tuning", "schedules.csv"));
  }

  private static int epochs(Cell cell) {
    LengthSpec length = cell.spec(Arm.LONG_CONSTANT, 1).length();
    return length.epochs(1);
  }
}
