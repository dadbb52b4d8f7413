package org.sgdwalk.train;

import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;

/** Sees every step of a run. */
public interface StepObserver {

  /**
   * Called before the first update.
   *
   * @return whether everything that was measured is finite; false ends the run as diverged
   */
  boolean onStart(ParameterVector theta, Normalization evalMode);

  /**
   * Called after each update.
   *
   * @return whether everything that was measured is finite; false ends the run as diverged at this
   *     step
   */
  boolean onStep(Step step);
}
