package org.sgdwalk.paper;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;

/**
 * Barriers that SGD crosses in an epoch, mean over seeds: the quantity of the paper's table 1.
 *
 * @param epoch 1-based epoch
 * @param updates updates of the epoch
 * @param any barriers of any height, as the paper counts them
 * @param aboveFloor barriers higher than their walk's numerical floor
 */
public record BarrierCount(int epoch, double updates, double any, double aboveFloor) {

  /** Of the judged epochs of the long runs that did not diverge; empty without any. */
  public static List<BarrierCount> of(Cell cell, List<SeedTraces> seeds) {
    List<Walk> walks =
        seeds.stream().filter(SeedTraces::isComplete).map(seed -> seed.walk(Arm.LONG)).toList();
    return walks.isEmpty()
        ? List.of()
        : cell.epochs().stream().map(epoch -> of(epoch, walks)).toList();
  }

  private static BarrierCount of(int epoch, List<Walk> walks) {
    return new BarrierCount(
        epoch,
        mean(walks, walk -> walk.count(epoch, section -> true)),
        mean(walks, walk -> walk.count(epoch, section -> section.barrierHeight() > 0)),
        mean(walks, walk -> walk.barriers(epoch)));
  }

  private static double mean(List<Walk> walks, ToDoubleFunction<Walk> count) {
    return Mean.of(walks.stream().mapToDouble(count).toArray());
  }
}
