package org.sgdwalk.session;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.SequentialJudge;
import org.sgdwalk.claim.Verdict;
import org.sgdwalk.stats.SequentialTest;

/**
 * A claim in a cell, with its runs.
 *
 * @param claim what is judged
 * @param runs on which runs
 */
record Judgement(Claim claim, CellRuns runs) {

  /** What the runs say that are made. */
  Verdict verdict(SequentialTest test) {
    return new SequentialJudge(test)
        .judge(claim, runs.cell().id(), k -> runs.made(claim.arms(), k));
  }

  /**
   * The runs without which nothing can be decided: of as many further seeds as that takes at least,
   * or as there are. None when it is decided or the seeds have run out.
   */
  Stream<TraceKey> needed(SequentialTest test) {
    Verdict now = verdict(test);
    int used = now.seeds().size();
    int end = Math.min(runs.cap(), used + test.leastFurtherBits(used, now.holds()));
    return IntStream.range(used, end).boxed().flatMap(k -> runs.keys(claim.arms(), k).stream());
  }
}
