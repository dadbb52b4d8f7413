package org.sgdwalk.net.dl4j;

import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.net.natives.OpenBlasCopies;
import org.sgdwalk.net.natives.PinnedKernels;
import org.sgdwalk.net.natives.Startup;
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

  private static final Startup STARTUP =
      new Startup("ND4J's natives '" + BuildInfo.natives() + "'");

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
    STARTUP.once(this::load);
    enterThread();
  }

  private void load() throws IOException {
    CpuFeatures.require(BuildInfo.natives());
    PinnedKernels.pin(kernels);
    OpenBlasCopies.bind(Loader.getPlatform());
    Nd4j.getBackend();
    Nd4j.factory().blas().setMaxThreads(1);
  }

  /** Whether a {@link #description} is one of ND4J's backend for cards. */
  public static boolean isOnCard(String description) {
    return description.startsWith("JCublasBackend");
  }

  @Override
  public String description() {
    return Nd4j.getBackend().getClass().getSimpleName()
        + " "
        + BuildInfo.natives()
        + ", "
        + PinnedKernels.description();
  }

  @Override
  public Map<String, String> versions() {
    return Map.of("dl4j", BuildInfo.dl4j());
  }

  @Override
  public long addressSpace() {
    return STARTUP.isDone() ? 0 : ADDRESS_SPACE;
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
