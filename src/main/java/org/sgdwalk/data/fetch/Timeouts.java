package org.sgdwalk.data.fetch;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect until there is a connection
 * @param response from the request to the head of the response
 * @param stall in which at least {@link #LEAST_BYTES} bytes of the body must arrive, each time
 */
record Timeouts(Duration connect, Duration response, Duration stall) {
  /** A server that is slower than this many bytes in each stall period never ends. */
  static final int LEAST_BYTES = 1024;

  /** Generous: mirrors under load answer within seconds. */
  static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(30));

  /** Checks that each is above zero. */
  Timeouts {
    for (Duration timeout : new Duration[] {connect, response, stall}) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("timeout " + timeout + "; must be above zero");
      }
    }
  }
}
