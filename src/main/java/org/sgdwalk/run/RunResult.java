package org.sgdwalk.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.sgdwalk.trace.Trace;

/**
 * A run's trace, not yet on disk.
 *
 * @param trace rows and manifest; its sums are computed when it is written
 * @param thetaFiles NumPy archives of kept thetas, by number of updates made
 */
public record RunResult(Trace trace, Map<Integer, byte[]> thetaFiles) {
  /** Copies the map. */
  public RunResult {
    thetaFiles = Collections.unmodifiableMap(new TreeMap<>(thetaFiles));
  }
}
