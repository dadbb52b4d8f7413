package org.sgdwalk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.VerdictRecord;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.report.ReportFolder;
import org.sgdwalk.report.page.Cost;
import org.sgdwalk.report.page.PageContext;
import org.sgdwalk.session.ClaimSession;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.settings.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Mixin private Verdicts verdicts = new Verdicts();

  @Override
  public Integer call() {
    Settings settings = Settings.of(options);
    Path store = settings.storeDir();
    if (store == null) {
      throw new SettingsException(
          "sgdwalk.store.dir: must be given, a folder for the traces of the study");
    }
    return verdicts.judge(page -> study(settings, store, page));
  }

  private int study(Settings settings, Path store, @Nullable NewDirectory page) {
    Instant started = Instant.now();
    VerdictRecord record =
        VerdictRecord.read(Path.of("fixtures", "verdicts", settings.scale().key() + ".csv"));
    try (ClaimSession session = new ClaimSession(settings, store)) {
      session.prepare();
      List<Judged> judged = session.cases().stream().map(of -> session.judge(of, record)).toList();
      verdicts.printLines(judged);
      verdicts.printMatrix(judged);
      Duration took = Duration.between(started, Instant.now());
      verdicts.report(
          page,
          judged,
          (folder, place) -> write(folder, place, settings.scale(), session, judged, took));
      List<String> failures = session.failures();
      failures.forEach(command.commandLine().getErr()::println);
      return failures.isEmpty() ? 0 : command.exitCodeOnInvalidInput();
    }
  }

  private static void write(
      ReportFolder folder,
      Path place,
      Scale scale,
      ClaimSession session,
      List<Judged> judged,
      Duration took)
      throws IOException {
    Map<String, String> environment = session.environment();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Scale", scale.key());
    facts.put("Seeds", session.seeds().toString());
    facts.putAll(environment);
    folder.write(
        ReportFolder.page(scale, environment, judged, session.cells(), session::made),
        new PageContext(
            facts,
            Verdicts.links(),
            (cell, arm, seed) -> PageContext.address(place, session.folder(cell, arm, seed)),
            Cost.ofBuild(took, session::took, CpuFeatures.modelName(), SCORES)),
        judged);
  }
}
