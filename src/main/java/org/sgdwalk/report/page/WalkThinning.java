package org.sgdwalk.report.page;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.sgdwalk.figure.Thinning;
import org.sgdwalk.trace.StepRow;

/**
 * Which updates of a walk a page shows: all, or so many that look the same. Those with a
 * cross-section and those without have half the places each.
 */
final class WalkThinning {
  /** Up to so many updates a walk is shown as it is. */
  static final int MOST = 2_000;

  /** Four of a run are kept. */
  private static final int RUNS = MOST / 2 / 4;

  private WalkThinning() {}

  static List<StepRow> of(List<StepRow> steps) {
    if (steps.size() <= MOST) {
      return steps;
    }
    Map<Boolean, List<StepRow>> byProbed =
        steps.stream().collect(partitioningBy(row -> row.crossSection() != null, toList()));
    return Stream.concat(
            kept(byProbed.getOrDefault(true, List.of()), WalkThinning::endLoss),
            kept(byProbed.getOrDefault(false, List.of()), StepRow::batchLoss))
        .sorted(Comparator.comparingInt(StepRow::step))
        .toList();
  }

  private static double endLoss(StepRow probed) {
    return Objects.requireNonNull(probed.crossSection()).endLoss();
  }

  /** A loss that is no number is no reason to keep an update. */
  private static Stream<StepRow> kept(List<StepRow> rows, ToDoubleFunction<StepRow> loss) {
    if (rows.size() <= MOST / 2) {
      return rows.stream();
    }
    return Thinning.kept(
            rows.size(),
            RUNS,
            i -> {
              double y = loss.applyAsDouble(rows.get(i));
              return Double.isNaN(y) ? 0 : y;
            })
        .stream()
        .map(rows::get);
  }
}
