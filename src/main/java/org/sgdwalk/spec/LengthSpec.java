package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How long a run is: a number of updates or a number of epochs, exactly one of them.
 *
 * @param steps number of updates, or null
 * @param epochs number of epochs, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LengthSpec(@Nullable Integer steps, @Nullable Integer epochs) {
  /** Steps are counted in nine digits; no run comes near. */
  static final int MAX_UPDATES = 999_999_999;

  /** Checks that exactly one is given, at least 1. */
  @JsonCreator
  public LengthSpec(
      @JsonProperty("steps") @Nullable Integer steps,
      @JsonProperty("epochs") @Nullable Integer epochs) {
    require(
        (steps == null) != (epochs == null), "length", "either steps or epochs", "both or neither");
    require(
        steps == null || (steps >= 1 && steps <= MAX_UPDATES),
        "length.steps",
        "1 to " + MAX_UPDATES,
        steps == null ? 0 : steps);
    require(
        epochs == null || epochs >= 1, "length.epochs", "at least 1", epochs == null ? 0 : epochs);
    this.steps = steps;
    this.epochs = epochs;
  }

  /** A length in updates. */
  public static LengthSpec ofSteps(int steps) {
    return new LengthSpec(steps, null);
  }

  /** A length in epochs. */
  public static LengthSpec ofEpochs(int epochs) {
    return new LengthSpec(null, epochs);
  }

  /** The number of updates when an epoch takes {@code updatesPerEpoch}. */
  public int updates(int updatesPerEpoch) {
    return steps != null ? steps : Math.multiplyExact(epochs(updatesPerEpoch), updatesPerEpoch);
  }

  /** The number of epochs begun, the last perhaps cut short. */
  public int epochs(int updatesPerEpoch) {
    if (epochs != null) {
      return epochs;
    }
    int updates = steps == null ? 0 : steps;
    return (updates + updatesPerEpoch - 1) / updatesPerEpoch;
  }
}
