package org.sgdwalk.net.engines;

import java.util.List;
import java.util.Optional;
import org.sgdwalk.device.GpuPreflight.Answer;
import org.sgdwalk.device.GpuPreflight.Device;
import org.sgdwalk.device.GpuPreflight.Machine;
import org.sgdwalk.device.GpuPreflight.Profile;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.spec.DeviceChoice;
import org.sgdwalk.spec.EngineChoice;

/**
 * Whether a machine can do what a build and its options ask for, before a native library is
 * touched.
 *
 * @param accelerator the GPU profile of the build, or none
 * @param machine the machine
 */
public record Ability(String accelerator, Machine machine) {
  private static final String DL4J = "dl4j";

  /** Of this machine and build, which are asked once a process. */
  public static Ability here() {
    return Here.ABILITY;
  }

  private static final class Here {
    static final Ability ABILITY = new Ability(BuildInfo.accelerator(), Machine.here());
  }

  /** What is missing and what would be right, in one line; empty where nothing is. */
  public Optional<String> missing(EngineChoice choice) {
    return choice.device().isCuda()
        ? profile(choice.engine())
            .map(profile -> onCard(profile, choice))
            .orElseGet(() -> unbuilt(choice))
        : onCpu(choice);
  }

  /**
   * Refuses what cannot run.
   *
   * @throws EngineException in one line
   */
  void require(EngineChoice choice) {
    Optional<String> missing = missing(choice);
    if (missing.isPresent()) {
      throw new EngineException(missing.get());
    }
  }

  /**
   * The cards that a choice computes on: one, or all that have the first one's capability, since
   * others round otherwise.
   *
   * @throws EngineException if there is none
   */
  public List<Device> cards(EngineChoice choice) {
    require(choice);
    List<Device> usable =
        profile(choice.engine()).stream()
            .flatMap(profile -> machine.check(profile).devices().stream())
            .filter(device -> isChosen(device, choice.device()))
            .toList();
    return usable.stream()
        .filter(device -> device.capability().equals(usable.get(0).capability()))
        .toList();
  }

  private static boolean isChosen(Device device, DeviceChoice choice) {
    return choice.index().isEmpty() || choice.index().getAsInt() == device.index();
  }

  /** What a build of a GPU profile needs here; in the kit, what the machine's own libtorch does. */
  public static Optional<Profile> profileOf(String accelerator) {
    return Profile.find(accelerator)
        .map(profile -> BuildInfo.isOnOwnTorch() ? Profile.OWN_TORCH : profile);
  }

  /** The same, where the profile has an engine compute on cards; empty where it does not. */
  static Optional<Profile> profileOf(String accelerator, String engine) {
    return profileOf(accelerator)
        .filter(profile -> (profile == Profile.ND4J_CUDA) == engine.equals(DL4J));
  }

  private Optional<Profile> profile(String engine) {
    return profileOf(accelerator, engine);
  }

  private Optional<String> onCard(Profile profile, EngineChoice choice) {
    if (choice.engine().equals(DL4J) && choice.device().index().isPresent()) {
      return Optional.of(
          "sgdwalk.device: the engine dl4j computes on the first card that it sees, so that it must"
              + " be cuda, got '"
              + choice.device().key()
              + "'; CUDA_VISIBLE_DEVICES shows it another");
    }
    Answer answer = machine.check(profile);
    return answer.missing().or(() -> absent(answer.devices(), choice.device()));
  }

  private static Optional<String> absent(List<Device> usable, DeviceChoice choice) {
    return usable.stream().anyMatch(device -> isChosen(device, choice))
        ? Optional.empty()
        : Optional.of(
            "sgdwalk.device: %s is not here; usable: %s"
                .formatted(
                    choice.key(),
                    String.join(
                        ", ",
                        usable.stream()
                            .map(device -> DeviceChoice.card(device.index()).key())
                            .toList())));
  }

  private Optional<String> unbuilt(EngineChoice choice) {
    return Optional.of(
        "sgdwalk.device: %s takes a build for the engine %s on cards: mvn package -DskipTests %s; this build's GPU profile: %s"
            .formatted(
                choice.device().key(),
                choice.engine(),
                choice.engine().equals(DL4J) ? "-Pnd4j-cuda" : "-Pcuda, or -Pcuda12",
                accelerator));
  }

  /** GPU natives of libtorch compute on the CPU too, but load with their libraries only. */
  private Optional<String> onCpu(EngineChoice choice) {
    if (accelerator.equals(Profile.ND4J_CUDA.key()) && choice.engine().equals(DL4J)) {
      return Optional.of(
          "sgdwalk.device: cpu is not there for the engine dl4j in a build with -Pnd4j-cuda, whose"
              + " ND4J computes on cards alone; build without it");
    }
    return Profile.find(accelerator)
        .filter(profile -> !BuildInfo.isOnOwnTorch())
        .flatMap(
            profile ->
                machine
                    .unloadable(profile)
                    .map(
                        libraries ->
                            profile.key()
                                + ": its natives do not load, for the CPU either: "
                                + libraries))
        .or(() -> instructions(choice.engine()));
  }

  /** The engine dl4j alone has natives that every CPU does not run. */
  private static Optional<String> instructions(String engine) {
    if (!engine.equals(DL4J)) {
      return Optional.empty();
    }
    try {
      CpuFeatures.require(BuildInfo.natives());
      return Optional.empty();
    } catch (EngineException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
