package org.sgdwalk.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.trace.Trace;

/** What the walk of each arm looks like. */
public interface Scenario {
  /** The cell whose arms most claims are about; which data it names does not matter. */
  Cell CELL = Catalog.cells(Scale.CI).get(0);

  Stopping STOPPING = Catalog.stopping(Scale.CI);

  void shape(Arm arm, SyntheticWalk walk);

  /** The first cell that has the claim's arms. */
  static Cell cell(Claim claim) {
    return Catalog.cells(Scale.CI).stream()
        .filter(cell -> cell.has(claim.arms()))
        .findFirst()
        .orElseThrow();
  }

  /** The same with the roles of two arms swapped. */
  default Scenario swapped(Arm one, Arm other) {
    return (arm, walk) -> shape(arm == one ? other : arm == other ? one : arm, walk);
  }

  /** The traces of a seed, for the arms of the claim and no others. */
  default SeedTraces traces(Claim claim, long seed) {
    Cell cell = cell(claim);
    Map<Arm, Trace> traces = new EnumMap<>(Arm.class);
    for (Arm arm : claim.arms()) {
      SyntheticWalk walk = new SyntheticWalk(cell.spec(arm, seed));
      shape(arm, walk);
      traces.put(arm, walk.trace());
    }
    return new SeedTraces(seed, cell, traces);
  }

  default Observation observe(Claim claim) {
    return claim.observe(traces(claim, 1));
  }

  /** The verdict over as many seeds as a claim may use. */
  default Verdict judge(Claim claim) {
    return judge(claim, List.of(this));
  }

  /** The verdict over seeds that look like these in turn. */
  static Verdict judge(Claim claim, List<Scenario> inTurn) {
    return new ClaimJudge(STOPPING)
        .judge(
            claim,
            cell(claim).id(),
            k ->
                k < STOPPING.mostSeeds()
                    ? Optional.of(inTurn.get(k % inTurn.size()).traces(claim, k + 1))
                    : Optional.empty());
  }
}
