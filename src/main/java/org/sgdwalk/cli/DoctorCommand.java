package org.sgdwalk.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sgdwalk.device.GpuPreflight.Machine;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}. */
@Command(
    name = "doctor",
    description = {
      "Shows what this machine has of what a run or a build needs, a fact a line, and loads no native"
          + " library: build, NVIDIA driver and devices, engine and kernels, CPU, memory, the cache of"
          + " natives, Docker, data sets.",
      "Ends with 2 where what the build and the options ask for cannot run here; one line says what is"
          + " missing."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Options options;
  private final Function<Settings, Optional<String>> device;
  private final Supplier<Machine> machine;
  private final String accelerator;

  @Spec private CommandSpec command;

  /**
   * The command for this machine and build.
   *
   * @param device the device that settings ask for: cpu, cuda or cuda:N; empty for the build's own
   */
  DoctorCommand(Options options, Function<Settings, Optional<String>> device) {
    this(options, device, Machine::here, BuildInfo.accelerator());
  }

  /** The command for another machine and build. */
  DoctorCommand(
      Options options,
      Function<Settings, Optional<String>> device,
      Supplier<Machine> machine,
      String accelerator) {
    this.options = options;
    this.device = device;
    this.machine = machine;
    this.accelerator = accelerator;
  }

  @Override
  public Integer call() {
    Settings settings = Settings.of(options);
    Optional<String> asked = device.apply(settings);
    Machine here = machine.get();
    PrintWriter out = command.commandLine().getOut();
    new DoctorText(settings, asked, new GpuText(accelerator, here)).lines().forEach(out::println);
    out.flush();
    new Ability(accelerator, asked, () -> here).require(settings.engine());
    return 0;
  }
}
