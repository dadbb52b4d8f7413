package org.sgdwalk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sgdwalk.device.GpuPreflight.Answer;
import org.sgdwalk.device.GpuPreflight.Device;
import org.sgdwalk.device.GpuPreflight.Machine;
import org.sgdwalk.device.GpuPreflight.Profile;
import org.sgdwalk.net.engines.Ability;

/**
 * NVIDIA's driver and devices, and what the build makes of them, in lines for people.
 *
 * @param accelerator the GPU profile of the build, or none
 * @param machine the machine
 */
record GpuText(String accelerator, Machine machine) {

  List<String> lines() {
    List<Device> devices = machine.devices();
    List<String> lines = new ArrayList<>();
    lines.add("driver: " + machine.none().orElseGet(() -> "NVIDIA " + devices.get(0).driver()));
    devices.stream().map(Device::toString).forEach(lines::add);
    lines.addAll(Ability.profileOf(accelerator).map(this::built).orElseGet(this::unbuilt));
    return lines;
  }

  private List<String> built(Profile profile) {
    return List.of("needed: " + profile.needs(), "usable: " + usable(machine.check(profile)));
  }

  /** What another build could make of the devices that are here. */
  private List<String> unbuilt() {
    if (machine.devices().isEmpty()) {
      return List.of("needed: none; this build computes on the CPU");
    }
    List<String> lines = new ArrayList<>(List.of("usable: none; this build computes on the CPU"));
    Profile.ofBuilds()
        .map(profile -> "with -P" + profile.key() + ": " + usable(machine.check(profile)))
        .forEach(lines::add);
    return lines;
  }

  private static String usable(Answer answer) {
    Optional<String> missing = answer.missing();
    return missing.orElseGet(
        () ->
            "device "
                + String.join(
                    ", ",
                    answer.devices().stream().map(d -> Integer.toString(d.index())).toList()));
  }
}
