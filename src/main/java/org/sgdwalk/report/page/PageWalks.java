package org.sgdwalk.report.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.trace.Trace;

/**
 * The walks that a page shows update by update: of each cell and arm with cross-sections one,
 * however many verdicts look at it.
 *
 * @param byCell those of each cell, by arm
 */
record PageWalks(Map<Cell, Map<Arm, WalkView>> byCell) {

  /**
   * Those of the first verdict whose figures show a trace of the cell and arm.
   *
   * @param judged in the paper's order
   */
  static PageWalks of(List<Judged> judged) {
    Map<Cell, Map<Arm, WalkView>> byCell = new LinkedHashMap<>();
    for (Judged of : judged) {
      SeedTraces seed = of.example();
      if (seed != null) {
        seed.traces().forEach((arm, trace) -> add(byCell, of, seed, arm, trace));
      }
    }
    return new PageWalks(byCell);
  }

  private static void add(
      Map<Cell, Map<Arm, WalkView>> byCell, Judged of, SeedTraces seed, Arm arm, Trace trace) {
    if (trace.steps().stream().anyMatch(row -> row.crossSection() != null)) {
      byCell
          .computeIfAbsent(seed.cell(), cell -> new EnumMap<>(Arm.class))
          .computeIfAbsent(arm, a -> WalkView.of(of, seed, arm, trace));
    }
  }

  /** All of them, cell by cell. */
  List<WalkView> all() {
    return byCell.values().stream().flatMap(walks -> walks.values().stream()).toList();
  }

  /** Those of a claim's arms in its cell. */
  List<WalkView> of(Case of) {
    List<WalkView> walks = new ArrayList<>();
    byCell
        .getOrDefault(of.cell(), Map.of())
        .forEach(
            (arm, walk) -> {
              if (of.claim().arms().contains(arm)) {
                walks.add(walk);
              }
            });
    return walks;
  }
}
