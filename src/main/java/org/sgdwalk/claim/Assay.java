package org.sgdwalk.claim;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * That a cell can tell treatments apart at all: an effect that the design must show before it may
 * say anything of the claim. Without it, arms that change nothing would look alike.
 *
 * <p>Source: I. Pigeot et al., Assessing Non-Inferiority of a New Treatment in a Three-Arm Clinical
 * Trial Including a Placebo, Statistics in Medicine 22 (2003), whose first stage it is.
 *
 * @param requirement what must be shown, in words
 * @param arms the arms that are read
 * @param effect of a seed, above 0 where it is as required
 */
public record Assay(String requirement, Set<Arm> arms, ToDoubleFunction<SeedTraces> effect) {
  /** Copies the arms. */
  public Assay {
    arms = Collections.unmodifiableSet(EnumSet.copyOf(arms));
  }
}
