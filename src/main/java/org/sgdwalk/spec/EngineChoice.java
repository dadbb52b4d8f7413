package org.sgdwalk.spec;

/**
 * What computes networks.
 *
 * @param engine an engine's name
 * @param kernels which of its kernels it uses on a CPU; the first engine that a process starts
 *     decides for the process
 * @param device where it computes
 * @param arithmetic what a card may do for speed; likewise for the process
 */
public record EngineChoice(
    String engine, KernelChoice kernels, DeviceChoice device, ArithmeticChoice arithmetic) {

  /** An engine on the CPU. */
  public EngineChoice(String engine, KernelChoice kernels) {
    this(engine, kernels, DeviceChoice.CPU, ArithmeticChoice.EXACT);
  }

  /** The same on one card. */
  public EngineChoice onCard(int index) {
    return new EngineChoice(engine, kernels, DeviceChoice.card(index), arithmetic);
  }

  /** In names of folders and records: {@code torch}, {@code torch-native}, {@code torch-cuda}. */
  public String key() {
    if (device.isCuda()) {
      return engine + "-cuda" + arithmetic.suffix();
    }
    return kernels == KernelChoice.PORTABLE ? engine : engine + "-" + kernels.key();
  }
}
