package org.sgdwalk.report.page;

import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;

/** Where traces are for a reader of the page. */
@FunctionalInterface
public interface TraceAddresses {
  /** Nowhere. */
  TraceAddresses NONE = (cell, arm, seed) -> "";

  /** The address of a run's folder, relative to the page; empty where there is none. */
  String of(Cell cell, Arm arm, long seed);
}
