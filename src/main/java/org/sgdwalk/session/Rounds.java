package org.sgdwalk.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sgdwalk.progress.RoundsProgress;
import org.sgdwalk.run.NetworkSpeed;
import org.sgdwalk.run.RunNeed;
import org.sgdwalk.run.RunPasses;

/**
 * Makes runs until every judgement is decided or out of seeds. A round has for each open judgement
 * as many seeds as it takes at least to decide it, all side by side: no run is made in vain, and
 * there are few rounds.
 */
final class Rounds {
  private static final NetworkSpeed USUAL = NetworkSpeed.of(RunNeed.USUAL_RATE);

  /** Seconds of a run that has next to no products. */
  private static final double LEAST = 0.01;

  private final TraceFetcher traces;

  Rounds(TraceFetcher traces) {
    this.traces = traces;
  }

  /** Tells how far it is. */
  void decide(RoundsProgress progress, Collection<Judgement> judgements) {
    Set<TraceKey> needed = missing(judgements, Judgement::needed);
    while (!needed.isEmpty()) {
      progress.round(needed.size(), work(needed), work(missing(judgements, Judgement::allowed)));
      traces.fetch(needed, key -> progress.done(work(key)));
      needed = missing(judgements, Judgement::needed);
    }
  }

  /** Runs that two judgements share are made once. */
  private Set<TraceKey> missing(
      Collection<Judgement> judgements, Function<Judgement, Stream<TraceKey>> of) {
    return judgements.stream()
        .flatMap(of)
        .filter(key -> !traces.has(List.of(key)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static double work(Set<TraceKey> keys) {
    return keys.stream().mapToDouble(Rounds::work).sum();
  }

  /** Seconds at a usual rate: how much one run is against another. */
  private static double work(TraceKey key) {
    RunNeed need = RunNeed.of(key.spec(), RunPasses.of(key.spec()));
    return Math.max(LEAST, need.work().seconds(USUAL));
  }
}
