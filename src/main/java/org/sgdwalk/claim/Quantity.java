package org.sgdwalk.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

/**
 * Something along a walk that a claim's statistic is made of, for figures.
 *
 * @param label its name and unit, for an axis
 * @param axis how its values are drawn
 * @param points its values along a trace of a cell, in the order of updates; where there is none,
 *     no point
 */
public record Quantity(String label, Axis axis, BiFunction<Trace, Cell, List<Point>> points) {
  /** Cosine of an update's gradient with the one before. */
  public static final Quantity COSINE = ofUpdates("gradient cosine", Axis.COSINES, StepRow::cosine);

  /** Distance from the initialisation. */
  public static final Quantity DISTANCE =
      ofUpdates("distance from init.", Axis.LINEAR, StepRow::distance);

  /** Norm of theta. */
  public static final Quantity NORM = ofUpdates("norm of theta", Axis.LINEAR, StepRow::paramNorm);

  /** How well a parabola fits an update's cross-section. */
  public static final Quantity PARABOLA =
      ofSections("R^2 of the parabola", Axis.LINEAR, CrossSectionRow::quadraticR2);

  /** Where on the way between two iterates the loss is least: an end where it is not in between. */
  public static final Quantity LOWEST =
      ofSections("a of the least loss", Axis.UNIT, Quantity::lowest);

  /** Valley floor of an update that is in a valley. */
  public static final Quantity FLOOR =
      ofSections("valley floor (nats)", Axis.LINEAR, CrossSectionRow::floor);

  /** Height of an update above its valley floor. */
  public static final Quantity HEIGHT =
      ofSections("height (nats)", Axis.LINEAR, CrossSectionRow::height);

  /** Training loss where it was evaluated. */
  public static final Quantity LOSS =
      ofEvaluations("training loss (nats, log)", Axis.LOGARITHMIC, EpochRow::trainLoss);

  /** Validation accuracy where it was evaluated; before training all are alike, and far below. */
  public static final Quantity ACCURACY =
      ofEvaluations(
          "validation accuracy",
          Axis.LINEAR,
          row -> row.step() > 0 ? row.valAccuracy() : Double.NaN);

  /** Spectral norm of the Hessian where it was measured. */
  public static final Quantity SPECTRAL_NORM =
      ofSharpness("spectral norm", SharpnessRow::spectralNorm);

  /** The same with batch norm in eval mode. */
  public static final Quantity EVAL_SPECTRAL_NORM =
      ofSharpness("spectral norm, eval mode", SharpnessRow::evalSpectralNorm);

  /** Mean height of each judged epoch. */
  public static final Quantity MEAN_HEIGHT =
      ofEpochs(
          "mean height (nats, log)",
          Axis.LOGARITHMIC,
          (walk, epoch) -> walk.mean(epoch, CrossSectionRow::height));

  /** Fraction of a judged epoch's updates that cross a barrier above the numerical floor. */
  public static final Quantity BARRIERS =
      ofEpochs(
          "updates that cross a barrier",
          Axis.FROM_ZERO,
          (walk, epoch) -> walk.barriers(epoch) / walk.count(epoch, section -> true));

  /** How values are drawn. */
  public enum Axis {
    /** Over the range that they need. */
    LINEAR,
    /** From 0 on. */
    FROM_ZERO,
    /** From 0 to 1. */
    UNIT,
    /** From -1 to 1, with the mean over what is judged. */
    COSINES,
    /** As logarithms; 0 has no place. */
    LOGARITHMIC
  }

  /**
   * A value along a walk.
   *
   * @param update number of updates made
   * @param value the value, finite
   */
  public record Point(int update, double value) {}

  /** A value of an epoch of a walk. */
  @FunctionalInterface
  public interface OfEpoch {
    /** NaN where there is none. */
    double of(Walk walk, int epoch);
  }

  /** Of every update. */
  public static Quantity ofUpdates(String label, Axis axis, ToDoubleFunction<StepRow> value) {
    return new Quantity(
        label,
        axis,
        (trace, cell) ->
            finite(
                trace.steps().stream()
                    .map(row -> new Point(row.step(), value.applyAsDouble(row)))
                    .toList()));
  }

  /** Of every cross-section. */
  public static Quantity ofSections(
      String label, Axis axis, ToDoubleFunction<CrossSectionRow> value) {
    return ofUpdates(
        label,
        axis,
        row -> row.crossSection() == null ? Double.NaN : value.applyAsDouble(row.crossSection()));
  }

  /** Of every evaluation. */
  public static Quantity ofEvaluations(String label, Axis axis, ToDoubleFunction<EpochRow> value) {
    return new Quantity(
        label,
        axis,
        (trace, cell) ->
            finite(
                trace.epochs().stream()
                    .map(row -> new Point(row.step(), value.applyAsDouble(row)))
                    .toList()));
  }

  /** Of every judged epoch that was run, at its end. */
  public static Quantity ofEpochs(String label, Axis axis, OfEpoch value) {
    return new Quantity(
        label,
        axis,
        (trace, cell) -> {
          int updates = trace.manifest().spec().updatesPerEpoch();
          Walk walk = new Walk(trace);
          List<Point> points = new ArrayList<>();
          for (int epoch : cell.epochs()) {
            if (epoch * updates <= trace.steps().size()) {
              points.add(new Point(epoch * updates, value.of(walk, epoch)));
            }
          }
          return finite(points);
        });
  }

  /** Its values along a trace; none where the quantity is not defined. */
  public List<Point> of(Trace trace, Cell cell) {
    return points.apply(trace, cell);
  }

  private static Quantity ofSharpness(String label, ToDoubleFunction<SharpnessRow> value) {
    return ofEvaluations(
        label,
        Axis.LOGARITHMIC,
        row ->
            row.sharpness() == null
                ? Double.NaN
                : value.applyAsDouble(Objects.requireNonNull(row.sharpness())));
  }

  private static List<Point> finite(List<Point> points) {
    return points.stream().filter(point -> Double.isFinite(point.value())).toList();
  }

  private static double lowest(CrossSectionRow section) {
    return section.inValley()
        ? section.floorA()
        : section.endLoss() < section.losses().get(0) ? 1 : 0;
  }
}
