package org.sgdwalk.net;

/** Where a point between two thetas goes that lies between two numbers of their precision. */
public enum Rounding {
  /** To the nearer one. */
  NEAREST,
  /** To the other one: what changes then is rounding alone. */
  OTHER
}
