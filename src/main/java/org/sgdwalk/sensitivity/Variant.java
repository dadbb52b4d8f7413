package org.sgdwalk.sensitivity;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.spec.RunSpec;

/**
 * Another choice of a definition that the paper leaves open: a named change to the runs of a cell.
 * Claims and criteria stay as they are.
 *
 * @param id for tables and folders, for example {@code points-6}
 * @param meaning what it changes, in words
 * @param change gives the changed run; the run itself where there is nothing to change
 * @param seedOffset what is added to each seed
 */
public record Variant(String id, String meaning, UnaryOperator<RunSpec> change, long seedOffset) {

  /** On the same seeds. */
  Variant(String id, String meaning, UnaryOperator<RunSpec> change) {
    this(id, meaning, change, 0);
  }

  /** The cell with changed runs, under an id of its own. */
  public Cell of(Cell cell) {
    Map<Arm, RunSpec> arms = new EnumMap<>(Arm.class);
    cell.arms().forEach((arm, spec) -> arms.put(arm, change.apply(spec)));
    return new Cell(cell.id() + "@" + id, cell.scale(), arms, cell.valley(), cell.epochs());
  }

  /** Whether an arm's runs are others than those of the cell. */
  public boolean touches(Cell cell, Arm arm) {
    RunSpec spec = cell.spec(arm, 0);
    return seedOffset != 0 || !change.apply(spec).equals(spec);
  }

  /** Whether any of a claim's arms has other runs. */
  public boolean touches(Cell cell, Claim claim) {
    return claim.arms().stream().anyMatch(arm -> touches(cell, arm));
  }

  @Override
  public String toString() {
    return id;
  }
}
