package org.sgdwalk.net.natives;

import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.sgdwalk.spec.KernelChoice;

/**
 * Pins OpenBLAS, oneDNN and libtorch's own loops to their AVX2 kernels, whatever the CPU. Left
 * alone they take others on another CPU, whose float32 sums differ in the last digit; at the edge
 * of stability sixty GD updates make of that a cosine of -.77 or -.67, and a claim near its
 * criterion would change its verdict with the machine.
 *
 * <p>All read the choice from the environment when they are loaded or first used, so it must be set
 * there before. A variable that the user set stays.
 */
public final class PinnedKernels {
  private static final String OPENBLAS = "OPENBLAS_CORETYPE";
  private static final String ONEDNN = "DNNL_MAX_CPU_ISA";
  private static final String ATEN = "ATEN_CPU_CAPABILITY";

  private static final String ONEDNN_IN_WORDS = ", oneDNN ";
  private static final String ANY = "any";
  private static final String UNPINNED = ONEDNN_IN_WORDS + ANY;

  private PinnedKernels() {}

  /**
   * Pins the kernels where they are asked to be portable and this CPU has AVX2; elsewhere they stay
   * the library's choice. Call before an engine's natives load.
   */
  public static void pin(KernelChoice choice) {
    if (choice == KernelChoice.NATIVE
        || !Loader.getPlatform().equals("linux-x86_64")
        || !CpuFeatures.has("avx2")) {
      return;
    }
    Environment.setUnlessSet(OPENBLAS, "Haswell");
    Environment.setUnlessSet(ONEDNN, "AVX2");
    Environment.setUnlessSet(ATEN, "avx2");
  }

  /** What OpenBLAS and oneDNN use: {@code OpenBLAS Haswell, oneDNN AVX2}. */
  public static String description() {
    return "OpenBLAS " + coreType() + ONEDNN_IN_WORDS + oneDnnInstructions();
  }

  /** Which kernels were asked for where an engine's backend is described so in a manifest. */
  public static KernelChoice choiceOf(String backend) {
    return backend.endsWith(UNPINNED) ? KernelChoice.NATIVE : KernelChoice.PORTABLE;
  }

  /** The instructions that oneDNN may use, as its variable names them; {@code any} where unset. */
  private static String oneDnnInstructions() {
    return Environment.get(ONEDNN).orElse(ANY);
  }

  /** The core type whose kernels OpenBLAS uses; {@code unknown} where its library is not found. */
  private static String coreType() {
    Path bindings = Path.of(Loader.load(openblas_nolapack.class));
    Path library = bindings.resolveSibling(OpenBlasCopies.FILE);
    return Files.exists(library)
        ? NativeLibrary.getInstance(library.toString())
            .getFunction("openblas_get_corename")
            .invokeString(new Object[0], false)
        : "unknown";
  }
}
