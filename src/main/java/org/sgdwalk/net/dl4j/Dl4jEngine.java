package org.sgdwalk.net.dl4j;

import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.net.natives.NativesFailure;
import org.sgdwalk.net.natives.OpenBlasCopies;
import org.sgdwalk.net.natives.PinnedKernels;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.KernelChoice;
import org.sgdwalk.spec.Precision;

/**
 * Stock DL4J on ND4J. Its kernels run on one OpenMP thread in each of our threads: with two, the
 * bits of a run change and the threads spin against the workers.
 */
public final class Dl4jEngine implements Engine {
  /** What loading adds: 708 MB measured, and some room. */
  private static final long ADDRESS_SPACE = 800_000_000;

  private static @Nullable String backend;
  private static @Nullable String failure;

  private final KernelChoice kernels;

  /** {@code kernels} says which kernels ND4J's natives use. */
  public Dl4jEngine(KernelChoice kernels) {
    this.kernels = kernels;
  }

  @Override
  public String name() {
    return "dl4j";
  }

  @Override
  public void start() {
    backend(kernels);
    enterThread();
  }

  /**
   * Name of the backend, started if it is not. Not in a static initialiser: whoever came second
   * would be told that a class has none, and not why.
   */
  private static synchronized String backend(KernelChoice kernels) {
    if (failure != null) {
      throw new EngineException(failure);
    }
    if (backend == null) {
      try {
        backend = load(kernels);
      } catch (EngineException e) {
        failure = String.valueOf(e.getMessage());
        throw e;
      }
    }
    return backend;
  }

  private static String load(KernelChoice kernels) {
    CpuFeatures.require(BuildInfo.natives());
    try {
      PinnedKernels.pin(kernels);
      OpenBlasCopies.bind(Loader.getPlatform());
      String name = Nd4j.getBackend().getClass().getSimpleName();
      Nd4j.factory().blas().setMaxThreads(1);
      return name;
    } catch (EngineException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw NativesFailure.of("ND4J's natives '" + BuildInfo.natives() + "'", e);
    }
  }

  @Override
  public String description() {
    return backend(kernels) + " " + BuildInfo.natives() + ", " + PinnedKernels.description();
  }

  @Override
  public Map<String, String> versions() {
    return Map.of("dl4j", BuildInfo.dl4j());
  }

  @Override
  public synchronized long addressSpace() {
    return backend == null ? ADDRESS_SPACE : 0;
  }

  @Override
  public boolean differentiatesTwice() {
    return false;
  }

  @Override
  public void enterThread() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  @Override
  public Features features(int rows, int valuesPerRow, Precision precision) {
    return new Dl4jFeatures(Nd4j.createUninitialized(type(precision), rows, valuesPerRow));
  }

  @Override
  public Replica replica(Program program, Precision precision) {
    return new Dl4jReplica(program, precision);
  }

  static DataType type(Precision precision) {
    return precision == Precision.FLOAT64 ? DataType.DOUBLE : DataType.FLOAT;
  }
}
