package org.sgdwalk.claim;

import java.util.EnumSet;
import java.util.Set;

/**
 * A claim in a cell: what has a verdict.
 *
 * @param claim the claim
 * @param cell the cell, which has the claim's arms
 */
public record Case(Claim claim, Cell cell) {
  /** Arms that a figure shows: the claim's, with GD and SGD where the cell has them. */
  public Set<Arm> shownArms() {
    Set<Arm> shown = EnumSet.of(Arm.GD, Arm.SGD);
    shown.addAll(claim.arms());
    shown.retainAll(cell.arms().keySet());
    return shown;
  }

  /** Claim, sentence and cell, for example {@code T1 GD: ... [mlp/mnist]}. */
  @Override
  public String toString() {
    return claim.id() + " " + claim.card().sentence() + " [" + cell.id() + "]";
  }
}
