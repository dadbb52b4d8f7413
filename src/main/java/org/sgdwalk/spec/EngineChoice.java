package org.sgdwalk.spec;

/**
 * What computes networks.
 *
 * @param engine an engine's name
 * @param kernels which of its kernels it uses; the first engine that a process starts decides for
 *     the process
 */
public record EngineChoice(String engine, KernelChoice kernels) {

  /** In names of folders: {@code torch}, {@code torch-native}. */
  public String key() {
    return kernels == KernelChoice.PORTABLE ? engine : engine + "-" + kernels.key();
  }
}
