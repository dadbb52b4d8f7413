package org.sgdwalk.cell;

import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.Window;
import org.sgdwalk.spec.Augmentation;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.SpecException;

/**
 * What sets one cell of a network apart from another: all its numbers. {@link NetworkCell} makes
 * the arms of them.
 *
 * @param id for example {@code mlp/mnist}
 * @param network the network, with batch norm
 * @param data the images, as they are
 * @param augmentation what happens to those of the long runs' batches, or null for nothing
 * @param batch SGD's reference batch
 * @param learningRate the reference learning rate
 * @param updates length of the GD and SGD runs
 * @param points number K of points of a cross-section
 * @param probedFrom the first update of the GD and SGD runs that has one
 * @param valley first and last update of those that are judged
 * @param epochs epochs of the long runs that are probed and judged, ascending; the last is their
 *     length
 * @param scaled by how much the scaled run's batch and learning rate are larger
 * @param extended length, in updates, of the runs with and without isotropic noise: whole epochs of
 *     SGD
 * @param noise variance of the smaller isotropic noise, in variances of single examples' gradients
 * @param schedules the learning-rate schedules of section 5, tuned for the cell, or null for none
 * @param arms the arms that the cell has
 * @param why reasons by key
 */
record NetworkCellSpec(
    String id,
    NetworkSpec network,
    DataSpec data,
    @Nullable Augmentation augmentation,
    int batch,
    double learningRate,
    int updates,
    int points,
    int probedFrom,
    List<Integer> valley,
    List<Integer> epochs,
    double scaled,
    int extended,
    double noise,
    @Nullable Schedules schedules,
    Set<Arm> arms,
    Map<String, String> why)
    implements CellSpec {

  /** Checks what no run of the cell checks; copies lists and maps. */
  NetworkCellSpec {
    CellFile.requireId(id);
    require(
        !(network instanceof NetworkSpec.Quadratic),
        "network.kind",
        "that of a network in a cell of kind network",
        "quadratic");
    require(
        data.augmentation() == null,
        "data.augmentation",
        "left out; augmentation beside data says it of the long runs",
        data.augmentation());
    require(batch >= 1 && batch <= data.train(), "batch", "1 to data.train", batch);
    require(learningRate > 0, "learningRate", "above 0", learningRate);
    require(updates >= 1, "updates", "at least 1", updates);
    require(
        valley.size() == 2
            && valley.get(0) >= 2
            && valley.get(0) < valley.get(1)
            && valley.get(1) <= updates,
        "valley",
        "[first, last] within updates 2 to "
            + updates
            + ", two or more: the first has no cosine, and one has no floor to fall from",
        valley);
    CrossSectionSpec.requirePoints("points", points);
    require(
        probedFrom >= 1 && probedFrom <= valley.get(0),
        "probedFrom",
        "1 to the first update of valley, " + valley.get(0),
        probedFrom);
    requireEpochs(epochs);
    require(scaled > 1, "scaled", "above 1", scaled);
    int perEpoch = data.train() / batch;
    require(
        extended >= 1 && extended % perEpoch == 0,
        "extended",
        "a multiple of data.train / batch = " + perEpoch + ", as often as the runs are evaluated",
        extended);
    require(noise > 0, "noise", "above 0", noise);
    valley = List.copyOf(valley);
    epochs = List.copyOf(epochs);
    arms = Set.copyOf(arms);
    why = Map.copyOf(why);
  }

  private static void requireEpochs(List<Integer> epochs) {
    require(
        epochs.size() >= 2,
        "epochs",
        "at least two: what is judged changes from the first to the last",
        epochs);
    for (int i = 0; i < epochs.size(); i++) {
      require(
          epochs.get(i) > (i == 0 ? 0 : epochs.get(i - 1)),
          "epochs[" + i + "]",
          i == 0 ? "at least 1" : "after the one before it",
          epochs.get(i));
    }
  }

  @JsonCreator
  static NetworkCellSpec of(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "network", required = true) NetworkSpec network,
      @JsonProperty(value = "data", required = true) DataSpec data,
      @JsonProperty("augmentation") @Nullable Augmentation augmentation,
      @JsonProperty(value = "batch", required = true) int batch,
      @JsonProperty(value = "learningRate", required = true) double learningRate,
      @JsonProperty(value = "updates", required = true) int updates,
      @JsonProperty("points") @Nullable Integer points,
      @JsonProperty("probedFrom") @Nullable Integer probedFrom,
      @JsonProperty(value = "valley", required = true) List<Integer> valley,
      @JsonProperty(value = "epochs", required = true) List<Integer> epochs,
      @JsonProperty(value = "scaled", required = true) double scaled,
      @JsonProperty(value = "extended", required = true) int extended,
      @JsonProperty(value = "noise", required = true) double noise,
      @JsonProperty("schedules") @Nullable Schedules schedules,
      @JsonProperty("arms") @Nullable List<String> arms,
      @JsonProperty("without") @Nullable List<String> without,
      @JsonProperty("why") @Nullable Map<String, String> why) {
    return new NetworkCellSpec(
        id,
        network,
        data,
        augmentation,
        batch,
        learningRate,
        updates,
        points == null ? CrossSectionSpec.DEFAULT_POINTS : points,
        probedFrom == null ? 1 : probedFrom,
        valley,
        epochs,
        scaled,
        extended,
        noise,
        schedules,
        chosen(arms, without),
        why == null ? Map.of() : why);
  }

  /** Those listed, or all but those listed. */
  private static Set<Arm> chosen(@Nullable List<String> listed, @Nullable List<String> without) {
    require(
        listed == null || without == null,
        "without",
        "left out where arms lists the cell's arms",
        without);
    Set<Arm> chosen = listed == null ? EnumSet.allOf(Arm.class) : arms("arms", listed);
    chosen.removeAll(without == null ? Set.of() : arms("without", without));
    return chosen;
  }

  private static Set<Arm> arms(String list, List<String> keys) {
    Set<Arm> arms = EnumSet.noneOf(Arm.class);
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      int place = i;
      arms.add(
          Arrays.stream(Arm.values())
              .filter(arm -> arm.key().equals(key))
              .findFirst()
              .orElseThrow(
                  () ->
                      new SpecException(
                          list
                              + "["
                              + place
                              + "]: must be one of "
                              + Arm.keys(List.of(Arm.values()))
                              + ", got "
                              + key)));
    }
    return arms;
  }

  /** Updates that are judged in the GD and SGD runs. */
  Window window() {
    return new Window(valley.get(0), valley.get(1));
  }

  @Override
  public Cell cell(Scale scale) {
    return NetworkCell.of(this, scale);
  }
}
