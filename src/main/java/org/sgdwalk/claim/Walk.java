package org.sgdwalk.claim;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

/** A trace as claims read it. */
public final class Walk {
  private final Trace trace;

  /** A view of a trace. */
  public Walk(Trace trace) {
    this.trace = trace;
  }

  /** Cosines of a window, in order; the first update of a run has none. */
  public double[] cosines(Window window) {
    return values(inWindow(window).map(StepRow::cosine).filter(c -> !Double.isNaN(c)));
  }

  /** Cosines of all updates, in order. */
  public double[] cosines() {
    return values(trace.steps().stream().map(StepRow::cosine).filter(c -> !Double.isNaN(c)));
  }

  /** Norms of theta after each update of a window, in order. */
  public double[] paramNorms(Window window) {
    return values(inWindow(window).map(StepRow::paramNorm));
  }

  /** Valley floors of a window, one an update; NaN where the step is not in a valley. */
  public double[] floors(Window window) {
    return values(sections(inWindow(window)).map(CrossSectionRow::floor));
  }

  /** Fraction of a window's probed steps for which the condition holds; NaN without any. */
  public double fraction(Window window, Predicate<CrossSectionRow> condition) {
    return share(sections(inWindow(window)).toList(), condition);
  }

  /**
   * Fraction of the probed steps of these epochs for which the condition holds; NaN without any.
   */
  public double fraction(List<Integer> epochs, Predicate<CrossSectionRow> condition) {
    return share(sections(inEpochs(epochs)).toList(), condition);
  }

  /** Number of an epoch's probed steps for which the condition holds; NaN where none was probed. */
  public double count(int epoch, Predicate<CrossSectionRow> condition) {
    List<CrossSectionRow> probed = sections(inEpochs(List.of(epoch))).toList();
    return probed.isEmpty() ? Double.NaN : probed.stream().filter(condition).count();
  }

  /** Barriers above the numerical floor that an epoch's steps cross; NaN where none was probed. */
  public double barriers(int epoch) {
    double floor = numericalFloor();
    return count(epoch, section -> section.barrierHeight() > floor);
  }

  /** Mean over an epoch's probed steps; NaN without any. */
  public double mean(int epoch, ToDoubleFunction<CrossSectionRow> quantity) {
    return sections(inEpochs(List.of(epoch))).mapToDouble(quantity).average().orElse(Double.NaN);
  }

  /** Mean over a window's probed steps; NaN without any. */
  public double mean(Window window, ToDoubleFunction<CrossSectionRow> quantity) {
    return sections(inWindow(window)).mapToDouble(quantity).average().orElse(Double.NaN);
  }

  /** Largest value over an epoch's probed steps; NaN without any. */
  public double max(int epoch, ToDoubleFunction<CrossSectionRow> quantity) {
    return sections(inEpochs(List.of(epoch))).mapToDouble(quantity).max().orElse(Double.NaN);
  }

  /** Number of examples in the training part. */
  public int examples() {
    return trace.manifest().spec().data().train();
  }

  /** Distance from the initialisation after the last update. */
  public double finalDistance() {
    return trace.steps().get(trace.steps().size() - 1).distance();
  }

  /**
   * Evaluation at the end of an epoch.
   *
   * @throws IllegalArgumentException if it was not evaluated
   */
  public EpochRow epoch(int epoch) {
    return trace.epochs().stream()
        .filter(row -> row.epoch() == epoch)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("epoch " + epoch + " was not evaluated"));
  }

  /**
   * Evaluation at the end of a phase.
   *
   * @param phase 0 is the first
   * @throws IllegalArgumentException if the run has no such phase, or it was not evaluated there
   */
  public EpochRow phaseEnd(int phase) {
    RunSpec spec = trace.manifest().spec();
    if (phase < 0 || phase >= spec.phases().size()) {
      throw new IllegalArgumentException(
          "phase " + phase + " of a run that has " + spec.phases().size());
    }
    int step = spec.updatesOf(phase + 1);
    return trace.epochs().stream()
        .filter(row -> row.step() == step)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("step " + step + " was not evaluated"));
  }

  /** Number of updates of the run's first phase: where one with a second phase forks off. */
  public int forkStep() {
    return trace.manifest().spec().updatesOf(1);
  }

  /** The Hessian's spectral norm at the end of an epoch; NaN where it was not measured. */
  public double spectralNorm(int epoch) {
    SharpnessRow sharpness = epoch(epoch).sharpness();
    return sharpness == null ? Double.NaN : sharpness.spectralNorm();
  }

  /** The Hessian's eigenvalues that were measured at the end of an epoch, the largest first. */
  public List<SpectrumRow> eigenvalues(int epoch) {
    return trace.spectra().stream()
        .filter(row -> row.epoch() == epoch && Double.isNaN(row.density()))
        .toList();
  }

  /** The Hessian's spectral norm after the last update; NaN where it was not measured. */
  public double finalSpectralNorm() {
    SharpnessRow sharpness = lastEpoch().sharpness();
    return sharpness == null ? Double.NaN : sharpness.spectralNorm();
  }

  /**
   * The learning rate times the Hessian's largest positive eigenvalue, the median of those measured
   * after an update of a window; NaN without any.
   */
  public double etaLambda(Window window) {
    return new Median()
        .evaluate(
            trace.epochs().stream()
                .filter(row -> window.contains(row.step()) && row.sharpness() != null)
                .mapToDouble(row -> Objects.requireNonNull(row.sharpness()).etaLambda())
                .filter(Double::isFinite)
                .toArray());
  }

  /**
   * The last evaluation after no more than so many updates.
   *
   * @throws IllegalArgumentException if there is none
   */
  public EpochRow evaluatedUpTo(int step) {
    return trace.epochs().stream()
        .filter(row -> row.step() <= step)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalArgumentException("no evaluation up to step " + step));
  }

  /** Fraction of the validation part that is classified correctly at the end of the run. */
  public double finalAccuracy() {
    return lastEpoch().valAccuracy();
  }

  /** Norm of theta after the last update. */
  public double finalNorm() {
    return trace.steps().get(trace.steps().size() - 1).paramNorm();
  }

  /** Evaluation at the end of the run. */
  public EpochRow lastEpoch() {
    return trace.epochs().get(trace.epochs().size() - 1);
  }

  /**
   * The largest change that other chunks alone made to a height or a barrier along this walk; 0
   * when no step was rechecked. What is smaller is no barrier.
   */
  public double numericalFloor() {
    return sections(trace.steps().stream())
        .mapToDouble(CrossSectionRow::numericalFloor)
        .filter(floor -> !Double.isNaN(floor))
        .max()
        .orElse(0);
  }

  private Stream<StepRow> inWindow(Window window) {
    return trace.steps().stream().filter(row -> window.contains(row.step()));
  }

  private Stream<StepRow> inEpochs(List<Integer> epochs) {
    return trace.steps().stream().filter(row -> epochs.contains(row.epoch()));
  }

  private static Stream<CrossSectionRow> sections(Stream<StepRow> rows) {
    return rows.map(StepRow::crossSection).filter(Objects::nonNull).map(Walk::present);
  }

  private static CrossSectionRow present(@Nullable CrossSectionRow section) {
    return Objects.requireNonNull(section);
  }

  private static double share(
      List<CrossSectionRow> sections, Predicate<CrossSectionRow> condition) {
    return sections.isEmpty()
        ? Double.NaN
        : (double) sections.stream().filter(condition).count() / sections.size();
  }

  private static double[] values(Stream<Double> stream) {
    return stream.mapToDouble(Double::doubleValue).toArray();
  }
}
