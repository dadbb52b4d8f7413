package org.sgdwalk.run;

import java.util.Optional;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.run.checkpoint.RunStopped;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.TraceException;

/** Who runs a spec: this process today, a cluster one day. */
public interface Runner {

  /** What a spec asks for that cannot be run here: one line that says what would be right. */
  Optional<String> lacks(RunSpec spec);

  /** Trains and probes. */
  default RunResult run(RunSpec spec, Progress progress) {
    return run(spec, Keeping.NOTHING, progress);
  }

  /**
   * Trains and probes, from the checkpoint where there is one.
   *
   * @param keeping what is kept on the way
   * @throws RunStopped if the process is to end before the run does
   * @throws TraceException if its checkpoints are of another run or program, or none is whole
   */
  RunResult run(RunSpec spec, Keeping keeping, Progress progress);
}
