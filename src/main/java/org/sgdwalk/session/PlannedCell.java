package org.sgdwalk.session;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.run.NetworkSpeed;
import org.sgdwalk.run.RunCost;
import org.sgdwalk.run.RunNeed;
import org.sgdwalk.run.RunPasses;
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
    List<TraceKey> keys =
        Arrays.stream(Arm.values())
            .filter(arm -> claims.stream().anyMatch(claim -> claim.arms().contains(arm)))
            .map(arm -> new TraceKey(cell, arm, seed))
            .toList();
    Map<TraceKey, Integer> shared = Forks.shared(keys);
    List<PlannedRun> runs =
        keys.stream().map(key -> run(key, shared.getOrDefault(key, 0), claims)).toList();
    return new PlannedCell(cell, claims, runs);
  }

  private static PlannedRun run(TraceKey key, int shared, List<Claim> claims) {
    RunSpec spec = key.spec();
    RunPasses passes = RunPasses.behind(spec, shared);
    return new PlannedRun(
        key.arm(),
        spec,
        claims.stream().filter(claim -> claim.arms().contains(key.arm())).toList(),
        shared,
        passes.cost(),
        RunNeed.of(spec, passes));
  }

  /** Bytes outside the heap that its largest run takes on one thread. */
  public long memory() {
    return most(RunNeed::memory);
  }

  /** Bytes of the heap that the vectors of its largest run take, likewise. */
  public long heap() {
    return most(RunNeed::heap);
  }

  /** Bytes of a device that its largest run takes at least. */
  public long deviceMemory() {
    return most(RunNeed::device);
  }

  /** Bytes of the heap that its data set takes, once for all runs. */
  public long images() {
    return most(RunNeed::images);
  }

  private long most(ToLongFunction<RunNeed> of) {
    return runs.stream().map(PlannedRun::need).mapToLong(of).max().orElse(0);
  }

  /** Bytes on disk of a seed's traces. */
  public long diskOfSeed() {
    return runs.stream().mapToLong(run -> run.need().disk()).sum();
  }

  /** Multiplications and additions of a seed. */
  public double operationsOfSeed() {
    return runs.stream().mapToDouble(run -> run.need().operations()).sum();
  }

  /**
   * Seconds that a seed takes on so many threads, each busy with a run of its own.
   *
   * @param speed how fast a run's network computes
   */
  public double secondsOfSeed(int threads, Function<RunSpec, NetworkSpeed> speed) {
    return runs.stream()
            .mapToDouble(run -> run.need().work().seconds(speed.apply(run.spec())))
            .sum()
        / threads;
  }

  /** What a seed costs. */
  public RunCost costOfSeed() {
    return runs.stream().map(PlannedRun::cost).reduce(RunCost.NONE, RunCost::plus);
  }
}
