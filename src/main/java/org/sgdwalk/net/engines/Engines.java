package org.sgdwalk.net.engines;

import java.util.List;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.dl4j.Dl4jEngine;
import org.sgdwalk.net.torch.TorchEngine;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.KernelChoice;

/** The engines that there are. Naming one loads nothing of its library. */
public final class Engines {
  /** What computes unless something else is asked for. */
  public static final EngineChoice STANDARD = new EngineChoice("torch", KernelChoice.PORTABLE);

  private Engines() {}

  /** All, with such kernels. */
  public static List<Engine> all(KernelChoice kernels) {
    return List.of(new TorchEngine(kernels), new Dl4jEngine(kernels));
  }

  /** Their names. */
  public static List<String> names() {
    return all(KernelChoice.PORTABLE).stream().map(Engine::name).toList();
  }

  /**
   * The engine that was chosen.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Engine of(EngineChoice choice) {
    return all(choice.kernels()).stream()
        .filter(engine -> engine.name().equals(choice.engine()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(choice.engine() + ": must be among " + names()));
  }
}
