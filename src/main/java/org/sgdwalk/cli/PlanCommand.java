package org.sgdwalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.session.Plan;
import org.sgdwalk.session.PlannedCell;
import org.sgdwalk.session.PlannedRun;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.SpecJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan [--measure] [--tflops X [--efficiency PERCENT]] [--specs DIR]}. */
@Command(
    name = "plan",
    description = {
      "Shows what the claims need, and makes no run: cells, networks, data sets and where they"
          + " are, arithmetic, time, memory and disk, the runs of a seed, the claims that share each,"
          + " and the images that go through the network.",
      "Takes -Dsgdwalk.scale, .cells, .claims and .seeds too; the options here win."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final Options options;

  PlanCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "smoke, ci (default), desk, paper-lite or paper.")
  private @Nullable String scale;

  @Option(
      names = "--cells",
      paramLabel = "IDS",
      description =
          "Ids of cells, separated by commas, for example mlp/mnist, and files of your own"
              + " (docs/own-cell.md); default all.")
  private @Nullable String cells;

  @Option(
      names = "--claims",
      paramLabel = "IDS",
      description = "Ids of claims, separated by commas, for example T1,R4; default all.")
  private @Nullable String claims;

  @Option(
      names = "--measure",
      description = {
        "Measures this machine first, some seconds a network: its peak, and the rate of each network"
            + " in gradients, sections and Hessian products on random images, with as many threads as"
            + " -Dsgdwalk.threads says.",
        "The time here is then of these rates; without, of a usual one that is assumed."
      })
  private boolean measure;

  @Option(
      names = "--tflops",
      paramLabel = "X",
      description =
          "Also says the time on a device that makes so many 10^12 multiplications and additions a"
              + " second, an assumption of yours.")
  private @Nullable Double teraflops;

  @Option(
      names = "--efficiency",
      paramLabel = "PERCENT",
      description =
          "With --tflops: the part of them that the runs reach; default 100, where X is what a device"
              + " is expected to sustain rather than its peak.")
  private @Nullable Double efficiency;

  @Option(
      names = "--specs",
      paramLabel = "DIR",
      description = {
        "Also writes the spec of each run of the first seed into DIR/CELL/RUN.json, for run; DIR must"
            + " not exist.",
        "judge knows the traces of such runs, whatever their seed."
      })
  private @Nullable Path specs;

  @Override
  public Integer call() {
    Settings settings =
        Settings.of(
            options
                .with("scale", "--scale", scale)
                .with("cells", "--cells", cells)
                .with("claims", "--claims", claims));
    Plan plan = Plan.of(settings);
    PlanDevice device = PlanDevice.of(teraflops, efficiency);
    if (specs == null) {
      return show(plan, settings, device, null);
    }
    try (NewDirectory directory = NewDirectory.open(specs, "--specs")) {
      return show(plan, settings, device, directory);
    }
  }

  private int show(
      Plan plan, Settings settings, @Nullable PlanDevice device, @Nullable NewDirectory directory) {
    PlanSpeeds speeds = measure ? PlanSpeeds.measure(plan, settings) : PlanSpeeds.ASSUMED;
    PrintWriter out = command.commandLine().getOut();
    PlanCosts costs = new PlanCosts(plan, settings.parallelRuns(), speeds, device);
    out.print(new PlanText(plan, settings, costs).text());
    if (directory != null) {
      directory.make(folder -> write(plan, folder));
      out.println(
          "\nSpecs of seed " + plan.seeds().first() + " are in " + specs + ": sgd-walk run SPEC");
    }
    out.flush();
    return 0;
  }

  private static void write(Plan plan, Path directory) throws IOException {
    for (PlannedCell cell : plan.cells()) {
      Path folder = directory.resolve(cell.cell().folder());
      Files.createDirectories(folder);
      for (PlannedRun run : cell.runs()) {
        String name = run.arm().key() + ".json";
        Files.writeString(folder.resolve(name), SpecJson.write(run.spec()) + "\n");
      }
    }
  }
}
