package org.sgdwalk.stats;

import java.util.function.DoubleSupplier;

/** Two arms that are the same treatment. */
public final class Alike {
  private Alike() {}

  /** The difference of two draws. */
  public static double difference(DoubleSupplier arm) {
    double one = arm.getAsDouble();
    double other = arm.getAsDouble();
    return one - other;
  }
}
