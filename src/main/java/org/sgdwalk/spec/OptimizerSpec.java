package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** The update rule theta_{t+1} = theta_t - eta g_t (eq. 1). The JSON key {@code kind} names it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OptimizerSpec.Gd.class, name = "gd"),
  @JsonSubTypes.Type(value = OptimizerSpec.Sgd.class, name = "sgd")
})
public sealed interface OptimizerSpec {

  /** Learning rate eta before the schedule; positive. */
  double learningRate();

  /** Coefficient of the L2 term: the update uses g + weightDecay * theta. 0 is none. */
  double weightDecay();

  /** Updates an epoch takes over {@code train} examples. */
  int updatesPerEpoch(int train);

  /**
   * Full-batch gradient descent; an update is an epoch.
   *
   * @param learningRate eta, positive
   * @param weightDecay L2 coefficient, at least 0
   */
  record Gd(double learningRate, double weightDecay) implements OptimizerSpec {
    /** Checks the numbers. */
    public Gd {
      checkRates(learningRate, weightDecay);
    }

    @JsonCreator
    static Gd of(
        @JsonProperty(value = "learningRate", required = true) double learningRate,
        @JsonProperty("weightDecay") @Nullable Double weightDecay) {
      return new Gd(learningRate, orDefault(weightDecay, 0.0));
    }

    @Override
    public int updatesPerEpoch(int train) {
      return 1;
    }
  }

  /**
   * Mini-batch SGD without momentum; batches are drawn without replacement and reshuffled each
   * epoch. When the batch does not divide the training part, an epoch's last batch is smaller.
   *
   * @param batch examples a batch, at least 1
   * @param learningRate eta, positive
   * @param weightDecay L2 coefficient, at least 0
   */
  record Sgd(int batch, double learningRate, double weightDecay) implements OptimizerSpec {
    /** Checks the numbers. */
    public Sgd {
      require(batch >= 1, "optimizer.batch", "at least 1", batch);
      checkRates(learningRate, weightDecay);
    }

    @JsonCreator
    static Sgd of(
        @JsonProperty(value = "batch", required = true) int batch,
        @JsonProperty(value = "learningRate", required = true) double learningRate,
        @JsonProperty("weightDecay") @Nullable Double weightDecay) {
      return new Sgd(batch, learningRate, orDefault(weightDecay, 0.0));
    }

    @Override
    public int updatesPerEpoch(int train) {
      return (train + batch - 1) / batch;
    }
  }

  private static void checkRates(double learningRate, double weightDecay) {
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "optimizer.learningRate",
        "positive and finite",
        learningRate);
    require(
        weightDecay >= 0 && Double.isFinite(weightDecay),
        "optimizer.weightDecay",
        "0 or more and finite",
        weightDecay);
  }
}
