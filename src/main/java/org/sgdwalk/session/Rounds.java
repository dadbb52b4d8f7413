package org.sgdwalk.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sgdwalk.progress.RoundsProgress;
import org.sgdwalk.run.NetworkSpeed;
import org.sgdwalk.run.RunNeed;
import org.sgdwalk.run.RunPasses;
import org.sgdwalk.spec.RunSpec;

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
      Map<TraceKey, Double> work = work(needed);
      double allowed = sum(work(missing(judgements, Judgement::allowed)));
      progress.round(needed.size(), sum(work), allowed);
      traces.fetch(longestFirst(work), key -> progress.done(work.getOrDefault(key, 0.0)));
      needed = missing(judgements, Judgement::needed);
    }
  }

  /** So that at a round's end no thread waits long for another's run. */
  private static List<TraceKey> longestFirst(Map<TraceKey, Double> work) {
    return work.entrySet().stream()
        .sorted(Map.Entry.<TraceKey, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Runs that two judgements share are made once. */
  private Set<TraceKey> missing(
      Collection<Judgement> judgements, Function<Judgement, Stream<TraceKey>> of) {
    return judgements.stream()
        .flatMap(of)
        .filter(traces::isOpen)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Seconds at a usual rate: how much one run is against another. */
  private static Map<TraceKey, Double> work(Set<TraceKey> keys) {
    Map<TraceKey, Double> work = new LinkedHashMap<>();
    Forks.shared(keys).forEach((key, shared) -> work.put(key, work(key.spec(), shared)));
    return work;
  }

  private static double work(RunSpec spec, int shared) {
    RunNeed need = RunNeed.of(spec, RunPasses.behind(spec, shared));
    return Math.max(LEAST, need.work().seconds(USUAL));
  }

  private static double sum(Map<TraceKey, Double> work) {
    return work.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
