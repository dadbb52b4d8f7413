package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Columns of {@code steps.csv} for the cross-section: its losses, then what they say. All are empty
 * where the step was not probed.
 */
final class CrossSectionColumns {
  /** Traces of before there was this column lack it. */
  static final String ALPHA = "alpha";

  private static final List<String> SHAPE =
      List.of(
          "floor",
          "floor_a",
          "height",
          "barrier_height",
          "convexity",
          "quadratic_r2",
          ALPHA,
          "numerical_floor");

  private CrossSectionColumns() {}

  /** Their names for so many losses, none for 0. */
  static List<String> names(int points) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      names.add(String.format(Locale.ROOT, "loss_a%02d", i));
    }
    if (points > 0) {
      names.addAll(SHAPE);
    }
    return names;
  }

  /** Empty cells for a step that was not probed. */
  static void write(@Nullable CrossSectionRow row, int points, CsvLine line, String where) {
    if (row == null) {
      line.restEmpty();
      return;
    }
    if (row.losses().size() != points) {
      throw new TraceException(
          where + ": the run has " + points + " losses a step, got " + row.losses().size());
    }
    row.losses().forEach(line::number);
    line.numberOrNaN(row.floor())
        .numberOrNaN(row.floorA())
        .number(row.height())
        .number(row.barrierHeight())
        .number(row.convexity())
        .numberOrNaN(row.quadraticR2())
        .numberOrNaN(row.alpha())
        .numberOrNaN(row.numericalFloor());
  }

  /**
   * Null for empty cells. Java evaluates arguments from left to right, which is the order of the
   * columns.
   *
   * @param alpha whether the table has that column
   */
  static @Nullable CrossSectionRow read(CsvRow cells, int points, boolean alpha) {
    if (cells.restEmpty()) {
      return null;
    }
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      losses.add(cells.number());
    }
    return new CrossSectionRow(
        losses,
        cells.numberOrNaN(),
        cells.numberOrNaN(),
        cells.number(),
        cells.number(),
        cells.number(),
        cells.numberOrNaN(),
        alpha ? cells.numberOrNaN() : Double.NaN,
        cells.numberOrNaN());
  }
}
