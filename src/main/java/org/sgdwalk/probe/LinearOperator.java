package org.sgdwalk.probe;

import org.sgdwalk.net.ParameterVector;

/** A linear operator on the space of theta that is known by its products alone, as a Hessian is. */
@FunctionalInterface
public interface LinearOperator {

  /**
   * The product with a vector, which it leaves as it is.
   *
   * @return a new vector, the caller's to change
   */
  ParameterVector times(ParameterVector v);
}
