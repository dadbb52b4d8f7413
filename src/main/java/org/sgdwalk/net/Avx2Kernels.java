package org.sgdwalk.net;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.jspecify.annotations.Nullable;

/**
 * Pins OpenBLAS and oneDNN to their AVX2 kernels, whatever the CPU. Left alone they take others on
 * another CPU, whose float32 sums differ in the last digit; at the edge of stability sixty GD
 * updates make of that a cosine of -.77 or -.67, and a claim near its criterion would change its
 * verdict with the machine.
 *
 * <p>What it costs: for OpenBLAS nothing where it was measured (6.2 s against 6.0 s). With AVX-512
 * oneDNN's forward convolutions are 1.5 times as fast, but ND4J lets it choose Winograd's algorithm
 * for the backward ones, which then takes 4 to 6 times as long as AVX2: pinned, VGG-11's gradient
 * is twice as fast.
 *
 * <p>Both read the choice from the environment when they are loaded or first used, so it must be
 * set there before.
 */
final class Avx2Kernels {
  private static final String OPENBLAS = "OPENBLAS_CORETYPE";
  private static final String OPENBLAS_AVX2 = "Haswell";
  private static final String ONEDNN = "DNNL_MAX_CPU_ISA";
  private static final String ONEDNN_AVX2 = "AVX2";

  private Avx2Kernels() {}

  /** The C library's environment, which Java can read but not write. */
  interface Environment extends Library {
    /** Sets a variable unless it is set and {@code overwrite} is 0; 0 on success. */
    int setenv(String name, String value, int overwrite);

    /** A variable's value; null where it is not set. */
    @Nullable String getenv(String name);
  }

  /**
   * Pins the kernels, for natives that need AVX2 anyway. A variable that the user set stays. Call
   * before ND4J starts.
   */
  static void pin(String natives) {
    if (natives.startsWith("linux-x86_64-")) {
      Environment environment = Native.load("c", Environment.class);
      pin(environment, OPENBLAS, OPENBLAS_AVX2);
      pin(environment, ONEDNN, ONEDNN_AVX2);
    }
  }

  private static void pin(Environment environment, String variable, String value) {
    if (environment.setenv(variable, value, 0) != 0) {
      throw new BackendException("the environment variable " + variable + " cannot be set");
    }
  }

  /** The instructions that oneDNN may use, as its variable names them; {@code any} where unset. */
  static String oneDnnInstructions() {
    return Objects.requireNonNullElse(Native.load("c", Environment.class).getenv(ONEDNN), "any");
  }

  /** The core type whose kernels OpenBLAS uses; {@code unknown} where its library is not found. */
  static String coreType() {
    Path bindings = Path.of(Loader.load(openblas_nolapack.class));
    Path library = bindings.resolveSibling(OpenBlasCopies.FILE);
    return Files.exists(library)
        ? NativeLibrary.getInstance(library.toString())
            .getFunction("openblas_get_corename")
            .invokeString(new Object[0], false)
        : "unknown";
  }
}
