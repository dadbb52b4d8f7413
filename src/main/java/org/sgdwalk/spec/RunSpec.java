package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
 * @param then phases that follow the {@code length} of the first, each from where the one before it
 *     ended; usually none
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
    List<Integer> keepTheta,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PhaseSpec> then) {
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
    require(
        probes.covariance() == null || !network.batchNorm(),
        "probes.covariance",
        "left out with network.batchNorm, where the loss of one example depends on the others",
        probes.covariance());
    require(
        probes.covariance() == null || hasData(network),
        "probes.covariance",
        "left out with network.kind quadratic, which has no examples",
        probes.covariance());
    require(
        probes.sharpness() == null || !probes.sharpness().evalMode() || network.batchNorm(),
        "probes.sharpness.evalMode",
        "left out without batch norm, whose modes it compares",
        true);
    CrossSectionSpec section = probes.crossSection();
    require(
        section == null || section.chunks() == Chunks.FIXED || hasData(network),
        "probes.crossSection.chunks",
        "fixed with network.kind quadratic, which has no examples",
        section == null ? null : section.chunks());
    then = List.copyOf(then);
    List<PhaseSpec> phases = phases(optimizer, schedule, length, then);
    int updates = requireFits(network, data, phases);
    if (!hasData(network)) {
      data.requireNone();
    }
    probes.requireWithin(
        updates, phases.stream().mapToLong(phase -> phase.epochs(data.train())).sum());
    for (int i = 0; i < keepTheta.size(); i++) {
      int step = keepTheta.get(i);
      require(step >= 0 && step <= updates, "keepTheta[" + i + "]", "0 to " + updates, step);
    }
    keepTheta = List.copyOf(keepTheta);
  }

  /** A run of one phase. */
  public RunSpec(
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
    this(
        network, data, optimizer, schedule, length, seed, orderSeed, precision, probes, keepTheta,
        List.of());
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
      @JsonProperty("keepTheta") @Nullable List<Integer> keepTheta,
      @JsonProperty("then") @Nullable List<PhaseSpec> then) {
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
        orDefault(keepTheta, List.of()),
        orDefault(then, List.of()));
  }

  /** Whether L is the loss of a network on images, rather than a quadratic. */
  public boolean hasData() {
    return hasData(network);
  }

  private static boolean hasData(NetworkSpec network) {
    return !(network instanceof NetworkSpec.Quadratic);
  }

  /** Updates an epoch takes, in the first phase. */
  public int updatesPerEpoch() {
    return optimizer.updatesPerEpoch(data.train());
  }

  /** All phases in order, at least one. */
  public List<PhaseSpec> phases() {
    return phases(optimizer, schedule, length, then);
  }

  private static List<PhaseSpec> phases(
      OptimizerSpec optimizer, ScheduleSpec schedule, LengthSpec length, List<PhaseSpec> then) {
    return Stream.concat(Stream.of(new PhaseSpec(optimizer, schedule, length)), then.stream())
        .toList();
  }

  /** Updates of the whole run. */
  public int updates() {
    return updatesOf(1 + then.size());
  }

  /** Updates of so many phases from the first on: the step at which the last of them ends. */
  public int updatesOf(int phases) {
    return phases().stream().limit(phases).mapToInt(phase -> phase.updates(data.train())).sum();
  }

  /** The number of updates of phases that fit the data; of a later phase the key says which. */
  private static int requireFits(NetworkSpec network, DataSpec data, List<PhaseSpec> phases) {
    long updates = 0;
    for (int i = 0; i < phases.size(); i++) {
      try {
        phases.get(i).requireFits(data, network);
      } catch (SpecException e) {
        throw i == 0 ? e : inItsPhase(e, "then[" + (i - 1) + "].");
      }
      updates += phases.get(i).updates(data.train());
    }
    require(
        updates <= LengthSpec.MAX_UPDATES,
        "then",
        "at most " + LengthSpec.MAX_UPDATES + " updates with the first phase",
        updates);
    return (int) updates;
  }

  /**
   * A key of the phase has its place before it; data is of all phases, what it clashes with is not.
   */
  private static SpecException inItsPhase(SpecException e, String place) {
    String message = String.valueOf(e.getMessage());
    return new SpecException(
        message.startsWith("data.")
            ? message.replace("optimizer.", place + "optimizer.")
            : place + message);
  }

  /** The seed from which batches are drawn. */
  public long batchOrderSeed() {
    return orderSeed == null ? seed : orderSeed;
  }

  /** Gives this run from another seed, its batch order included. */
  public RunSpec withSeed(long newSeed) {
    return with(
        copy -> {
          copy.seed = newSeed;
          copy.orderSeed = null;
        });
  }

  /** Gives this run with batches drawn from another seed. */
  public RunSpec withOrderSeed(long newOrderSeed) {
    return with(copy -> copy.orderSeed = newOrderSeed);
  }

  /** Gives this run, measured otherwise. */
  public RunSpec withProbes(ProbeSpec newProbes) {
    return with(copy -> copy.probes = newProbes);
  }

  /** Gives this run on other data. */
  public RunSpec withData(DataSpec newData) {
    return with(copy -> copy.data = newData);
  }

  /** Gives this run in another floating-point type. */
  public RunSpec withPrecision(Precision newPrecision) {
    return with(copy -> copy.precision = newPrecision);
  }

  /** Gives this run with other update rules, in every phase. */
  public RunSpec withOptimizers(UnaryOperator<OptimizerSpec> change) {
    return with(
        copy -> {
          copy.optimizer = change.apply(optimizer);
          copy.then = then.stream().map(phase -> phase.withOptimizer(change)).toList();
        });
  }

  /** Gives this run with phases that follow it. */
  public RunSpec then(PhaseSpec... phases) {
    return with(copy -> copy.then = List.of(phases));
  }

  /** Gives the first phase of this run alone. */
  public RunSpec firstPhase() {
    return with(copy -> copy.then = List.of());
  }

  private RunSpec with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.spec();
  }

  /** What may differ in a copy. */
  private static final class Copy {
    private final RunSpec from;
    private DataSpec data;
    private OptimizerSpec optimizer;
    private long seed;
    private @Nullable Long orderSeed;
    private Precision precision;
    private ProbeSpec probes;
    private List<PhaseSpec> then;

    private Copy(RunSpec from) {
      this.from = from;
      this.data = from.data;
      this.optimizer = from.optimizer;
      this.seed = from.seed;
      this.orderSeed = from.orderSeed;
      this.precision = from.precision;
      this.probes = from.probes;
      this.then = from.then;
    }

    private RunSpec spec() {
      return new RunSpec(
          from.network,
          data,
          optimizer,
          from.schedule,
          from.length,
          seed,
          orderSeed,
          precision,
          probes,
          from.keepTheta,
          then);
    }
  }
}
