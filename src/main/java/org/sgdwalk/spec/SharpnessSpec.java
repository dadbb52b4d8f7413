package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Hessian of L at ends of epochs, batch norm in train mode (section 3.1, footnote 6): its
 * eigenvalue of largest magnitude, and on request more of its spectrum. What is asked for is
 * evaluated too, whatever the evaluation's own period.
 *
 * @param everyEpochs period in epochs; epoch 0 (before training) and the end are then always
 *     measured; 0 selects none
 * @param epochs epochs whose ends are selected beside; 0 is before training
 * @param tolerance largest residual of an eigenpair, relative to the largest magnitude
 * @param maxProducts Hessian-vector products after which it stops, converged or not
 * @param topK eigenvalues of largest magnitude, 1 or more; more than one go to {@code spectra.csv}
 * @param traceProbes random vectors for the trace; 0 is none
 * @param density the density of eigenvalues, or null for none; it goes to {@code spectra.csv}
 * @param evalMode whether the eigenvalue of largest magnitude is measured in eval mode too, with
 *     the running statistics
 */
public record SharpnessSpec(
    int everyEpochs,
    List<Integer> epochs,
    double tolerance,
    int maxProducts,
    int topK,
    int traceProbes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DensitySpec density,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean evalMode) {
  /**
   * An eigenvalue is off by about the square of its relative residual, and products in float32 are
   * off by a few thousandths: a smaller residual would measure those.
   */
  public static final double DEFAULT_TOLERANCE = 0.01;

  /** Twice what the networks of {@code fixtures/oracle} take for that tolerance. */
  public static final int DEFAULT_MAX_PRODUCTS = 80;

  private static final double ROUGH_TOLERANCE = 0.1;
  private static final int ROUGH_PRODUCTS = 20;

  /** Checks the numbers and copies the list. */
  public SharpnessSpec {
    require(everyEpochs >= 0, "probes.sharpness.everyEpochs", "0 or more", everyEpochs);
    for (int i = 0; i < epochs.size(); i++) {
      require(epochs.get(i) >= 0, "probes.sharpness.epochs[" + i + "]", "0 or more", epochs.get(i));
    }
    require(
        everyEpochs > 0 || !epochs.isEmpty(),
        "probes.sharpness",
        "selecting some epoch by everyEpochs or epochs",
        "none");
    require(
        tolerance > 0 && tolerance < 1,
        "probes.sharpness.tolerance",
        "above 0 and below 1",
        tolerance);
    Bounds.requireCount(topK, Bounds.PRODUCTS, "probes.sharpness.topK");
    require(
        maxProducts >= topK && maxProducts <= Bounds.PRODUCTS,
        "probes.sharpness.maxProducts",
        "topK = " + topK + " to " + Bounds.PRODUCTS,
        maxProducts);
    require(
        traceProbes >= 0 && traceProbes <= Bounds.PRODUCTS,
        "probes.sharpness.traceProbes",
        "0 to " + Bounds.PRODUCTS,
        traceProbes);
    epochs = List.copyOf(epochs);
  }

  /** In train mode alone. */
  public SharpnessSpec(
      int everyEpochs,
      List<Integer> epochs,
      double tolerance,
      int maxProducts,
      int topK,
      int traceProbes,
      @Nullable DensitySpec density) {
    this(everyEpochs, epochs, tolerance, maxProducts, topK, traceProbes, density, false);
  }

  @JsonCreator
  static SharpnessSpec of(
      @JsonProperty("everyEpochs") @Nullable Integer everyEpochs,
      @JsonProperty("epochs") @Nullable List<Integer> epochs,
      @JsonProperty("tolerance") @Nullable Double tolerance,
      @JsonProperty("maxProducts") @Nullable Integer maxProducts,
      @JsonProperty("topK") @Nullable Integer topK,
      @JsonProperty("traceProbes") @Nullable Integer traceProbes,
      @JsonProperty("density") @Nullable DensitySpec density,
      @JsonProperty("evalMode") @Nullable Boolean evalMode) {
    return new SharpnessSpec(
        orDefault(everyEpochs, epochs == null ? 1 : 0),
        orDefault(epochs, List.of()),
        orDefault(tolerance, DEFAULT_TOLERANCE),
        orDefault(maxProducts, DEFAULT_MAX_PRODUCTS),
        orDefault(topK, 1),
        orDefault(traceProbes, 0),
        density,
        orDefault(evalMode, false));
  }

  /**
   * The largest eigenvalues at the ends of these epochs.
   *
   * @param topK how many
   * @param maxProducts products after which it stops
   * @param evalMode whether the largest is measured in eval mode too
   */
  public static SharpnessSpec atEpochs(
      List<Integer> epochs, int topK, int maxProducts, boolean evalMode) {
    return of(null, epochs, null, maxProducts, topK, null, null, evalMode);
  }

  /**
   * The largest alone, near enough to say in which regime a walk is, for a quarter of the products:
   * an eigenvalue is off by about the square of its relative residual, here 1 %.
   */
  public static SharpnessSpec roughlyAt(List<Integer> epochs) {
    return of(null, epochs, ROUGH_TOLERANCE, ROUGH_PRODUCTS, null, null, null, null);
  }

  /** Whether it is measured at the end of this epoch; 0 is before training. */
  public boolean selects(int epoch, boolean endOfRun) {
    boolean periodic = everyEpochs > 0 && (endOfRun || epoch % everyEpochs == 0);
    return periodic || epochs.contains(epoch);
  }

  /** Whether it leaves more than {@code epochs.csv} has columns for. */
  public boolean hasSpectra() {
    return topK > 1 || density != null;
  }
}
