package org.sgdwalk.session;

import java.util.Arrays;
import java.util.List;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.run.RunCost;
import org.sgdwalk.run.RunNeed;
import org.sgdwalk.spec.RunSpec;

/**
 * The runs of a cell.
 *
 * @param cell the cell
 * @param claims the selected claims that are judged there, at least one
 * @param runs the runs of one seed, each once however many claims it serves
 */
public record PlannedCell(Cell cell, List<Claim> claims, List<PlannedRun> runs) {
  /** Copies the lists. */
  public PlannedCell {
    claims = List.copyOf(claims);
    runs = List.copyOf(runs);
  }

  static PlannedCell of(Cell cell, List<Claim> claims, long seed) {
    List<PlannedRun> runs =
        Arrays.stream(Arm.values())
            .filter(arm -> claims.stream().anyMatch(claim -> claim.arms().contains(arm)))
            .map(arm -> run(cell, arm, claims, seed))
            .toList();
    return new PlannedCell(cell, claims, runs);
  }

  private static PlannedRun run(Cell cell, Arm arm, List<Claim> claims, long seed) {
    RunSpec spec = cell.spec(arm, seed);
    RunCost cost = RunCost.of(spec);
    return new PlannedRun(
        arm,
        spec,
        claims.stream().filter(claim -> claim.arms().contains(arm)).toList(),
        cost,
        RunNeed.of(spec, cost));
  }

  /** Bytes outside the heap that its largest run takes on one thread. */
  public long memory() {
    return runs.stream().mapToLong(run -> run.need().memory()).max().orElse(0);
  }

  /** Seconds that a seed takes on so many threads that make so many operations a second each. */
  public double secondsOfSeed(int threads, double rate) {
    return runs.stream().mapToDouble(run -> run.need().seconds(threads, rate)).sum();
  }

  /** What a seed costs. */
  public RunCost costOfSeed() {
    return runs.stream().map(PlannedRun::cost).reduce(RunCost.NONE, RunCost::plus);
  }
}
