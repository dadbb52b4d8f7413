package org.sgdwalk.claim;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.trace.Trace;

/** What the walk of each arm looks like. */
public interface Scenario {
  /** The cell whose arms most claims are about; which data it names does not matter. */
  Cell CELL = Catalog.cells(Scale.CI).get(0);

  SequentialJudge JUDGE = new SequentialJudge(Catalog.test(Scale.CI));

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
    int seeds = Catalog.seedCap(Scale.CI);
    return JUDGE.judge(
        claim,
        cell(claim).id(),
        k -> k < seeds ? Optional.of(traces(claim, k + 1)) : Optional.empty());
  }
}
