package org.sgdwalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.run.Plan;
import org.sgdwalk.run.PlannedCell;
import org.sgdwalk.run.PlannedRun;
import org.sgdwalk.run.Settings;
import org.sgdwalk.spec.SpecJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan [--specs DIR]}. */
@Command(
    name = "plan",
    description = {
      "Shows what the claims need, and runs nothing: cells, networks, data sets and where they"
          + " are, the runs of a seed, the claims that share each, and the images that go through"
          + " the network.",
      "Takes -Dsgdwalk.scale, .cells, .claims and .seeds too; the options here win."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec command;

  @Option(names = "--scale", paramLabel = "SCALE", description = "smoke, ci (default) or paper.")
  private @Nullable String scale;

  @Option(
      names = "--cells",
      paramLabel = "IDS",
      description = "Ids of cells, separated by commas, for example mlp/mnist; default all.")
  private @Nullable String cells;

  @Option(
      names = "--claims",
      paramLabel = "IDS",
      description = "Ids of claims, separated by commas, for example T1,R4; default all.")
  private @Nullable String claims;

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
    Settings settings = Settings.ofProcess(given());
    Plan plan = Plan.of(settings);
    if (plan.cells().isEmpty()) {
      throw new InputException(
          "none of the claims " + settings.claims() + " is judged in " + settings.cells());
    }
    if (specs != null) {
      NewDirectory.require(specs, "--specs");
    }
    PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
    out.print(new PlanText(plan, settings.dataPlaces()).text());
    if (specs != null) {
      write(plan, specs);
      out.println(
          "\nSpecs of seed " + plan.seeds().first() + " are in " + specs + ": sgd-walk run SPEC");
    }
    out.flush();
    return 0;
  }

  private Map<String, String> given() {
    Map<String, String> given = new TreeMap<>();
    put(given, "scale", scale);
    put(given, "cells", cells);
    put(given, "claims", claims);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }

  private static void write(Plan plan, Path directory) {
    try {
      for (PlannedCell cell : plan.cells()) {
        Path folder = directory.resolve(cell.cell().id().replace('/', '-'));
        Files.createDirectories(folder);
        for (PlannedRun run : cell.runs()) {
          String name = run.arm().name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
          Files.writeString(folder.resolve(name), SpecJson.write(run.spec()) + "\n");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be written", e);
    }
  }
}
