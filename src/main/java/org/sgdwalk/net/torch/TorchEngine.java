package org.sgdwalk.net.torch;

import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.natives.Environment;
import org.sgdwalk.net.natives.FreedMemory;
import org.sgdwalk.net.natives.OpenBlasCopies;
import org.sgdwalk.net.natives.PinnedKernels;
import org.sgdwalk.net.natives.Startup;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.KernelChoice;
import org.sgdwalk.spec.Precision;

/**
 * libtorch through JavaCPP. Each worker computes on one thread of its own: weight gradients of
 * convolutions have other digits on two, and the threads would spin against the workers.
 */
public final class TorchEngine implements Engine {
  /** What loading adds, measured, and some room. */
  private static final long ADDRESS_SPACE = 1_600_000_000;

  private static final Startup STARTUP = new Startup("libtorch's natives");

  private final KernelChoice kernels;

  /** {@code kernels} says which kernels libtorch and what it stands on use. */
  public TorchEngine(KernelChoice kernels) {
    this.kernels = kernels;
  }

  @Override
  public String name() {
    return "torch";
  }

  @Override
  public void start() {
    STARTUP.once(this::load);
    enterThread();
  }

  private void load() throws IOException {
    PinnedKernels.pin(kernels);
    // Read when the library loads: libtorch's own setting leaves OpenBLAS its pool of threads.
    Environment.setUnlessSet("OPENBLAS_NUM_THREADS", "1");
    OpenBlasCopies.bind(Loader.getPlatform());
    FreedMemory.keep(Loader.getPlatform());
    Context context = torch.globalContext();
    context.setDeterministicAlgorithms(true, false);
    context.setDeterministicMkldnn(true);
    context.setDeterministicCuDNN(true);
    context.setBenchmarkCuDNN(false);
    context.setAllowTF32CuBLAS(false);
    context.setAllowTF32CuDNN(false);
  }

  @Override
  public String description() {
    return "libtorch "
        + torch.get_cpu_capability().getString()
        + ", "
        + PinnedKernels.description();
  }

  @Override
  public Map<String, String> versions() {
    return Map.of("pytorch", BuildInfo.pytorch());
  }

  @Override
  public long addressSpace() {
    return STARTUP.isDone() ? 0 : ADDRESS_SPACE;
  }

  @Override
  public boolean differentiatesTwice() {
    return true;
  }

  @Override
  public void enterThread() {
    torch.set_num_threads(1);
  }

  @Override
  public Features features(int rows, int valuesPerRow, Precision precision) {
    Memory memory = memory(precision);
    return new TorchFeatures(memory, memory.uninitialised(rows, valuesPerRow));
  }

  @Override
  public Replica replica(Program program, Precision precision) {
    return new TorchReplica(program, memory(precision));
  }

  private static Memory memory(Precision precision) {
    return new Memory(precision, new Device("cpu"));
  }
}
