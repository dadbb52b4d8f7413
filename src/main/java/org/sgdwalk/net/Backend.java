package org.sgdwalk.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
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
  private static @Nullable String name;
  private static @Nullable String failure;

  private Backend() {}

  /**
   * Starts ND4J, checking first that this CPU can run the natives that were built in.
   *
   * @throws BackendException when there are no natives for this platform or this CPU, or they
   *     cannot be unpacked or loaded
   */
  public static void start() {
    name();
    useOneThreadHere();
  }

  /**
   * Backend, natives and kernels, for example {@code CpuBackend linux-x86_64-onednn-avx2, OpenBLAS
   * Haswell, oneDNN AVX2}.
   */
  public static String description() {
    String openBlas = name() + " " + BuildInfo.natives() + ", OpenBLAS " + Avx2Kernels.coreType();
    return BuildInfo.natives().contains("onednn")
        ? openBlas + ", oneDNN " + Avx2Kernels.oneDnnInstructions()
        : openBlas;
  }

  /** Limits kernels called from the current thread to one OpenMP thread. */
  static void useOneThreadHere() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  /**
   * Name of the backend, started if it is not. Not in a static initialiser: whoever came second
   * would be told that a class has none, and not why.
   */
  private static synchronized String name() {
    if (failure != null) {
      throw new BackendException(failure);
    }
    if (name == null) {
      try {
        name = startOnce();
      } catch (BackendException e) {
        failure = String.valueOf(e.getMessage());
        throw e;
      }
    }
    return name;
  }

  /** Whether the natives are loaded. */
  static synchronized boolean isStarted() {
    return name != null;
  }

  private static String startOnce() {
    String natives = BuildInfo.natives();
    CpuFeatures.require(natives);
    try {
      Avx2Kernels.pin(natives);
      OpenBlasCopies.bind(natives);
      FreedMemory.keep(natives);
      Nd4jBackend backend = Nd4j.getBackend();
      Nd4j.factory().blas().setMaxThreads(1);
      return backend.getClass().getSimpleName();
    } catch (BackendException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw NativesFailure.of(e);
    }
  }
}
