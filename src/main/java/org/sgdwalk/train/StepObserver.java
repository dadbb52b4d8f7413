package org.sgdwalk.train;

import java.util.function.Supplier;
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

  /**
   * Called before the first update and after each that {@link #onStep} let go on: the run may be
   * kept here, or ended by an exception and gone on with another time.
   *
   * @param updates how many updates were made
   * @param state gives where the loop is, while this runs
   */
  default void between(int updates, Supplier<LoopState> state) {}
}
