package org.sgdwalk.paper;

import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.trace.EpochRow;

/** GD where it has passed over the images as often as SGD has at its end. */
final class EqualEpochs {
  private EqualEpochs() {}

  /** GD's evaluation there: an epoch of it is one update. */
  static EpochRow gd(SeedTraces traces) {
    int epochs = traces.walk(Arm.SGD_EXTENDED).lastEpoch().epoch();
    return traces.walk(Arm.GD_EXTENDED).epoch(epochs);
  }
}
