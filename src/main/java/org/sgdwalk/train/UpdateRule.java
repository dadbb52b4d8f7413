package org.sgdwalk.train;

import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.ParameterVector;

/** Which gradient an update takes. */
interface UpdateRule {

  /** The next gradient at theta, noise included, without weight decay; the caller's own. */
  Gradient gradient(ParameterVector theta);
}
