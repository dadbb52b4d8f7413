package org.sgdwalk.report;

import org.sgdwalk.claim.SeedTraces;

/** Parts of titles. */
final class Titles {
  private Titles() {}

  /** Cell, scale and seed. */
  static String where(SeedTraces seed) {
    return seed.cell().id() + ", scale " + seed.cell().scale().key() + ", seed " + seed.seed();
  }
}
