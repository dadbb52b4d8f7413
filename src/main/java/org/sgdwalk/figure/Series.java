package org.sgdwalk.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

/** Curves against the number of updates made. */
final class Series {
  private Series() {}

  /** A quantity of each update, at the number of updates made when it is done. */
  static Curve byUpdate(
      String name, Look look, List<StepRow> steps, ToDoubleFunction<StepRow> quantity) {
    Curve curve = Curve.named(name, look);
    steps.forEach(row -> curve.add(row.step(), quantity.applyAsDouble(row)));
    return curve;
  }

  /** The mean of a quantity over {@code window} updates, at the middle of them; NaNs left out. */
  static Curve runningMean(
      String name, Look look, List<StepRow> steps, ToDoubleFunction<StepRow> quantity, int window) {
    Curve curve = Curve.named(name, look);
    for (int end = window; end <= steps.size(); end++) {
      List<StepRow> part = steps.subList(end - window, end);
      double mean =
          part.stream()
              .mapToDouble(quantity)
              .filter(x -> !Double.isNaN(x))
              .average()
              .orElse(Double.NaN);
      curve.add((part.get(0).step() + part.get(window - 1).step()) / 2.0, mean);
    }
    return curve;
  }

  /** The training loss along the walk: theta_t is at x = t, a point of the way at t + a. */
  static Curve loss(String name, Look look, Trace trace) {
    Curve curve = Curve.named(name, look);
    int previous = 0;
    for (StepRow row : trace.steps()) {
      CrossSectionRow section = row.crossSection();
      if (section == null) {
        continue;
      }
      if (row.step() > previous + 1) {
        curve.add(previous, Double.NaN);
      }
      previous = row.step();
      List<Double> losses = section.losses();
      for (int k = 0; k < losses.size(); k++) {
        curve.add(row.step() - 1 + (double) k / (losses.size() - 1), losses.get(k));
      }
    }
    return curve;
  }

  /** The valley floors of the steps that are in a valley. */
  static Curve floors(String name, Look look, Trace trace) {
    Curve curve = Curve.named(name, look);
    for (StepRow row : trace.steps()) {
      CrossSectionRow section = row.crossSection();
      if (section != null && section.inValley()) {
        curve.add(row.step() - 1 + section.floorA(), section.floor());
      }
    }
    return curve;
  }
}
