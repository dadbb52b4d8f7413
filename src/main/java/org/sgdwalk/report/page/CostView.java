package org.sgdwalk.report.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.RunsTook;
import org.sgdwalk.words.TimeWords;

/**
 * What the verdicts of a cell took.
 *
 * @param cell its id
 * @param runs how many runs its claims share
 * @param updates how many updates of theta those make, if none diverges
 * @param made how many of the runs were made
 * @param time how long those took, in words; a dash where none was made
 * @param arms the same, arm by arm
 */
record CostView(
    String cell, long runs, long updates, long made, String time, List<ArmCostView> arms) {
  static final String NONE = "–";

  /** A count with its thousands apart. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A run is one of an arm and a seed, however many claims look at it. */
  static CostView of(Cell cell, List<Judged> all, Cost cost) {
    Map<Arm, Integer> seeds = new EnumMap<>(Arm.class);
    for (Judged judged : all) {
      if (judged.of().cell().equals(cell)) {
        int taken = judged.verdict().seeds().size();
        judged.of().claim().arms().forEach(arm -> seeds.merge(arm, taken, Math::max));
      }
    }
    seeds.values().removeIf(taken -> taken == 0);
    List<RunsTook> times = new ArrayList<>();
    List<ArmCostView> arms = new ArrayList<>();
    seeds.forEach(
        (arm, runs) -> {
          Optional<RunsTook> took = cost.took().apply(cell, arm);
          took.ifPresent(times::add);
          arms.add(ArmCostView.of(arm, runs, cell.spec(arm, 1).updates(), took));
        });
    return new CostView(
        cell.id(),
        arms.stream().mapToLong(ArmCostView::runs).sum(),
        arms.stream().mapToLong(arm -> arm.runs() * arm.updates()).sum(),
        times.stream().mapToLong(RunsTook::runs).sum(),
        times.stream()
            .map(RunsTook::time)
            .reduce((a, b) -> a.plus(b))
            .map(TimeWords::of)
            .orElse(NONE),
        arms);
  }
}
