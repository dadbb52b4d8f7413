package org.sgdwalk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.figure.WalkFigure;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.InitialTheta;
import org.sgdwalk.run.LocalRunner;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.run.checkpoint.Checkpoints;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.run.checkpoint.RunStopped;
import org.sgdwalk.run.checkpoint.StopSignal;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecException;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.RunFolder;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code run SPEC.json [--theta FILE.npz] --out DIR [--resume] [--figure FILE.svg [--beside DIR]]}.
 */
@Command(
    name = "run",
    description = {
      "Trains one network, probes the loss surface at each step, writes a trace.",
      "Data that is in no data directory and not in the cache is downloaded, unless"
          + " -Dsgdwalk.offline."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final int DIVERGED = 3;
  private static final int STOPPED = 143;

  private final Options options;

  RunCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "SPEC.json", description = "What to run; see docs/spec.md.")
  private Path specFile;

  @Option(
      names = "--theta",
      paramLabel = "FILE.npz",
      description = {
        "Starts at the theta of this file, and at its running statistics where it has them, instead"
            + " of a theta drawn from the seed.",
        "A file like a trace's theta-000000.npz, which such a run always keeps; see docs/trace.md."
      })
  private @Nullable Path thetaFile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Trace directory to make; it must not exist.")
  private Path out;

  @Option(
      names = "--figure",
      paramLabel = "FILE.svg",
      description =
          "Also draws the walk: loss, valley floors, cosine, distance. Replaces the file.")
  private @Nullable Path figure;

  @Option(
      names = "--beside",
      paramLabel = "DIR",
      description = "With --figure: draws the walk of this trace at its left, over the same axes.")
  private @Nullable Path beside;

  @Option(
      names = "--resume",
      description =
          "Goes on from the last checkpoint of a run that was ended; from its start where"
              + " there is none.")
  private boolean resume;

  @Option(
      names = "--checkpoint-minutes",
      paramLabel = "N",
      description = "Minutes between two checkpoints; as -Dsgdwalk.checkpoint.minutes, default 5.")
  private @Nullable String minutes;

  @Override
  public Integer call() {
    Settings settings =
        Settings.of(options.with("checkpoint.minutes", "--checkpoint-minutes", minutes));
    RunSpec spec = read(specFile);
    requireDrawable(spec);
    Trace left = beside == null ? null : readBeside(beside);
    InitialTheta from = thetaFile == null ? null : InitialTheta.read(thetaFile);
    try (StopSignal stop = StopSignal.ofProcess()) {
      return stop.await(
          () -> {
            try (RunFolder folder = place()) {
              return run(spec, from, left, settings, folder, stop);
            }
          });
    }
  }

  private int run(
      RunSpec spec,
      @Nullable InitialTheta from,
      @Nullable Trace left,
      Settings settings,
      RunFolder folder,
      StopSignal stop) {
    Keeping keeping = Keeping.in(folder.folder(), settings.checkpoints(), stop, this::warn);
    long begun = System.nanoTime();
    RunResult result;
    try {
      result = run(spec, from, keeping, settings, DataCommand.delivery(settings));
    } catch (RunStopped e) {
      return stopped(e, folder.folder().partial());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    folder.publish(result.trace(), result.thetaFiles());
    draw(left, result.trace());
    return tell(result.trace(), took);
  }

  /** Takes the place of the trace, and what a run that was ended there has left. */
  private RunFolder place() {
    RunFolder folder = NewDirectory.ofRun(out, "--out");
    if (!Checkpoints.areIn(folder.folder().partial())) {
      folder.folder().clear();
      return folder;
    }
    folder.folder().keep();
    if (!resume) {
      folder.close();
      throw new InputException(
          out
              + ": a run was ended here; --resume goes on with it, and without "
              + folder.folder().partial()
              + " it begins anew");
    }
    return folder;
  }

  private void warn(String line) {
    command.commandLine().getErr().println(line);
  }

  /** The signal's own exit code is the JVM's; this one is that of a stop which no signal made. */
  private int stopped(RunStopped at, Path partial) {
    String again =
        RepeatedCommand.with(
            command.commandLine().getParent() == null
                ? List.of()
                : command.commandLine().getParent().getParseResult().originalArgs(),
            "--resume");
    warn(
        "stopped after update "
            + at.updates()
            + (at.notKept() == null ? " and kept" : ", which is not kept (" + at.notKept() + ")")
            + (Checkpoints.areIn(partial)
                ? "; to go on: " + again
                : "; nothing is kept of the run"));
    return STOPPED;
  }

  private int tell(Trace trace, Duration took) {
    CommandLine commands = command.commandLine();
    if (trace.manifest().status() instanceof Status.Diverged diverged) {
      commands.getErr().printf("diverged at step %d; its trace is in %s%n", diverged.step(), out);
      return DIVERGED;
    }
    RunSummary summary = new RunSummary(trace);
    commands.getOut().println(summary.line(took) + "; trace in " + out);
    summary.warning().ifPresent(commands.getErr()::println);
    return 0;
  }

  /** Runs a spec with the settings' engine, and shows how far it is. */
  static RunResult run(
      RunSpec spec,
      @Nullable InitialTheta from,
      Keeping keeping,
      Settings settings,
      Delivery delivery) {
    DataCatalog catalog = new DataCatalog(settings.dataPlaces(), delivery);
    LocalRunner runner = new LocalRunner(catalog, settings.threads(), settings.engine());
    try (Progress progress = Progress.of("training", "steps", spec.updates())) {
      return runner.run(spec, from, keeping, progress);
    }
  }

  private void requireDrawable(RunSpec spec) {
    if (figure == null) {
      return;
    }
    if (spec.probes().crossSection() == null) {
      throw new InputException(
          specFile + ": probes.crossSection is missing; --figure draws what it measures");
    }
    if (!figure.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      throw new InputException(figure + ": --figure writes SVG; its name must end with .svg");
    }
    Path folder = figure.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(figure)) {
      throw new InputException(figure + ": --figure must name a file in a folder that exists");
    }
    try {
      Files.delete(Files.createTempFile(folder, figure.getFileName().toString(), null));
    } catch (IOException e) {
      throw new InputException(figure + ": cannot be written: " + DiskException.words(e));
    }
  }

  private Trace readBeside(Path directory) {
    if (figure == null) {
      throw new InputException("--beside: must come with --figure, which draws it");
    }
    if (!TraceDirectory.isTrace(directory)) {
      throw new InputException(
          directory + ": no trace directory; --beside must name one that is there already");
    }
    Trace trace = TraceDirectory.read(directory);
    if (trace.manifest().spec().probes().crossSection() == null || trace.steps().isEmpty()) {
      throw new InputException(
          directory + ": has no cross-section to draw; --beside must name a trace that has");
    }
    return trace;
  }

  private void draw(@Nullable Trace left, Trace trace) {
    if (figure == null) {
      return;
    }
    if (trace.steps().isEmpty()) {
      command.commandLine().getErr().println(figure + ": not drawn, since no update was made");
      return;
    }
    try {
      List<Trace> walks = left == null ? List.of(trace) : List.of(left, trace);
      Files.writeString(figure, WalkFigure.of(walks).svg());
    } catch (IOException e) {
      throw new UncheckedIOException(figure + " cannot be written; the trace is in " + out, e);
    }
  }

  private static RunSpec read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": no such file; it must be a run specification in JSON");
    }
    try {
      return SpecJson.read(Files.readString(file));
    } catch (SpecException e) {
      throw new InputException(file + ": " + e.getMessage());
    } catch (CharacterCodingException e) {
      throw new InputException(
          file + ": is not UTF-8 text; it must be a run specification in JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
