package org.sgdwalk.net;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Pins OpenBLAS to the AVX2 kernels of its core type Haswell, whatever the CPU. Left alone it takes
 * other kernels on another CPU, whose float32 sums differ in the last digit; at the edge of
 * stability sixty GD updates make of that a cosine of -.77 or -.67, and a claim near its criterion
 * would change its verdict with the machine. On the machine where this was measured it costs
 * nothing (6.2 s against 6.0 s).
 *
 * <p>OpenBLAS reads the choice from the environment when it is loaded, so it must be set there
 * before.
 */
final class OpenBlasKernels {
  private static final String VARIABLE = "OPENBLAS_CORETYPE";
  private static final String AVX2 = "Haswell";

  private OpenBlasKernels() {}

  /** The C library's environment, which Java can read but not write. */
  interface Environment extends Library {
    /** Sets a variable unless it is set and {@code overwrite} is 0; 0 on success. */
    int setenv(String name, String value, int overwrite);
  }

  /**
   * Pins the kernels, for natives that need AVX2 anyway. A variable that the user set stays. Call
   * before ND4J starts.
   */
  static void pin(String natives) {
    if (natives.startsWith("linux-x86_64-") && System.getenv(VARIABLE) == null) {
      Environment environment = Native.loadLibrary("c", Environment.class);
      if (environment.setenv(VARIABLE, AVX2, 0) != 0) {
        throw new BackendException("the environment variable " + VARIABLE + " cannot be set");
      }
    }
  }

  /** The core type whose kernels OpenBLAS uses; {@code unknown} where its library is not found. */
  static String coreType() {
    Path bindings = Path.of(Loader.load(openblas_nolapack.class));
    Path library = bindings.resolveSibling("libopenblas.so.0");
    return Files.exists(library)
        ? NativeLibrary.getInstance(library.toString())
            .getFunction("openblas_get_corename")
            .invokeString(new Object[0], false)
        : "unknown";
  }
}
