package org.sgdwalk.session;

import java.util.List;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.run.RunCost;
import org.sgdwalk.run.RunNeed;
import org.sgdwalk.spec.RunSpec;

/**
 * A run that every seed of a cell needs.
 *
 * @param arm the treatment
 * @param spec the run of the first seed
 * @param claims the selected claims that it serves, at least one
 * @param shared updates of its first phase that another run of the cell makes for it, 0 for none
 * @param cost what the others cost, in images
 * @param need what it needs of a machine
 */
public record PlannedRun(
    Arm arm, RunSpec spec, List<Claim> claims, int shared, RunCost cost, RunNeed need) {
  /** Copies the list. */
  public PlannedRun {
    claims = List.copyOf(claims);
  }
}
