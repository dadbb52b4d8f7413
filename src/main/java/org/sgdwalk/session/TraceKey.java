package org.sgdwalk.session;

import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

/**
 * A run of a claim's design.
 *
 * @param cell where
 * @param arm which treatment
 * @param seed which replicate
 */
record TraceKey(Cell cell, Arm arm, long seed) {
  /** Of the spec's SHA-256: two of a million specs have the same with a chance of 1 in 560. */
  private static final int DIGITS = 12;

  RunSpec spec() {
    return cell.spec(arm, seed);
  }

  /** Folder name that a person can read, with what tells any two specs apart. */
  String folder() {
    return String.format(
        Locale.ROOT,
        "%s-%s/%s-seed-%04d-%s",
        cell.scale().key(),
        cell.folder(),
        arm.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        seed,
        DigestUtils.sha256Hex(SpecJson.write(spec())).substring(0, DIGITS));
  }
}
