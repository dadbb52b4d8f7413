package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.orDefault;
import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loss between consecutive iterates, L(theta_t + a (theta_{t+1} - theta_t)) for uniform a in
 * [0, 1] (section 3). A step is probed when any of {@code first}, {@code every} and {@code epochs}
 * selects it; a spec that gives none of the three probes every step.
 *
 * @param points number K of values of a, ends included; at least 3
 * @param batchNorm statistics that batch norm uses
 * @param chunks which examples make up a chunk
 * @param first the first so many steps; 0 selects none
 * @param every steps whose 1-based number is a multiple of this; 0 selects none
 * @param from of those that {@code every} selects none before this one
 * @param epochs 1-based epochs whose steps are all selected
 * @param recheckEvery every so many probed steps the cross-section is computed again with chunks of
 *     half the size, which gives the numerical floor of heights and barriers; 0 is never
 */
public record CrossSectionSpec(
    int points,
    BatchNormMode batchNorm,
    Chunks chunks,
    int first,
    int every,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int from,
    List<Integer> epochs,
    int recheckEvery) {
  /** The K that a spec gets when it names none: a = 0, 0.1, ..., 1. */
  public static final int DEFAULT_POINTS = 11;

  /** Checks the numbers and copies the list. */
  public CrossSectionSpec {
    requirePoints("probes.crossSection.points", points);
    require(first >= 0, "probes.crossSection.first", "0 or more", first);
    require(every >= 0, "probes.crossSection.every", "0 or more", every);
    require(
        from >= 0 && (from == 0 || every > 0),
        "probes.crossSection.from",
        "0 or more, and left out where every is 0",
        from);
    require(recheckEvery >= 0, "probes.crossSection.recheckEvery", "0 or more", recheckEvery);
    for (int i = 0; i < epochs.size(); i++) {
      require(
          epochs.get(i) >= 1, "probes.crossSection.epochs[" + i + "]", "at least 1", epochs.get(i));
    }
    require(
        first > 0 || every > 0 || !epochs.isEmpty(),
        "probes.crossSection",
        "selecting some step by first, every or epochs",
        "none");
    epochs = List.copyOf(epochs);
  }

  /** Over fixed chunks, from the start. */
  public CrossSectionSpec(
      int points,
      BatchNormMode batchNorm,
      int first,
      int every,
      List<Integer> epochs,
      int recheckEvery) {
    this(points, batchNorm, Chunks.FIXED, first, every, 0, epochs, recheckEvery);
  }

  @JsonCreator
  static CrossSectionSpec of(
      @JsonProperty("points") @Nullable Integer points,
      @JsonProperty("batchNorm") @Nullable BatchNormMode batchNorm,
      @JsonProperty("chunks") @Nullable Chunks chunks,
      @JsonProperty("first") @Nullable Integer first,
      @JsonProperty("every") @Nullable Integer every,
      @JsonProperty("from") @Nullable Integer from,
      @JsonProperty("epochs") @Nullable List<Integer> epochs,
      @JsonProperty("recheckEvery") @Nullable Integer recheckEvery) {
    boolean none = first == null && every == null && epochs == null;
    return new CrossSectionSpec(
        orDefault(points, DEFAULT_POINTS),
        orDefault(batchNorm, BatchNormMode.TRAIN),
        orDefault(chunks, Chunks.FIXED),
        orDefault(first, 0),
        none ? 1 : orDefault(every, 0),
        orDefault(from, 0),
        orDefault(epochs, List.of()),
        orDefault(recheckEvery, 0));
  }

  /** Gives these steps at another number of points. */
  public CrossSectionSpec withPoints(int newPoints) {
    return new CrossSectionSpec(
        newPoints, batchNorm, chunks, first, every, from, epochs, recheckEvery);
  }

  /** Gives these steps with other statistics of batch norm. */
  public CrossSectionSpec withBatchNorm(BatchNormMode newBatchNorm) {
    return new CrossSectionSpec(
        points, newBatchNorm, chunks, first, every, from, epochs, recheckEvery);
  }

  /** Gives these steps over other chunks. */
  public CrossSectionSpec withChunks(Chunks newChunks) {
    return new CrossSectionSpec(
        points, batchNorm, newChunks, first, every, from, epochs, recheckEvery);
  }

  /** Gives those of these steps that {@code every} selects from one on. */
  public CrossSectionSpec withFrom(int newFrom) {
    return new CrossSectionSpec(
        points, batchNorm, chunks, first, every, newFrom, epochs, recheckEvery);
  }

  /** Checks that every way of selecting steps selects one of the run's. */
  void requireWithin(int updates, long runEpochs) {
    require(
        every <= updates,
        "probes.crossSection.every",
        "at most the run's " + updates + " updates",
        every);
    require(
        from <= lastOfEvery(updates),
        "probes.crossSection.from",
        "at most " + lastOfEvery(updates) + ", the last of the run's updates that every selects",
        from);
    require(
        first <= updates,
        "probes.crossSection.first",
        "at most the run's " + updates + " updates",
        first);
    ProbeSpec.requireWithin("probes.crossSection", epochs, runEpochs);
  }

  /** 0 where {@code every} selects none. */
  private int lastOfEvery(int updates) {
    return every == 0 ? 0 : updates / every * every;
  }

  /**
   * Checks a number of points.
   *
   * @param key how to name it
   */
  public static void requirePoints(String key, int points) {
    require(points >= 3 && points <= 101, key, "3 to 101", points);
  }

  /** Whether the update with this 1-based number in this 1-based epoch is probed. */
  public boolean selects(int step, int epoch) {
    return step <= first
        || (every > 0 && step >= from && step % every == 0)
        || epochs.contains(epoch);
  }
}
