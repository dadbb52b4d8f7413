package org.sgdwalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.figure.Figures;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.VerdictRecord;
import org.sgdwalk.report.ReportFolder;
import org.sgdwalk.report.TerminalMatrix;
import org.sgdwalk.report.page.Cost;
import org.sgdwalk.report.page.PageContext;
import org.sgdwalk.session.ClaimSession;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.settings.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code study [--report FOLDER]}. */
@Command(
    name = "study",
    description = {
      "Trains what the chosen claims need, on this machine or a cluster, judges them and prints the"
          + " matrix of verdicts: what mvn verify does, without Maven.",
      "-Dsgdwalk.store.dir says where traces are kept; a study that is given again makes what is"
          + " missing there. -Dsgdwalk.runner=spark makes the runs on Apache Spark, in a build with"
          + " -Pspark; see docs/scale.md."
    },
    mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {
  /** What the benchmarks said last, where they have been run. */
  private static final Path SCORES = Path.of("target", "jmh.json");

  private final Options options;

  StudyCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description =
          "Also writes the verdicts as a page, their figures, and what each seed says; the folder"
              + " must not exist.")
  private @Nullable Path report;

  @Override
  public Integer call() {
    Settings settings = Settings.of(options);
    Path store = settings.storeDir();
    if (store == null) {
      throw new SettingsException(
          "sgdwalk.store.dir: must be given, a folder for the traces of the study");
    }
    if (report == null) {
      return study(settings, store, null);
    }
    try (NewDirectory page = NewDirectory.open(report, "--report")) {
      return study(settings, store, page);
    }
  }

  private int study(Settings settings, Path store, @Nullable NewDirectory page) {
    Instant started = Instant.now();
    PrintWriter out = command.commandLine().getOut();
    try (ClaimSession session = new ClaimSession(settings, store)) {
      session.prepare();
      List<Judged> judged =
          session.cases().stream().map(of -> session.judge(of, record(settings))).toList();
      judged.forEach(of -> out.println(VerdictLine.of(of.verdict())));
      boolean colour = command.commandLine().getColorScheme().ansi().enabled();
      out.print("\n" + new TerminalMatrix(colour, TerminalMatrix.charset()).of(judged));
      out.flush();
      if (page != null && report != null) {
        Duration took = Duration.between(started, Instant.now());
        Path place = report;
        page.make(folder -> write(folder, place, settings, session, judged, took));
        out.println("report in " + report);
      }
      List<String> failures = session.failures();
      failures.forEach(command.commandLine().getErr()::println);
      return failures.isEmpty() ? 0 : command.exitCodeOnInvalidInput();
    }
  }

  private static VerdictRecord record(Settings settings) {
    return VerdictRecord.read(Path.of("fixtures", "verdicts", settings.scale().key() + ".csv"));
  }

  private static void write(
      Path folder,
      Path place,
      Settings settings,
      ClaimSession session,
      List<Judged> judged,
      Duration took)
      throws IOException {
    ReportFolder files = new ReportFolder(folder);
    for (Judged of : judged) {
      files.add(of, Figures.of(of));
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Scale", settings.scale().key());
    facts.put("Seeds", session.seeds().toString());
    facts.putAll(session.environment());
    Map<String, String> links = new LinkedHashMap<>();
    links.put("Verdicts as text", "verdicts.md");
    links.put("Effects as CSV", "effects.csv");
    files.write(
        ReportFolder.page(
            settings.scale(), session.environment(), judged, session.cells(), session::made),
        new PageContext(
            facts,
            links,
            (cell, arm, seed) -> PageContext.address(place, session.folder(cell, arm, seed)),
            Cost.ofBuild(took, session::took, facts.getOrDefault("CPU", ""), SCORES)),
        judged);
  }
}
