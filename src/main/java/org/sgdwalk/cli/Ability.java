package org.sgdwalk.cli;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sgdwalk.device.GpuPreflight.Answer;
import org.sgdwalk.device.GpuPreflight.Machine;
import org.sgdwalk.device.GpuPreflight.Profile;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.spec.EngineChoice;

/**
 * Whether a machine can do what a build and its options ask for. GPU natives are those of one
 * engine: with another a build computes on the CPU.
 *
 * @param accelerator the GPU profile of the build, or none
 * @param device the device that the options ask for: cpu, cuda or cuda:N; empty for the build's own
 * @param machine the machine, asked for where a device is needed only
 */
record Ability(String accelerator, Optional<String> device, Supplier<Machine> machine) {
  private static final String CPU = "cpu";
  private static final String DL4J = "dl4j";
  private static final Pattern NUMBERED = Pattern.compile("cuda:(\\d{1,9})");

  /** What is missing and what would be right, in one line; empty where nothing is. */
  Optional<String> missing(EngineChoice engine) {
    return Profile.find(accelerator)
        .filter(profile -> engine(profile).equals(engine.engine()))
        .map(profile -> device.filter(CPU::equals).isPresent() ? cpu(profile) : gpu(profile))
        .orElseGet(this::unbuilt)
        .or(() -> instructions(engine));
  }

  /**
   * Refuses what cannot run.
   *
   * @throws InputException that says what is missing
   */
  void require(EngineChoice engine) {
    Optional<String> missing = missing(engine);
    if (missing.isPresent()) {
      throw new InputException(missing.get());
    }
  }

  /** The engine whose natives a profile brings. */
  private static String engine(Profile profile) {
    return profile == Profile.ND4J_CUDA ? DL4J : "torch";
  }

  private Optional<String> gpu(Profile profile) {
    Answer answer = machine.get().check(profile);
    return answer.missing().or(() -> number(answer));
  }

  private static Optional<String> cpuLacks(Profile profile, String libraries) {
    return Optional.of(
        profile.key() + ": its natives do not load, for the CPU either: " + libraries);
  }

  /** GPU natives compute on the CPU too, but load with their libraries only. */
  private Optional<String> cpu(Profile profile) {
    return machine.get().unloadable(profile).flatMap(libraries -> cpuLacks(profile, libraries));
  }

  private Optional<String> number(Answer answer) {
    Matcher numbered = NUMBERED.matcher(device.orElse(""));
    if (!numbered.matches()) {
      return Optional.empty();
    }
    int count = answer.devices().size();
    return Integer.parseInt(numbered.group(1)) < count
        ? Optional.empty()
        : Optional.of(
            "sgdwalk.device: %s is not here; usable devices: %d, counted from 0"
                .formatted(numbered.group(), count));
  }

  private Optional<String> unbuilt() {
    return device.filter(asked -> !asked.equals(CPU)).map(this::unbuilt);
  }

  private String unbuilt(String asked) {
    return "sgdwalk.device: "
        + Profile.find(accelerator)
            .map(
                profile ->
                    "a build with -P%s computes on %s with the engine %s alone: -Dsgdwalk.engine=%s"
                        .formatted(profile.key(), asked, engine(profile), engine(profile)))
            .orElseGet(
                () ->
                    "this build has natives for the CPU alone, and "
                        + asked
                        + " needs another: mvn package -DskipTests -Pcuda, or -Pcuda12, or -Pnd4j-cuda");
  }

  /** The engine dl4j alone has natives that every CPU does not run. */
  private static Optional<String> instructions(EngineChoice engine) {
    if (!engine.engine().equals(DL4J)) {
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
