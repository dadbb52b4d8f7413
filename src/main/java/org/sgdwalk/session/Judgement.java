package org.sgdwalk.session;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.judge.ClaimJudge;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.Verdict;

/**
 * A claim in a cell, with its runs.
 *
 * @param claim what is judged
 * @param runs on which runs
 */
record Judgement(Claim claim, CellRuns runs) {

  /** What the runs say that are made; not run where one that it takes was given up. */
  Verdict verdict() {
    Verdict now =
        new ClaimJudge(Stopping.of(runs.cap()))
            .judge(claim, runs.cell().id(), k -> runs.made(claim.arms(), k));
    return needed(now)
        .flatMap(key -> runs.failure(key).stream())
        .findFirst()
        .map(why -> Verdict.notRun(claim, runs.cell().id(), why))
        .orElse(now);
  }

  /**
   * The runs without which nothing can be decided: of as many further seeds as that takes at least,
   * or as there are. None when it is decided or the seeds have run out.
   */
  Stream<TraceKey> needed() {
    return needed(verdict());
  }

  private Stream<TraceKey> needed(Verdict now) {
    int used = now.seeds().size();
    return keys(used, Math.min(runs.cap(), used + now.further()));
  }

  /** The runs that may be needed at most. None when it is decided or the seeds have run out. */
  Stream<TraceKey> allowed() {
    Verdict now = verdict();
    return now.further() == 0 ? Stream.empty() : keys(now.seeds().size(), runs.cap());
  }

  private Stream<TraceKey> keys(int from, int to) {
    return IntStream.range(from, to).boxed().flatMap(k -> runs.keys(claim.arms(), k).stream());
  }
}
