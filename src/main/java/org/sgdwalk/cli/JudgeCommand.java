package org.sgdwalk.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.report.ReportFolder;
import org.sgdwalk.report.page.Cost;
import org.sgdwalk.report.page.PageContext;
import org.sgdwalk.session.OwnCells;
import org.sgdwalk.session.SavedTraces;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code judge DIR... [--cells FILES] [--report FOLDER]}. */
@Command(
    name = "judge",
    description = {
      "Judges the claims from saved traces, without training, and prints the matrix of verdicts, in"
          + " colour on a terminal unless NO_COLOR is set.",
      "A trace belongs to a claim when its spec is that of one of the claim's arms, whatever its"
          + " seed, and it did not start from a theta file. Seeds are judged in ascending order."
    },
    mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
  private static final Map<String, String> ENVIRONMENT = Map.of("judged", "from saved traces");

  private final Options options;

  JudgeCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Trace directories, or folders of them at any depth.")
  private List<Path> directories = List.of();

  @Option(
      names = "--cells",
      paramLabel = "FILES",
      description =
          "Cells of your own beside the built-in ones, files separated by commas, at"
              + " -Dsgdwalk.scale; see docs/own-cell.md.")
  private @Nullable String cells;

  @Mixin private Verdicts verdicts = new Verdicts();

  @Override
  public Integer call() {
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new InputException(directory + ": no such directory; it must be or hold a trace");
      }
    }
    return verdicts.judge(this::judge);
  }

  private int judge(@Nullable NewDirectory page) {
    SavedTraces saved = SavedTraces.read(directories, OwnCells.of(settings()));
    List<Judged> judged = saved.judge();
    verdicts.printLines(judged);
    saved
        .strangers()
        .forEach(
            (directory, difference) ->
                command.commandLine().getErr().println(directory + ": " + difference));
    requireSome(judged);
    verdicts.printMatrix(judged);
    verdicts.report(
        page, judged, (folder, place) -> write(folder, context(place, saved), saved, judged));
    return 0;
  }

  private void requireSome(List<Judged> judged) {
    if (judged.isEmpty()) {
      throw new InputException(
          String.join(", ", directories.stream().map(Path::toString).toList())
              + ": no trace there belongs to a claim; plan --specs DIR writes the specs that do,"
              + " docs/own-cell.md says how to make a cell of your own");
    }
  }

  private Settings settings() {
    return Settings.of(options.with("cells", "--cells", cells));
  }

  /** Cells of several scales have a page each, one after the other. */
  private static void write(
      ReportFolder folder, PageContext context, SavedTraces saved, List<Judged> judged)
      throws IOException {
    Map<Scale, List<Judged>> byScale =
        judged.stream().collect(groupingBy(of -> of.of().cell().scale(), TreeMap::new, toList()));
    folder.write(
        byScale.entrySet().stream()
            .map(scale -> page(scale.getKey(), scale.getValue(), saved))
            .collect(joining("\n")),
        context,
        judged);
  }

  private PageContext context(Path page, SavedTraces saved) {
    Map<String, String> links = Verdicts.links();
    for (Path directory : directories) {
      links.put("Traces in " + directory, PageContext.address(page, directory));
    }
    return new PageContext(
        Map.of("Judged", "from saved traces"),
        links,
        (cell, arm, seed) ->
            saved.folder(cell, arm, seed).map(of -> PageContext.address(page, of)).orElse(""),
        Cost.ofSavedTraces());
  }

  private static String page(Scale scale, List<Judged> judged, SavedTraces saved) {
    List<Cell> cells = judged.stream().map(of -> of.of().cell()).distinct().toList();
    return ReportFolder.page(scale, ENVIRONMENT, judged, cells, saved::made);
  }
}
