package org.sgdwalk.report.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.judge.Judged;

/**
 * What the verdicts of a cell took.
 *
 * @param cell its id
 * @param runs how many runs its claims share
 * @param updates how many updates of theta those make, if none diverges
 */
record CostView(String cell, long runs, long updates) {

  /** A run is one of an arm and a seed, however many claims look at it. */
  static CostView of(Cell cell, List<Judged> all) {
    Map<Arm, Integer> seeds = new EnumMap<>(Arm.class);
    for (Judged judged : all) {
      if (judged.of().cell().equals(cell)) {
        int taken = judged.verdict().seeds().size();
        judged.of().claim().arms().forEach(arm -> seeds.merge(arm, taken, Math::max));
      }
    }
    long runs = seeds.values().stream().mapToLong(Integer::longValue).sum();
    long updates =
        seeds.entrySet().stream()
            .mapToLong(arm -> (long) arm.getValue() * cell.spec(arm.getKey(), 1).updates())
            .sum();
    return new CostView(cell.id(), runs, updates);
  }
}
