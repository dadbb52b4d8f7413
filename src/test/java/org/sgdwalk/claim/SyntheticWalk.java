package org.sgdwalk.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.spec.Timetable;
import org.sgdwalk.stats.CrossSectionShape;
import org.sgdwalk.trace.CovarianceRow;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

/**
 * A trace made up to have a property. Its steps, epochs and probed steps are those of the spec, so
 * a claim that asks for what its arm does not probe finds nothing here either.
 */
public final class SyntheticWalk {
  private final RunSpec spec;
  private Section section = (step, epoch) -> bowl(1, 0.1);
  private IntToDoubleFunction cosine = step -> 0;
  private IntToDoubleFunction distance = step -> step;
  private IntToDoubleFunction paramNorm = step -> 1;
  private double numericalFloor;
  private IntToDoubleFunction valAccuracy = afterChance(0.5);
  private double trainAccuracy = 0.5;
  private IntToDoubleFunction lambdaMax;
  private IntToDoubleFunction alignment = epoch -> 1;
  private IntToDoubleFunction evalMode = epoch -> 1;
  private IntToDoubleFunction noise = place -> 1.0 / place;
  private IntToDoubleFunction trainLoss = step -> 1;
  private Status status = new Status.Complete();
  private Provenance.@Nullable ThetaProvenance initialTheta;

  public SyntheticWalk(RunSpec spec) {
    this.spec = spec;
    lambdaMax = epoch -> 2 / spec.optimizer().learningRate();
  }

  /** The losses of a cross-section by step and epoch, both 1-based. */
  public interface Section {
    double[] losses(int step, int epoch);
  }

  /** A parabola: its minimum in the middle, its ends {@code height} above. */
  public static double[] bowl(double floor, double height) {
    return losses(a -> floor + 4 * height * (a - 0.5) * (a - 0.5));
  }

  /** Straight down: the minimum is the end point. */
  public static double[] slope() {
    return losses(a -> 2 - a);
  }

  /** Two valleys and a barrier as high as the ends: interior minima, but no parabola. */
  public static double[] doubleValley() {
    return losses(a -> 1 + 0.5 * Math.cos(4 * Math.PI * a));
  }

  /** Over a barrier of this height between equal ends. */
  public static double[] barrier(double height) {
    return losses(a -> a == 0 || a == 1 ? 1 : 1 + height * Math.sin(Math.PI * a));
  }

  private static double[] losses(DoubleUnaryOperator loss) {
    double[] losses = new double[CrossSectionSpec.DEFAULT_POINTS];
    Arrays.setAll(losses, k -> loss.applyAsDouble((double) k / (losses.length - 1)));
    return losses;
  }

  public SyntheticWalk section(Section newSection) {
    section = newSection;
    return this;
  }

  public SyntheticWalk floor(IntToDoubleFunction floor) {
    return section((step, epoch) -> bowl(floor.applyAsDouble(step), 0.1));
  }

  /** Mean height by epoch. */
  public SyntheticWalk height(IntToDoubleFunction height) {
    return section((step, epoch) -> bowl(1, height.applyAsDouble(epoch)));
  }

  public SyntheticWalk cosine(IntToDoubleFunction newCosine) {
    cosine = newCosine;
    return this;
  }

  public SyntheticWalk cosine(double everyStep) {
    return cosine(step -> everyStep);
  }

  public SyntheticWalk distance(double atEveryStep) {
    distance = step -> atEveryStep;
    return this;
  }

  public SyntheticWalk paramNorm(IntToDoubleFunction newNorm) {
    paramNorm = newNorm;
    return this;
  }

  /** As at each rechecked step. */
  public SyntheticWalk numericalFloor(double newFloor) {
    numericalFloor = newFloor;
    return this;
  }

  /** At the end of every epoch; the untrained network has what chance gives of ten classes. */
  public SyntheticWalk valAccuracy(double newAccuracy) {
    return valAccuracy(afterChance(newAccuracy));
  }

  private static IntToDoubleFunction afterChance(double accuracy) {
    return epoch -> epoch == 0 ? 0.1 : accuracy;
  }

  /** At every evaluation. */
  public SyntheticWalk trainAccuracy(double newAccuracy) {
    trainAccuracy = newAccuracy;
    return this;
  }

  public SyntheticWalk valAccuracy(IntToDoubleFunction newAccuracy) {
    valAccuracy = newAccuracy;
    return this;
  }

  /**
   * Eigenvalue of largest magnitude at the ends of epochs, at first at the edge of divergence; NaN
   * where there is none.
   */
  public SyntheticWalk lambdaMax(IntToDoubleFunction newLambdaMax) {
    lambdaMax = newLambdaMax;
    return this;
  }

  /**
   * Gradient covariance along the sharpest direction at the ends of epochs, relative to its mean
   * within the gradients' span; NaN where it was not measured.
   */
  public SyntheticWalk alignment(IntToDoubleFunction newAlignment) {
    alignment = newAlignment;
    return this;
  }

  /** By how much the eigenvalue of largest magnitude is larger in eval mode, by epoch. */
  public SyntheticWalk evalMode(IntToDoubleFunction newRatio) {
    evalMode = newRatio;
    return this;
  }

  /** Gradient covariance along the eigenvectors, the largest being 1, at every measurement. */
  public SyntheticWalk noise(IntToDoubleFunction newNoise) {
    noise = newNoise;
    return this;
  }

  /** At every evaluation. */
  public SyntheticWalk trainLoss(double newLoss) {
    return trainLoss(step -> newLoss);
  }

  /** By the number of updates made. */
  public SyntheticWalk trainLoss(IntToDoubleFunction newLoss) {
    trainLoss = newLoss;
    return this;
  }

  /** Earlier steps keep their rows. */
  public SyntheticWalk divergedAt(int step) {
    status = new Status.Diverged(step);
    return this;
  }

  public SyntheticWalk fromThetaFile() {
    initialTheta = new Provenance.ThetaProvenance("theta-000004.npz", "none");
    return this;
  }

  public Trace trace() {
    int made = status instanceof Status.Diverged at ? at.step() - 1 : spec.updates();
    List<EpochRow> ends = ends().filter(row -> row.step() <= made).toList();
    return new Trace(manifest(), rows(made), ends, ends.stream().flatMap(this::spectrum).toList());
  }

  /** As many eigenvalues as the spec asks for: 1, 1/2, 1/3, ... of the largest. */
  private Stream<SpectrumRow> spectrum(EpochRow end) {
    SharpnessSpec asked = spec.probes().sharpness();
    SharpnessRow sharpness = end.sharpness();
    return asked == null || sharpness == null || asked.topK() == 1
        ? Stream.of()
        : IntStream.rangeClosed(1, asked.topK())
            .mapToObj(
                place ->
                    new SpectrumRow(
                        end.epoch(),
                        end.step(),
                        sharpness.lambdaMax() / place,
                        0,
                        Double.NaN,
                        end.covariance() == null ? Double.NaN : noise.applyAsDouble(place)));
  }

  private Manifest manifest() {
    return new Manifest(spec, status, provenance(), Map.of());
  }

  private Stream<EpochRow> ends() {
    return Timetable.of(spec).evaluations().map(this::epoch);
  }

  private EpochRow epoch(Moment moment) {
    int epoch = moment.epoch();
    SharpnessRow sharpness = moment.curvature() ? sharpness(epoch) : null;
    return new EpochRow(
            epoch,
            moment.step(),
            trainLoss.applyAsDouble(moment.step()),
            trainAccuracy,
            1,
            valAccuracy.applyAsDouble(epoch))
        .with(sharpness, sharpness == null ? null : covariance(epoch));
  }

  private @Nullable CovarianceRow covariance(int epoch) {
    double aligned = alignment.applyAsDouble(epoch);
    return spec.probes().covariance() == null || Double.isNaN(aligned)
        ? null
        : new CovarianceRow(100, 1, aligned, aligned, 1, 2);
  }

  private @Nullable SharpnessRow sharpness(int epoch) {
    double lambda = lambdaMax.applyAsDouble(epoch);
    return Double.isNaN(lambda)
        ? null
        : new SharpnessRow(
            lambda,
            0,
            Math.abs(lambda),
            0,
            10,
            spec.optimizer().learningRate() * Math.abs(lambda),
            Double.NaN,
            Double.NaN,
            evalMode.applyAsDouble(epoch) * lambda,
            0);
  }

  private List<StepRow> rows(int made) {
    return Timetable.of(spec).stream().limit(made).map(this::row).toList();
  }

  private StepRow row(Moment moment) {
    int step = moment.step();
    CrossSectionRow row =
        moment.probed()
            ? row(
                section.losses(step, moment.epoch()),
                moment.rechecked() ? numericalFloor : Double.NaN)
            : null;
    return new StepRow(
        step,
        moment.epoch(),
        spec.optimizer().learningRate(),
        1,
        // As long as the distance grows.
        1 / spec.optimizer().learningRate(),
        step == 1 ? Double.NaN : cosine.applyAsDouble(step),
        distance.applyAsDouble(step),
        paramNorm.applyAsDouble(step),
        row);
  }

  private static CrossSectionRow row(double[] losses, double numericalFloor) {
    CrossSectionShape shape = CrossSectionShape.of(losses);
    return new CrossSectionRow(
        Arrays.stream(losses).boxed().toList(),
        shape.floor(),
        shape.floorA(),
        shape.height(),
        shape.barrierHeight(),
        shape.convexity(),
        shape.quadraticR2(),
        shape.alpha(),
        numericalFloor);
  }

  private Provenance provenance() {
    Provenance.DataProvenance data =
        new Provenance.DataProvenance(
            spec.data().name(), Map.of(), "0-0", "1-1", List.of(0.0), List.of(1.0));
    return new Provenance(
        data,
        "none",
        "none",
        "none",
        Provenance.NO_ENGINE,
        "synthetic",
        Map.of(),
        1,
        "none",
        initialTheta);
  }
}
