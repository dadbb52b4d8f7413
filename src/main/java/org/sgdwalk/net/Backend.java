package org.sgdwalk.net;

import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The ND4J backend on the class path, started once a process.
 *
 * <p>Its kernels run on one OpenMP thread in each of our threads: with two, the bits of a run
 * change and the threads spin against the workers. Parallelism is across chunks instead ({@link
 * Workers}).
 */
public final class Backend {
  private Backend() {}

  /**
   * Starts ND4J, checking first that this CPU can run the natives that were built in.
   *
   * @throws BackendException when there are no natives for this platform or this CPU
   */
  public static void start() {
    Started.check();
    useOneThreadHere();
  }

  /**
   * Backend, natives and kernels, for example {@code CpuBackend linux-x86_64-onednn-avx2, OpenBLAS
   * Haswell, oneDNN AVX2}.
   */
  public static String description() {
    Started.check();
    String openBlas =
        Started.name + " " + BuildInfo.natives() + ", OpenBLAS " + Avx2Kernels.coreType();
    return BuildInfo.natives().contains("onednn")
        ? openBlas + ", oneDNN " + Avx2Kernels.oneDnnInstructions()
        : openBlas;
  }

  /** Limits kernels called from the current thread to one OpenMP thread. */
  static void useOneThreadHere() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  private static final class Started {
    private static final String name = startOnce();

    private static void check() {
      if (name.isEmpty()) {
        throw new BackendException("ND4J has no backend");
      }
    }

    private static String startOnce() {
      CpuFeatures.require(BuildInfo.natives());
      Avx2Kernels.pin(BuildInfo.natives());
      OpenBlasCopies.bind(BuildInfo.natives());
      FreedMemory.keep(BuildInfo.natives());
      try {
        Nd4jBackend backend = Nd4j.getBackend();
        Nd4j.factory().blas().setMaxThreads(1);
        return backend.getClass().getSimpleName();
      } catch (ExceptionInInitializerError | NoClassDefFoundError | UnsatisfiedLinkError e) {
        throw new BackendException(
            String.format(
                Locale.ROOT,
                "ND4J did not start with the natives '%s' on %s %s: build on this platform, or choose the"
                    + " natives with -Dsgdwalk.simd=avx2|avx512|none (%s)",
                BuildInfo.natives(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                e),
            e);
      }
    }
  }
}
