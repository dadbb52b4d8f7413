package org.sgdwalk.net;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Gives every thread of this process one OpenMP thread from its start. A thread that had more until
 * {@link Backend#useOneThreadHere} makes OpenBLAS change the number of its own threads, and with
 * two of our threads in a product at that moment it loses its buffers: after some float32 runs the
 * first float64 ones ended the process with "BLAS : Bad memory unallocation!".
 *
 * <p>OpenMP reads the number from the environment when it is loaded, so it must be set there
 * before.
 */
final class OneOpenMpThread {
  static final String VARIABLE = "OMP_NUM_THREADS";

  private OneOpenMpThread() {}

  /** The C library's environment, which Java can read but not write. */
  interface Environment extends Library {
    /** Sets a variable, also where it is set if {@code overwrite} is not 0; 0 on success. */
    int setenv(String name, String value, int overwrite);
  }

  /**
   * Whatever the user set: no number but one is right here, and {@code sgdwalk.threads} has the
   * worker threads. Call before ND4J starts; elsewhere than on Linux it does nothing.
   */
  static void everywhere(String natives) {
    if (natives.startsWith("linux-")
        && Native.loadLibrary("c", Environment.class).setenv(VARIABLE, "1", 1) != 0) {
      throw new BackendException("the environment variable " + VARIABLE + " cannot be set");
    }
  }
}
