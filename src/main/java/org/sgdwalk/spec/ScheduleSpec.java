package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * How the learning rate changes over a run (section 5): eta_t = learningRate * m(t), where the
 * schedule gives the multiplier m of update t. Its {@code low}, {@code high}, {@code end} and
 * {@code factor} are multipliers, never rates, so one schedule serves every optimizer. Its lengths
 * are whole epochs; m itself changes with every update. The JSON key {@code kind} names the shape.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ScheduleSpec.Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = ScheduleSpec.Stepwise.class, name = "stepwise"),
  @JsonSubTypes.Type(value = ScheduleSpec.Cyclical.class, name = "cyclical"),
  @JsonSubTypes.Type(value = ScheduleSpec.Trapezoid.class, name = "trapezoid")
})
public sealed interface ScheduleSpec {

  /**
   * Checks the schedule against a run's length.
   *
   * @param updates updates of the whole run
   * @param perEpoch updates an epoch takes
   * @throws SpecException for a schedule that does not fit in
   */
  default void requireFits(int updates, int perEpoch) {}

  /** The optimizer's learning rate throughout: the paper's setting for all but section 5. */
  record Constant() implements ScheduleSpec {}

  /**
   * Step-wise annealing: the multiplier starts at 1 and is multiplied by {@code factor} after each
   * of the given epochs.
   *
   * @param factor above 0 and below 1
   * @param epochs 1-based epochs after whose last update the rate falls; ascending, at least one
   */
  record Stepwise(double factor, List<Integer> epochs) implements ScheduleSpec {
    /** Checks the numbers and copies the list. */
    @JsonCreator
    public Stepwise(
        @JsonProperty(value = "factor", required = true) double factor,
        @JsonProperty(value = "epochs", required = true) List<Integer> epochs) {
      require(factor > 0 && factor < 1, "schedule.factor", "above 0 and below 1", factor);
      require(!epochs.isEmpty(), "schedule.epochs", "at least one epoch", epochs);
      for (int i = 0; i < epochs.size(); i++) {
        require(
            epochs.get(i) > (i == 0 ? 0 : epochs.get(i - 1)),
            "schedule.epochs[" + i + "]",
            i == 0 ? "at least 1" : "after the one before it",
            epochs.get(i));
      }
      this.factor = factor;
      this.epochs = List.copyOf(epochs);
    }

    @Override
    public void requireFits(int updates, int perEpoch) {
      int last = epochs.size() - 1;
      require(
          (long) epochs.get(last) * perEpoch < updates,
          "schedule.epochs[" + last + "]",
          "an epoch that ends before the run's " + updates + " updates do",
          epochs.get(last));
    }
  }

  /**
   * Triangular cyclical rate (Smith, 2017): linearly from {@code low} up to {@code high} and down
   * again, over and over.
   *
   * @param low multiplier of the first update, above 0
   * @param high multiplier half a period later, above low
   * @param halfPeriodEpochs epochs of each rise and of each fall, at least 1
   */
  record Cyclical(double low, double high, int halfPeriodEpochs) implements ScheduleSpec {
    /** Checks the numbers. */
    @JsonCreator
    public Cyclical(
        @JsonProperty(value = "low", required = true) double low,
        @JsonProperty(value = "high", required = true) double high,
        @JsonProperty(value = "halfPeriodEpochs", required = true) int halfPeriodEpochs) {
      requireRange(low, high);
      require(halfPeriodEpochs >= 1, "schedule.halfPeriodEpochs", "at least 1", halfPeriodEpochs);
      this.low = low;
      this.high = high;
      this.halfPeriodEpochs = halfPeriodEpochs;
    }

    @Override
    public void requireFits(int updates, int perEpoch) {
      require(
          (long) halfPeriodEpochs * perEpoch <= updates,
          "schedule.halfPeriodEpochs",
          "at most the run's " + updates + " updates, " + perEpoch + " an epoch",
          halfPeriodEpochs);
    }
  }

  /**
   * The paper's trapezoid: a rise as in the first half period of the cyclical rate, flat, then a
   * linear fall over the last epochs.
   *
   * @param low multiplier of the first update, above 0
   * @param high multiplier of the flat part, above low
   * @param end multiplier of the last update, above 0 and at most high
   * @param riseEpochs epochs of the rise, at least 1
   * @param annealEpochs epochs of the fall, at least 1
   */
  record Trapezoid(double low, double high, double end, int riseEpochs, int annealEpochs)
      implements ScheduleSpec {
    /** Checks the numbers. */
    @JsonCreator
    public Trapezoid(
        @JsonProperty(value = "low", required = true) double low,
        @JsonProperty(value = "high", required = true) double high,
        @JsonProperty(value = "end", required = true) double end,
        @JsonProperty(value = "riseEpochs", required = true) int riseEpochs,
        @JsonProperty(value = "annealEpochs", required = true) int annealEpochs) {
      requireRange(low, high);
      require(end > 0 && end <= high, "schedule.end", "above 0 and at most high", end);
      require(riseEpochs >= 1, "schedule.riseEpochs", "at least 1", riseEpochs);
      require(annealEpochs >= 1, "schedule.annealEpochs", "at least 1", annealEpochs);
      this.low = low;
      this.high = high;
      this.end = end;
      this.riseEpochs = riseEpochs;
      this.annealEpochs = annealEpochs;
    }

    @Override
    public void requireFits(int updates, int perEpoch) {
      long both = (long) riseEpochs + annealEpochs;
      require(
          both * perEpoch <= updates,
          "schedule.riseEpochs + annealEpochs",
          "at most the run's " + updates + " updates, " + perEpoch + " an epoch",
          both);
    }
  }

  private static void requireRange(double low, double high) {
    require(low > 0 && Double.isFinite(low), "schedule.low", "above 0 and finite", low);
    require(high > low && Double.isFinite(high), "schedule.high", "above low and finite", high);
  }
}
