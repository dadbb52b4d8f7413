package org.sgdwalk.claim;

import java.util.Set;

/** A claim of the paper: a function from the traces of a seed to a number and a bit. */
public interface Claim {

  /** What it states and how it is judged. */
  ClaimCard card();

  /** The arms whose traces it needs. */
  Set<Arm> arms();

  /** Judges one seed whose runs are all complete. */
  Observation observe(SeedTraces traces);

  /** The id, for example {@code T1}. */
  default String id() {
    return card().id();
  }
}
