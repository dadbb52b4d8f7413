package org.sgdwalk.net.torch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;
import org.sgdwalk.device.GpuPreflight;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.CrossEntropy;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.FreeMemory;
import org.sgdwalk.net.PendingLoss;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.VectorSpace;
import org.sgdwalk.net.natives.Environment;
import org.sgdwalk.net.natives.FreedMemory;
import org.sgdwalk.net.natives.OpenBlasCopies;
import org.sgdwalk.net.natives.PinnedKernels;
import org.sgdwalk.net.natives.Startup;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.ArithmeticChoice;
import org.sgdwalk.spec.KernelChoice;
import org.sgdwalk.spec.Precision;

/**
 * libtorch through JavaCPP. On a CPU each worker computes on one thread of its own: weight
 * gradients of convolutions have other digits on two, and the threads would spin against the
 * workers. On a card theta, batches, running statistics, noise and losses stay there; the host
 * reads numbers.
 */
public final class TorchEngine implements Engine {
  /** What loading adds, measured, and some room. */
  private static final long ADDRESS_SPACE = 1_600_000_000;

  private static final String ON_CARD = "libtorch on ";

  private static final Startup STARTUP = new Startup("libtorch's natives");

  private final KernelChoice kernels;
  private final ArithmeticChoice arithmetic;
  private final Place place;

  private TorchEngine(KernelChoice kernels, ArithmeticChoice arithmetic, Place place) {
    this.kernels = kernels;
    this.arithmetic = arithmetic;
    this.place = place;
  }

  /** On the CPU; {@code kernels} says which kernels libtorch and what it stands on use. */
  public TorchEngine(KernelChoice kernels) {
    this(kernels, ArithmeticChoice.EXACT, Place.cpu());
  }

  /** On a card. */
  public static TorchEngine onCard(GpuPreflight.Device card, ArithmeticChoice arithmetic) {
    return new TorchEngine(KernelChoice.PORTABLE, arithmetic, Place.card(card));
  }

  /** On the CPU as if it were a card, for tests where there is none. */
  public static TorchEngine onStandIn() {
    return new TorchEngine(KernelChoice.PORTABLE, ArithmeticChoice.EXACT, Place.standIn());
  }

  @Override
  public String name() {
    return "torch";
  }

  @Override
  public void start() {
    STARTUP.once(this::load);
    requirePlace();
    enterThread();
  }

  private void load() throws IOException {
    PinnedKernels.pin(kernels);
    // Read when the library loads: libtorch's own setting leaves OpenBLAS its pool of threads.
    Environment.setUnlessSet("OPENBLAS_NUM_THREADS", "1");
    if (arithmetic.deterministic()) {
      // Without it cuBLAS may take other sums from call to call.
      Environment.setUnlessSet("CUBLAS_WORKSPACE_CONFIG", ":4096:8");
    }
    // Cards in the order of nvidia-smi, not by speed.
    Environment.setUnlessSet("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
    OpenBlasCopies.bind(Loader.getPlatform());
    FreedMemory.keep(Loader.getPlatform());
    TorchLibraries.unpack();
    Context context = torch.globalContext();
    context.setDeterministicAlgorithms(arithmetic.deterministic(), false);
    // It would write over new memory before it is used, which every operation here does itself.
    context.setDeterministicFillUninitializedMemory(false);
    context.setDeterministicMkldnn(arithmetic.deterministic());
    context.setDeterministicCuDNN(arithmetic.deterministic());
    context.setBenchmarkCuDNN(false);
    context.setAllowTF32CuBLAS(arithmetic.tf32());
    context.setAllowTF32CuDNN(arithmetic.tf32());
  }

  private void requirePlace() {
    if (place.isCard() && !torch.cuda_is_available()) {
      throw new EngineException(
          place.name()
              + ": libtorch ("
              + BuildInfo.torchNatives()
              + ") finds no card that it can use, though the driver names one; -Dsgdwalk.device=cpu"
              + " takes none");
    }
    if (place.isCard() && place.index() >= torch.cuda_device_count()) {
      throw new EngineException(
          place.name() + ": there are " + torch.cuda_device_count() + " cards, counted from 0");
    }
  }

  /** Whether a {@link #description} is one of a card. */
  public static boolean isOnCard(String description) {
    return description.startsWith(ON_CARD);
  }

  @Override
  public String description() {
    return place.isCard()
        ? ON_CARD + place.description() + ", " + arithmetic.description()
        : "libtorch " + torch.get_cpu_capability().getString() + ", " + PinnedKernels.description();
  }

  @Override
  public Optional<FreeMemory> deviceMemory() {
    return place.memory();
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
  public VectorSpace vectors(Precision precision) {
    return new TorchVectors(memory(precision));
  }

  @Override
  public List<CrossEntropy> read(List<PendingLoss> losses) {
    return place.isResident()
        ? new DeviceLoss(memory(Precision.FLOAT64)).read(losses)
        : Engine.super.read(losses);
  }

  @Override
  public Features features(int rows, int valuesPerRow, Precision precision) {
    return TorchFeatures.room(memory(precision), rows, valuesPerRow);
  }

  @Override
  public Replica replica(Program program, Precision precision) {
    Memory memory = memory(precision);
    return new TorchReplica(
        program, memory, place.isResident() ? new DeviceLoss(memory) : new HostLoss(memory));
  }

  private Memory memory(Precision precision) {
    return new Memory(precision, place);
  }
}
