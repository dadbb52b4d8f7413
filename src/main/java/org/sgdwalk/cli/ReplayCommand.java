package org.sgdwalk.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.net.natives.PinnedKernels;
import org.sgdwalk.run.InitialTheta;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.ArithmeticChoice;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceComparison;
import org.sgdwalk.trace.TraceComparison.Outcome;
import org.sgdwalk.trace.TraceDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay DIR}. */
@Command(
    name = "replay",
    description = {
      "Runs a trace's manifest again and compares: identical, equal within tolerance (something else"
          + " computed), or different (exit code 4).",
      "Takes the engine that the trace names, unless -Dsgdwalk.engine says another; writes nothing."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int DIFFERENT = 4;

  private final Options options;

  ReplayCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "Directory of a trace.")
  private Path directory;

  @Override
  public Integer call() {
    Trace recorded = TraceDirectory.read(directory);
    Manifest manifest = recorded.manifest();
    InitialTheta from = start(manifest);
    Settings settings = Settings.of(asRecorded(manifest.provenance()));
    RunResult here =
        RunCommand.run(manifest.spec(), from, Keeping.NOTHING, settings, Delivery.NONE);
    TraceComparison comparison =
        TraceComparison.of(directory, recorded, here.trace(), here.thetaFiles());
    ReplayText.lines(comparison).forEach(command.commandLine().getOut()::println);
    return comparison.outcome() == Outcome.DIFFERENT ? DIFFERENT : 0;
  }

  private @Nullable InitialTheta start(Manifest manifest) {
    if (manifest.provenance().initialTheta() == null) {
      return null;
    }
    Path file = directory.resolve(TraceDirectory.thetaFileName(0));
    if (!manifest.sha256().containsKey(file.getFileName().toString())) {
      throw new InputException(
          file + ": missing in the manifest; a run from a theta file is made again from there");
    }
    return InitialTheta.read(file);
  }

  /** What computed it, where this program has that and no option says otherwise. */
  private Options asRecorded(Provenance provenance) {
    String key = directory + ": provenance";
    if (!Engines.names().contains(provenance.engine())) {
      return options;
    }
    String backend = provenance.backend();
    Options engine =
        options
            .withDefault("engine", key, provenance.engine())
            .withDefault("kernels", key, PinnedKernels.choiceOf(backend).key());
    if (!Engines.isOnCard(backend)) {
      return engine.withDefault("device", key, "cpu");
    }
    if (!Settings.of(engine).engine().device().isCuda()) {
      return engine; // A CPU has one arithmetic.
    }
    ArithmeticChoice arithmetic = ArithmeticChoice.described(backend);
    return engine
        .withDefault("tf32", key, String.valueOf(arithmetic.tf32()))
        .withDefault("deterministic", key, String.valueOf(arithmetic.deterministic()));
  }
}
