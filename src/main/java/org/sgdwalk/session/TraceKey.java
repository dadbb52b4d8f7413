package org.sgdwalk.session;

import java.util.Locale;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.spec.RunSpec;

/**
 * A run of a claim's design.
 *
 * @param cell where
 * @param arm which treatment
 * @param seed which replicate
 */
record TraceKey(Cell cell, Arm arm, long seed) {
  RunSpec spec() {
    return cell.spec(arm, seed);
  }

  /** Folder name that a person can read. */
  String folder() {
    return String.format(
        Locale.ROOT,
        "%s-%s/%s-seed-%04d",
        cell.scale().key(),
        cell.folder(),
        arm.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        seed);
  }
}
