package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured beside the cheap quantities (cosine, distance, norms), which every step records.
 *
 * @param crossSection the loss between iterates, or null for none
 * @param evaluation loss and accuracy at ends of epochs
 * @param sharpness the Hessian at ends of epochs, or null for none
 * @param covariance that of the per-example gradients, where the Hessian is measured, or null for
 *     none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProbeSpec(
    @Nullable CrossSectionSpec crossSection,
    EvaluationSpec evaluation,
    @Nullable SharpnessSpec sharpness,
    @Nullable CovarianceSpec covariance) {
  /** Checks that what the covariance is compared with is measured. */
  public ProbeSpec {
    require(
        covariance == null || sharpness != null,
        "probes.covariance",
        "left out without probes.sharpness, whose eigenvector it is measured along",
        covariance);
  }

  /** Without the Hessian. */
  public ProbeSpec(@Nullable CrossSectionSpec crossSection, EvaluationSpec evaluation) {
    this(crossSection, evaluation, null, null);
  }

  @JsonCreator
  static ProbeSpec of(
      @JsonProperty("crossSection") @Nullable CrossSectionSpec crossSection,
      @JsonProperty("evaluation") @Nullable EvaluationSpec evaluation,
      @JsonProperty("sharpness") @Nullable SharpnessSpec sharpness,
      @JsonProperty("covariance") @Nullable CovarianceSpec covariance) {
    return new ProbeSpec(
        crossSection, orDefault(evaluation, EvaluationSpec.of(null)), sharpness, covariance);
  }

  /** Checks that what is selected is there: a selection beyond the run would measure nothing. */
  void requireWithin(int updates, long epochs) {
    if (crossSection != null) {
      crossSection.requireWithin(updates, epochs);
    }
    if (sharpness != null) {
      requireWithin("probes.sharpness", sharpness.epochs(), epochs);
    }
  }

  /** Checks a list of epochs against the run's last. */
  static void requireWithin(String probe, List<Integer> selected, long epochs) {
    for (int i = 0; i < selected.size(); i++) {
      require(
          selected.get(i) <= epochs,
          probe + ".epochs[" + i + "]",
          "at most the run's last epoch, " + epochs,
          selected.get(i));
    }
  }

  /** Gives these probes with another cross-section. */
  public ProbeSpec withCrossSection(@Nullable CrossSectionSpec newCrossSection) {
    return new ProbeSpec(newCrossSection, evaluation, sharpness, covariance);
  }
}
