package org.sgdwalk.judge;

import java.util.List;

/** Says after each seed whether there is a verdict. */
interface Rule {
  /** What is to be said of the seeds up to now, in order. */
  Decision decide(List<SeedOutcome> seeds);
}
