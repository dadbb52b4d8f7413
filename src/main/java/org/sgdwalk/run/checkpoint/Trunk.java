package org.sgdwalk.run.checkpoint;

import java.nio.file.Path;
import java.util.Optional;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;

/**
 * The first phase of runs that fork from its end: they are the same until there, but for when they
 * are evaluated.
 *
 * @param folder where its end is kept
 * @param spec the first phase alone, the same for each of these runs
 */
public record Trunk(Path folder, RunSpec spec) {
  /**
   * The first phase of a run alone.
   *
   * @return empty for a run that keeps thetas or measures more than its evaluations: what it has of
   *     these hangs on how long it is
   */
  public static Optional<RunSpec> spec(RunSpec run) {
    ProbeSpec probes = run.probes();
    if (probes.crossSection() != null || probes.sharpness() != null || !run.keepTheta().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        run.firstPhase()
            .withProbes(
                new ProbeSpec(null, new EvaluationSpec(EvaluationSpec.DEFAULT_EVERY_EPOCHS))));
  }

  /** The step at which it ends. */
  public int updates() {
    return spec.updates();
  }
}
