package org.sgdwalk.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.sgdwalk.device.GpuPreflight.Machine;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.engines.Ability;
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
  private final Supplier<Machine> machine;
  private final String accelerator;

  @Spec private CommandSpec command;

  /** The command for this machine and build. */
  DoctorCommand(Options options) {
    this(options, Machine::here, BuildInfo.accelerator());
  }

  /** The command for another machine and build. */
  DoctorCommand(Options options, Supplier<Machine> machine, String accelerator) {
    this.options = options;
    this.machine = machine;
    this.accelerator = accelerator;
  }

  @Override
  public Integer call() {
    Settings settings = Settings.of(options);
    Machine here = machine.get();
    GpuText gpu = new GpuText(accelerator, here);
    PrintWriter out = command.commandLine().getOut();
    new DoctorText(settings, accelerator, gpu).lines().forEach(out::println);
    out.flush();
    new Ability(accelerator, here)
        .missing(settings.engine())
        .ifPresent(
            line -> {
              throw new InputException(line);
            });
    return 0;
  }
}
