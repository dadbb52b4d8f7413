package org.sgdwalk.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ends of an operator's spectrum.
 *
 * @param pairs eigenpairs of largest magnitude, the largest first, at least one
 * @param positive the pair of the largest positive eigenvalue, which may be among them; null where
 *     none was found
 * @param products products taken, those for the residuals included
 */
public record Extremes(List<Eigenpair> pairs, @Nullable Eigenpair positive, int products) {
  /** Copies the list. */
  public Extremes {
    pairs = List.copyOf(pairs);
  }
}
