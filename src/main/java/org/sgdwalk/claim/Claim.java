package org.sgdwalk.claim;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * A claim of the paper: a function from the traces of a seed to a number and a bit.
 *
 * @param card what it states and how it is judged
 * @param arms the arms whose traces it needs, at least one
 * @param observation judges one seed whose runs are all complete
 */
public record Claim(ClaimCard card, Set<Arm> arms, Function<SeedTraces, Observation> observation) {
  /** Copies the arms, in their order. */
  public Claim {
    arms = Collections.unmodifiableSet(EnumSet.copyOf(arms));
  }

  /** The id, for example {@code T1}. */
  public String id() {
    return card.id();
  }

  /** Judges one seed whose runs are all complete. */
  public Observation observe(SeedTraces traces) {
    return observation.apply(traces);
  }

  @Override
  public String toString() {
    return card.id();
  }
}
