package org.sgdwalk.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sgdwalk.progress.Progress;

/**
 * Makes runs until every judgement is decided or out of seeds. A round has for each open judgement
 * as many seeds as it takes at least to decide it, all side by side: no run is made in vain, and
 * there are few rounds.
 */
final class Rounds {
  private final TraceFetcher traces;

  Rounds(TraceFetcher traces) {
    this.traces = traces;
  }

  /** {@code task} is what a person is told. */
  void decide(String task, Collection<Judgement> judgements) {
    Set<TraceKey> needed = needed(judgements);
    for (int round = 1; !needed.isEmpty(); round++) {
      try (Progress progress = Progress.of(task + ", round " + round, "runs", needed.size())) {
        traces.fetch(needed, progress);
      }
      needed = needed(judgements);
    }
  }

  /** Runs that two judgements share are made once. */
  private Set<TraceKey> needed(Collection<Judgement> judgements) {
    return judgements.stream()
        .flatMap(Judgement::needed)
        .filter(key -> !traces.has(List.of(key)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
