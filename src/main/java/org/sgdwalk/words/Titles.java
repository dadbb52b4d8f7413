package org.sgdwalk.words;

import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Trace;

/** Parts of titles. */
public final class Titles {
  private Titles() {}

  /** Cell, scale and seed. */
  public static String where(SeedTraces seed) {
    return seed.cell().id() + ", scale " + seed.cell().scale().key() + ", seed " + seed.seed();
  }

  /** Network, data and seed of one run. */
  public static String run(Trace trace) {
    RunSpec spec = trace.manifest().spec();
    return Treatment.network(spec.network())
        + ", "
        + Treatment.data(spec.data())
        + ", seed "
        + spec.seed();
  }
}
