package org.sgdwalk.net.engines;

import java.util.List;
import org.sgdwalk.device.GpuPreflight.Device;
import org.sgdwalk.device.GpuPreflight.Profile;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.net.dl4j.Dl4jEngine;
import org.sgdwalk.net.torch.TorchEngine;
import org.sgdwalk.spec.DeviceChoice;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.KernelChoice;

/** The engines that there are. Naming one loads nothing of its library. */
public final class Engines {
  /** What computes on a CPU unless something else is asked for. */
  public static final EngineChoice STANDARD = new EngineChoice("torch", KernelChoice.PORTABLE);

  private Engines() {}

  /** All on the CPU, with such kernels. */
  public static List<Engine> all(KernelChoice kernels) {
    return List.of(new TorchEngine(kernels), new Dl4jEngine(kernels));
  }

  /** Their names. */
  public static List<String> names() {
    return all(KernelChoice.PORTABLE).stream().map(Engine::name).toList();
  }

  /** Where this build has an engine compute unless something else is asked for. */
  public static DeviceChoice standardDevice(String engine) {
    return standardDevice(engine, BuildInfo.accelerator());
  }

  /** Where a build of a GPU profile, or of none, has an engine compute. */
  public static DeviceChoice standardDevice(String engine, String accelerator) {
    return Ability.profileOf(accelerator, engine).isPresent()
        ? DeviceChoice.CUDA
        : DeviceChoice.CPU;
  }

  /** Whether a backend described so in a manifest computes on a card. */
  public static boolean isOnCard(String backend) {
    return TorchEngine.isOnCard(backend) || Dl4jEngine.isOnCard(backend);
  }

  /**
   * The engine that was chosen; on the first card where all are.
   *
   * @throws IllegalArgumentException if there is none of this name
   * @throws EngineException if this build or machine cannot compute where it is to
   */
  public static Engine of(EngineChoice choice) {
    Engine onCpu =
        all(choice.kernels()).stream()
            .filter(engine -> engine.name().equals(choice.engine()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(choice.engine() + ": must be among " + names()));
    if (choice.device().isCuda()) {
      return onCard(choice, onCpu);
    }
    if (Profile.find(BuildInfo.accelerator()).isPresent()) {
      Ability.here().require(choice); // Natives for cards, which lack libraries here perhaps.
    }
    return onCpu;
  }

  /** A build of DL4J for cards has no other backend: its engine is the same. */
  private static Engine onCard(EngineChoice choice, Engine onCpu) {
    Device card = Ability.here().cards(choice).get(0);
    return onCpu instanceof TorchEngine ? TorchEngine.onCard(card, choice.arithmetic()) : onCpu;
  }

  /**
   * What traces and records are kept under: {@code torch}, {@code torch-native}; on a card its
   * compute capability too, {@code torch-cuda-9.0}, since other cards round otherwise; and the
   * profile of a build whose libtorch is older, {@code torch-cuda-9.0-cuda12}.
   *
   * @throws EngineException if there is no such card
   */
  public static String key(EngineChoice choice) {
    return choice.device().isCuda()
        ? key(choice, Ability.here().cards(choice).get(0), BuildInfo.accelerator())
        : choice.key() + ofOlder(choice, BuildInfo.accelerator());
  }

  static String key(EngineChoice choice, Device card, String accelerator) {
    return choice.key() + "-" + card.capability().orElse("unknown") + ofOlder(choice, accelerator);
  }

  private static String ofOlder(EngineChoice choice, String accelerator) {
    boolean isOlder = choice.engine().equals("torch") && accelerator.equals(Profile.CUDA12.key());
    return isOlder ? "-" + accelerator : "";
  }

  /**
   * Engines that compute side by side, one a card; on the CPU, and of dl4j, one alone.
   *
   * @throws EngineException if there is no such card
   */
  public static List<EngineChoice> sideBySide(EngineChoice choice) {
    return choice.device().isCuda() && choice.engine().equals("torch")
        ? Ability.here().cards(choice).stream().map(card -> choice.onCard(card.index())).toList()
        : List.of(choice);
  }
}
