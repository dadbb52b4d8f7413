package org.sgdwalk.run;

import java.util.Optional;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.RunSpec;

/** Who runs a spec: this process today, a cluster one day. */
public interface Runner {

  /** What a spec asks for that cannot be run here: one line that says what would be right. */
  Optional<String> lacks(RunSpec spec);

  /** Trains and probes. */
  RunResult run(RunSpec spec, Progress progress);
}
