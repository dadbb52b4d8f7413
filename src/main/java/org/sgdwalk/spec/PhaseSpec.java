package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a run with one update rule. A later phase goes on from the theta and the running
 * statistics that the one before it left.
 *
 * @param optimizer which update rule
 * @param schedule how the learning rate changes; it begins with the phase
 * @param length how long the phase is
 */
public record PhaseSpec(OptimizerSpec optimizer, ScheduleSpec schedule, LengthSpec length) {

  @JsonCreator
  static PhaseSpec of(
      @JsonProperty(value = "optimizer", required = true) OptimizerSpec optimizer,
      @JsonProperty("schedule") @Nullable ScheduleSpec schedule,
      @JsonProperty(value = "length", required = true) LengthSpec length) {
    return new PhaseSpec(optimizer, orDefault(schedule, new ScheduleSpec.Constant()), length);
  }

  /** Gives this phase with another update rule. */
  PhaseSpec withOptimizer(UnaryOperator<OptimizerSpec> change) {
    return new PhaseSpec(change.apply(optimizer), schedule, length);
  }

  /** Updates of the phase over {@code train} examples. */
  public int updates(int train) {
    return length.updates(optimizer.updatesPerEpoch(train));
  }

  /** Epochs begun in the phase. */
  public int epochs(int train) {
    return length.epochs(optimizer.updatesPerEpoch(train));
  }

  /** Checks what the phase alone cannot: batches and chunks against the training part. */
  void requireFits(DataSpec data, NetworkSpec network) {
    if (network instanceof NetworkSpec.Quadratic) {
      requireNoExamples();
    }
    requireFitsData(data);
    require(
        data.augmentation() == null || optimizer instanceof OptimizerSpec.Sgd,
        "data.augmentation",
        "left out with optimizer.kind "
            + Spelling.kind(optimizer, OptimizerSpec.class)
            + ", whose gradient is that of L, and L is of the images as they are",
        data.augmentation());
    if (network.batchNorm()) {
      requireNoLonelyExample(data);
    }
    int perEpoch = optimizer.updatesPerEpoch(data.train());
    Integer epochs = length.epochs();
    require(
        epochs == null || (long) epochs * perEpoch <= LengthSpec.MAX_UPDATES,
        "length.epochs",
        "at most "
            + LengthSpec.MAX_UPDATES / perEpoch
            + " when an epoch takes "
            + perEpoch
            + " updates",
        epochs == null ? 0 : epochs);
    schedule.requireFits(updates(data.train()), perEpoch);
  }

  /** Isotropic noise is as large as gradients of examples vary, and chunks are of examples. */
  private void requireNoExamples() {
    require(
        !(optimizer instanceof OptimizerSpec.GdNoise),
        "optimizer.kind",
        "gd or sgd with network.kind quadratic, which has no examples",
        Spelling.kind(optimizer, OptimizerSpec.class));
    require(
        !optimizer.chunkSum(),
        "optimizer.chunkSum",
        "false with network.kind quadratic, which has no examples",
        optimizer.chunkSum());
  }

  private void requireFitsData(DataSpec data) {
    if (optimizer instanceof OptimizerSpec.Sgd sgd) {
      require(
          sgd.batch() <= data.train(),
          "optimizer.batch",
          "at most data.train = " + data.train(),
          sgd.batch());
    }
    if (optimizer instanceof OptimizerSpec.GdNoise noise) {
      require(
          noise.varianceBatch() <= data.train() / 2,
          "optimizer.varianceBatch",
          "at most half of data.train = "
              + data.train()
              + ", so that there are two batches to vary",
          noise.varianceBatch());
    }
    require(
        !optimizer.chunkSum() || data.train() % data.chunk() == 0,
        "optimizer.chunkSum",
        "false where the chunks are not of equal size",
        "data.chunk = " + data.chunk() + " of data.train = " + data.train());
  }

  /** Train-mode batch norm over a single example has variance 0: every activation becomes beta. */
  private void requireNoLonelyExample(DataSpec data) {
    if (optimizer instanceof OptimizerSpec.Sgd sgd) {
      requireNoLonelyExample("optimizer.batch", "batch", sgd.batch(), data.train());
    }
    if (optimizer instanceof OptimizerSpec.GdNoise noise) {
      requireNoLonelyExample(
          "optimizer.varianceBatch", "batch", noise.varianceBatch(), data.train());
    }
    requireNoLonelyExample("data.chunk", "chunk", data.chunk(), data.train());
  }

  private static void requireNoLonelyExample(String key, String part, int size, int train) {
    require(
        size > 1 && train % size != 1,
        key,
        "one that leaves no " + part + " of a single example, which batch norm cannot normalise",
        size + " of data.train = " + train);
  }
}
