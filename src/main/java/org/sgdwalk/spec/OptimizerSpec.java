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
  @JsonSubTypes.Type(value = OptimizerSpec.GdNoise.class, name = "gd-noise"),
  @JsonSubTypes.Type(value = OptimizerSpec.Sgd.class, name = "sgd")
})
public sealed interface OptimizerSpec {

  /** Learning rate eta before the schedule; positive. */
  double learningRate();

  /** Gives this rule at another learning rate. */
  OptimizerSpec withLearningRate(double newLearningRate);

  /** Coefficient of the L2 term: the update uses g + weightDecay * theta. 0 is none. */
  double weightDecay();

  /** Updates an epoch takes over {@code train} examples. */
  int updatesPerEpoch(int train);

  /**
   * Whether a full batch is the sum of its chunks' mean gradients instead of their mean, as in the
   * paper's code, whose nine chunks make the learning rate nine times the nominal one.
   */
  default boolean chunkSum() {
    return false;
  }

  /**
   * Full-batch gradient descent; an update is an epoch.
   *
   * @param learningRate eta, positive
   * @param weightDecay L2 coefficient, at least 0
   * @param chunkSum whether the chunks' mean gradients are added up rather than averaged
   */
  record Gd(double learningRate, double weightDecay, boolean chunkSum) implements OptimizerSpec {
    /** Checks the numbers. */
    public Gd {
      checkRates(learningRate, weightDecay);
    }

    /** With the mean over the chunks. */
    public Gd(double learningRate, double weightDecay) {
      this(learningRate, weightDecay, false);
    }

    @JsonCreator
    static Gd of(
        @JsonProperty(value = "learningRate", required = true) double learningRate,
        @JsonProperty("weightDecay") @Nullable Double weightDecay,
        @JsonProperty("chunkSum") @Nullable Boolean chunkSum) {
      return new Gd(learningRate, orDefault(weightDecay, 0.0), orDefault(chunkSum, false));
    }

    @Override
    public Gd withLearningRate(double newLearningRate) {
      return new Gd(newLearningRate, weightDecay, chunkSum);
    }

    @Override
    public int updatesPerEpoch(int train) {
      return 1;
    }
  }

  /**
   * Full-batch gradient descent with isotropic noise (section 4): the update uses g + n, n from
   * N(0, sigma^2 I) anew at each update. sigma^2 = factor * the largest variance of a parameter's
   * gradient at the run's initialisation; an update is an epoch.
   *
   * <p>Whose variance: that of the mean gradients of batches of {@code varianceBatch} consecutive
   * training examples, batch norm in train mode. With 1 these are the gradients of single examples,
   * as the paper says; batch norm has none in train mode, so a network with it takes 2 or more. For
   * B independent examples the variance is that of single ones divided by B: factor f with 1 is
   * about factor f B with B, and exactly the noise that SGD has in its noisiest parameter is factor
   * 1 with SGD's batch.
   *
   * @param learningRate eta, positive
   * @param weightDecay L2 coefficient, at least 0
   * @param chunkSum whether the chunks' mean gradients, noise included, are added up rather than
   *     averaged
   * @param factor factor of the variance, above 0
   * @param varianceBatch examples of the batches whose gradients' variance is meant, at least 1
   * @param noiseStd what is taken as the noise's standard deviation
   */
  record GdNoise(
      double learningRate,
      double weightDecay,
      boolean chunkSum,
      double factor,
      int varianceBatch,
      NoiseStd noiseStd)
      implements OptimizerSpec {
    /** Checks the numbers. */
    public GdNoise {
      checkRates(learningRate, weightDecay);
      require(
          factor > 0 && Double.isFinite(factor), "optimizer.factor", "positive and finite", factor);
      Bounds.requireCount(varianceBatch, Bounds.IMAGES, "optimizer.varianceBatch");
    }

    /** With the mean over the chunks and without weight decay. */
    public GdNoise(double learningRate, double factor, int varianceBatch) {
      this(learningRate, 0, false, factor, varianceBatch, NoiseStd.SIGMA);
    }

    @JsonCreator
    static GdNoise of(
        @JsonProperty(value = "learningRate", required = true) double learningRate,
        @JsonProperty("weightDecay") @Nullable Double weightDecay,
        @JsonProperty("chunkSum") @Nullable Boolean chunkSum,
        @JsonProperty(value = "factor", required = true) double factor,
        @JsonProperty(value = "varianceBatch", required = true) int varianceBatch,
        @JsonProperty("noiseStd") @Nullable NoiseStd noiseStd) {
      return new GdNoise(
          learningRate,
          orDefault(weightDecay, 0.0),
          orDefault(chunkSum, false),
          factor,
          varianceBatch,
          orDefault(noiseStd, NoiseStd.SIGMA));
    }

    @Override
    public GdNoise withLearningRate(double newLearningRate) {
      return new GdNoise(newLearningRate, weightDecay, chunkSum, factor, varianceBatch, noiseStd);
    }

    /** Gives this rule with noise of another deviation. */
    public GdNoise withNoiseStd(NoiseStd newNoiseStd) {
      return new GdNoise(learningRate, weightDecay, chunkSum, factor, varianceBatch, newNoiseStd);
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
      Bounds.requireCount(batch, Bounds.IMAGES, "optimizer.batch");
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
    public Sgd withLearningRate(double newLearningRate) {
      return new Sgd(batch, newLearningRate, weightDecay);
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
