package org.sgdwalk.net;

/** A vector that lies where an engine computes, off the heap: a device's memory. */
public abstract non-sealed class DeviceVector extends ParameterVector {

  /** For engines. */
  protected DeviceVector() {}
}
