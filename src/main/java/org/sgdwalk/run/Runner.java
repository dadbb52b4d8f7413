package org.sgdwalk.run;

import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.RunSpec;

/** Who runs a spec: this process today, a cluster one day. */
public interface Runner {

  /** Trains and probes. */
  RunResult run(RunSpec spec, Progress progress);
}
