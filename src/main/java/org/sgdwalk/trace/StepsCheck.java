package org.sgdwalk.trace;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.LearningRate;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.Timetable;
import org.sgdwalk.stats.CrossSectionShape;

/**
 * Holds the content of {@code steps.csv} against what follows from it: learning rates from the
 * spec, shapes from losses, and norms from each other.
 */
final class StepsCheck {
  /** The shape is computed in float64 from the losses as they stand there, so it is the same. */
  private static final String LOSSES = "the losses of the row";

  /** A norm of float32 numbers is computed in float64: each is off by half of 2^-23 at most. */
  private static final double ROUNDING = 1e-6;

  private final String file;
  private final boolean crossEntropy;
  private final RunSpec spec;

  private final boolean hasAlpha;

  private StepsCheck(Trace trace, String file, boolean hasAlpha) {
    this.file = file;
    this.spec = trace.manifest().spec();
    this.hasAlpha = hasAlpha;
    this.crossEntropy = !(spec.network() instanceof NetworkSpec.Quadratic);
  }

  /**
   * Checks every row of a trace that fits its timetable.
   *
   * @param file name for errors
   * @param hasAlpha whether there is that column; traces of before it have none
   * @throws TraceException that names file, line and column
   */
  static void check(Trace trace, String file, boolean hasAlpha) {
    new StepsCheck(trace, file, hasAlpha).check(trace);
  }

  private void check(Trace trace) {
    Iterator<Moment> moments = Timetable.of(spec).iterator();
    LearningRate[] rates =
        spec.phases().stream()
            .map((PhaseSpec phase) -> LearningRate.of(phase, spec.data().train()))
            .toArray(LearningRate[]::new);
    StepRow previous = null;
    for (StepRow row : trace.steps()) {
      Moment moment = moments.next();
      TablePlace place = new TablePlace(file, row.step() - 1);
      double rate = rates[moment.phase()].at(moment.stepOfPhase());
      place.requireSame("lr", rate, row.learningRate(), "the manifest's spec");
      numbers(row, place);
      cosine(row, previous, place);
      moves(row, previous, place);
      if (row.crossSection() != null) {
        section(row.crossSection(), place);
      }
      previous = row;
    }
  }

  private void numbers(StepRow row, TablePlace place) {
    if (crossEntropy) {
      place.requireMagnitude("batch_loss", row.batchLoss());
    }
    place.requireMagnitude("grad_norm", row.gradNorm());
    place.requireMagnitude("distance", row.distance());
    place.requireMagnitude("param_norm", row.paramNorm());
  }

  /** There is an angle between two gradients that are not 0. */
  private static void cosine(StepRow row, @Nullable StepRow previous, TablePlace place) {
    boolean defined = previous != null && previous.gradNorm() > 0 && row.gradNorm() > 0;
    place.requireThere(
        "cosine",
        defined,
        row.cosine(),
        defined ? "both gradients are above 0" : "there are no two gradients above 0");
    if (defined) {
      place.requireWithin("cosine", -1, 1, row.cosine());
    }
  }

  /** Neither norm changes by more than the update is long (triangle inequality). */
  private static void moves(StepRow row, @Nullable StepRow previous, TablePlace place) {
    double before = previous == null ? 0 : previous.distance();
    // Its own rounding, and that of theta when it is written back as float32.
    double length =
        row.learningRate() * row.gradNorm() * (1 + ROUNDING)
            + ROUNDING * (row.paramNorm() + row.distance() + before);
    requireNear(place, "distance", before, length, row.distance());
    if (previous != null) {
      requireNear(place, "param_norm", previous.paramNorm(), length, row.paramNorm());
    }
  }

  private static void requireNear(
      TablePlace place, String column, double before, double length, double got) {
    if (Math.abs(got - before) > length) {
      throw place.error(
          column,
          "must be within lr * grad_norm of the row before, "
              + TablePlace.shown(before)
              + ", got "
              + TablePlace.shown(got));
    }
  }

  private void section(CrossSectionRow row, TablePlace place) {
    double[] losses = row.losses().stream().mapToDouble(Double::doubleValue).toArray();
    for (int i = 0; crossEntropy && i < losses.length; i++) {
      if (losses[i] < 0) {
        place.requireMagnitude(CrossSectionColumns.names(losses.length).get(i), losses[i]);
      }
    }
    CrossSectionShape shape = CrossSectionShape.of(losses);
    place.requireSame("floor", shape.floor(), row.floor(), LOSSES);
    place.requireSame("floor_a", shape.floorA(), row.floorA(), LOSSES);
    place.requireSame("height", shape.height(), row.height(), LOSSES);
    place.requireSame("barrier_height", shape.barrierHeight(), row.barrierHeight(), LOSSES);
    place.requireSame("convexity", shape.convexity(), row.convexity(), LOSSES);
    place.requireSame("quadratic_r2", shape.quadraticR2(), row.quadraticR2(), LOSSES);
    if (hasAlpha) {
      place.requireSame(CrossSectionColumns.ALPHA, shape.alpha(), row.alpha(), LOSSES);
    }
    if (!Double.isNaN(row.numericalFloor())) {
      place.requireMagnitude("numerical_floor", row.numericalFloor());
    }
  }
}
