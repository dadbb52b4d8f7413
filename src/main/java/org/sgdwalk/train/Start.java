package org.sgdwalk.train;

import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.RunningStatistics;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;

/**
 * Where a run starts. The loop changes neither.
 *
 * @param theta theta_0
 * @param statistics batch norm's running statistics before the first update
 */
public record Start(ParameterVector theta, RunningStatistics statistics) {

  /** Theta drawn from the spec's seed, running means 0 and variances 1. */
  public static Start drawn(RunSpec spec, LossSurface surface) {
    return new Start(
        surface.initialTheta(SeedStreams.stream(spec.seed(), SeedStreams.INIT)),
        surface.initialStatistics());
  }
}
