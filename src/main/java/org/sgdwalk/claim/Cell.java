package org.sgdwalk.claim;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sgdwalk.spec.RunSpec;

/**
 * A network on a data set at a scale, or a surface without data: where claims are judged.
 *
 * @param id for example {@code mlp/mnist}
 * @param scale the scale
 * @param arms the runs of each arm, with seed 0 in the place of the judged seed
 * @param valley updates that are judged in the GD and SGD runs: after the first iterations and
 *     before GD has fitted the images
 * @param epochs epochs of the long runs that are probed and judged, as the paper's 1, 10, 25, 100
 */
public record Cell(
    String id, Scale scale, Map<Arm, RunSpec> arms, Window valley, List<Integer> epochs) {
  /** Copies map and list. */
  public Cell {
    arms = Collections.unmodifiableMap(new EnumMap<>(arms));
    epochs = List.copyOf(epochs);
  }

  /** Its id as the name of a folder, for example {@code mlp-mnist}. */
  public String folder() {
    return id.replace('/', '-');
  }

  /** Name of the data set; empty where the surface has none. */
  public Optional<String> data() {
    RunSpec any = arms.values().iterator().next();
    return any.hasData() ? Optional.of(any.data().name()) : Optional.empty();
  }

  /** The run of an arm for a seed. */
  public RunSpec spec(Arm arm, long seed) {
    RunSpec template = arms.get(arm);
    if (template == null) {
      throw new IllegalArgumentException(id + " has no arm " + arm);
    }
    return template.withSeed(seed);
  }

  /** Whether the cell has all these arms. */
  public boolean has(Set<Arm> wanted) {
    return arms.keySet().containsAll(wanted);
  }
}
