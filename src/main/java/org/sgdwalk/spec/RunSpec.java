package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that determines a run's numbers on one machine, unless it starts from a theta file.
 * The number of threads is not here: it changes no digit.
 *
 * @param network which network
 * @param data which images
 * @param optimizer which update rule
 * @param schedule how the learning rate changes
 * @param length how long
 * @param seed source of every random choice, through {@link SeedStreams}; 0 or more
 * @param orderSeed seed of the batch order alone, or null for {@code seed}: a replicate that shares
 *     the initialisation and differs in its batches
 * @param precision floating-point type
 * @param probes what is measured
 * @param keepTheta numbers of updates after which theta is kept on disk; 0 is the initialisation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunSpec(
    NetworkSpec network,
    DataSpec data,
    OptimizerSpec optimizer,
    ScheduleSpec schedule,
    LengthSpec length,
    long seed,
    @Nullable Long orderSeed,
    Precision precision,
    ProbeSpec probes,
    List<Integer> keepTheta) {
  /** The data of a surface that has none. */
  public static final String NO_DATA = "none";

  /** Checks what one part alone cannot: batch against training part, chunks, kept steps. */
  public RunSpec {
    require(seed >= 0, "seed", "0 or more", seed);
    require(
        orderSeed == null || orderSeed >= 0,
        "orderSeed",
        "0 or more",
        orderSeed == null ? 0 : orderSeed);
    require(
        hasData(network) != data.name().equals(NO_DATA),
        "data.name",
        hasData(network) ? "that of a data set" : NO_DATA + " with network.kind quadratic",
        data.name());
    requireFitsData(optimizer, data);
    require(
        data.augmentation() == null || optimizer instanceof OptimizerSpec.Sgd,
        "data.augmentation",
        "left out with optimizer.kind gd, whose gradient is that of L, and L is of the images as they are",
        String.valueOf(data.augmentation()));
    if (network.batchNorm()) {
      requireNoLonelyExample(data, optimizer);
    }
    require(
        probes.covariance() == null || !network.batchNorm(),
        "probes.covariance",
        "left out with network.batchNorm, where the loss of one example depends on the others",
        String.valueOf(probes.covariance()));
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
    int updates = length.updates(perEpoch);
    schedule.requireFits(updates, perEpoch);
    for (int i = 0; i < keepTheta.size(); i++) {
      int step = keepTheta.get(i);
      require(step >= 0 && step <= updates, "keepTheta[" + i + "]", "0 to " + updates, step);
    }
    keepTheta = List.copyOf(keepTheta);
  }

  @JsonCreator
  static RunSpec of(
      @JsonProperty(value = "network", required = true) NetworkSpec network,
      @JsonProperty(value = "data", required = true) DataSpec data,
      @JsonProperty(value = "optimizer", required = true) OptimizerSpec optimizer,
      @JsonProperty("schedule") @Nullable ScheduleSpec schedule,
      @JsonProperty(value = "length", required = true) LengthSpec length,
      @JsonProperty(value = "seed", required = true) long seed,
      @JsonProperty("orderSeed") @Nullable Long orderSeed,
      @JsonProperty("precision") @Nullable Precision precision,
      @JsonProperty(value = "probes") @Nullable ProbeSpec probes,
      @JsonProperty("keepTheta") @Nullable List<Integer> keepTheta) {
    return new RunSpec(
        network,
        data,
        optimizer,
        orDefault(schedule, new ScheduleSpec.Constant()),
        length,
        seed,
        orderSeed,
        orDefault(precision, Precision.FLOAT32),
        orDefault(probes, ProbeSpec.of(null, null, null, null)),
        orDefault(keepTheta, List.of()));
  }

  /** Whether L is the loss of a network on images, rather than a quadratic. */
  public boolean hasData() {
    return hasData(network);
  }

  private static boolean hasData(NetworkSpec network) {
    return !(network instanceof NetworkSpec.Quadratic);
  }

  /** Updates an epoch takes. */
  public int updatesPerEpoch() {
    return optimizer.updatesPerEpoch(data.train());
  }

  /** Updates of the whole run. */
  public int updates() {
    return length.updates(updatesPerEpoch());
  }

  /** The seed from which batches are drawn. */
  public long batchOrderSeed() {
    return orderSeed == null ? seed : orderSeed;
  }

  /** The same run from another seed, its batch order included. */
  public RunSpec withSeed(long newSeed) {
    return new RunSpec(
        network, data, optimizer, schedule, length, newSeed, null, precision, probes, keepTheta);
  }

  /** The same run with batches drawn from another seed. */
  public RunSpec withOrderSeed(long newOrderSeed) {
    return new RunSpec(
        network,
        data,
        optimizer,
        schedule,
        length,
        seed,
        newOrderSeed,
        precision,
        probes,
        keepTheta);
  }

  /** The same run, measured otherwise. */
  public RunSpec withProbes(ProbeSpec newProbes) {
    return new RunSpec(
        network, data, optimizer, schedule, length, seed, orderSeed, precision, newProbes,
        keepTheta);
  }

  private static void requireFitsData(OptimizerSpec optimizer, DataSpec data) {
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
  private static void requireNoLonelyExample(DataSpec data, OptimizerSpec optimizer) {
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
