package org.sgdwalk.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs that share a trunk: one of them trains it, the others go on from its end. */
final class Forks {
  private Forks() {}

  /**
   * Puts runs together that share a trunk.
   *
   * @param keys which; each is in one group, once
   * @return groups in the order of their first runs; in each the run that is evaluated most often
   *     is the first, since its rows have those of the others among them
   */
  static List<List<TraceKey>> groups(Collection<TraceKey> keys) {
    Map<Object, List<TraceKey>> groups =
        new LinkedHashSet<>(keys)
            .stream()
                .collect(
                    Collectors.groupingBy(Forks::trunk, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream()
        .map(group -> group.stream().sorted(Comparator.comparing(Forks::period)).toList())
        .toList();
  }

  /** Updates of each of some runs that another among them makes for it; 0 for most. */
  static Map<TraceKey, Integer> shared(Collection<TraceKey> keys) {
    Map<TraceKey, Integer> shared = new LinkedHashMap<>();
    for (List<TraceKey> group : groups(keys)) {
      TraceKey first = group.get(0);
      for (TraceKey key : group) {
        boolean forks = !key.equals(first) && period(key) % period(first) == 0;
        shared.put(key, forks ? key.spec().firstPhase().updates() : 0);
      }
    }
    return shared;
  }

  private static Object trunk(TraceKey key) {
    return key.trunk().<Object>map(spec -> spec).orElse(key);
  }

  private static int period(TraceKey key) {
    return key.spec().probes().evaluation().everyEpochs();
  }
}
