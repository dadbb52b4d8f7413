package org.sgdwalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.figure.Figures;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.report.ReportFolder;
import org.sgdwalk.report.TerminalMatrix;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What commands that judge print, and write where they are asked for a report. */
final class Verdicts {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description =
          "Also writes the verdicts as a page, their figures, and what each seed says; the folder"
              + " must not exist.")
  private @Nullable Path report;

  /** Work that ends with a report, or without. */
  interface Work {
    /** Does it; {@code page} is where the report goes, null for none. */
    int with(@Nullable NewDirectory page);
  }

  /** What goes into a report. */
  interface Content {
    /** Writes the page of a folder that will lie in {@code place}. */
    void write(ReportFolder folder, Path place) throws IOException;
  }

  /** Does the work with the report's place taken before it. */
  int judge(Work work) {
    if (report == null) {
      return work.with(null);
    }
    try (NewDirectory page = NewDirectory.open(report, "--report")) {
      return work.with(page);
    }
  }

  /** A line a verdict. */
  void printLines(List<Judged> judged) {
    judged.forEach(of -> out().println(VerdictLine.of(of.verdict())));
  }

  /** The matrix, in colour on a terminal. */
  void printMatrix(List<Judged> judged) {
    boolean colour = command.commandLine().getColorScheme().ansi().enabled();
    out().print("\n" + new TerminalMatrix(colour, TerminalMatrix.charset()).of(judged));
    out().flush();
  }

  /** Writes the report where one was asked for: figures, and what comes with them. */
  void report(@Nullable NewDirectory page, List<Judged> judged, Content content) {
    if (page == null || report == null) {
      return;
    }
    Path place = report;
    page.make(
        folder -> {
          ReportFolder files = new ReportFolder(folder);
          for (Judged of : judged) {
            files.add(of, Figures.of(of));
          }
          content.write(files, place);
        });
    out().println("report in " + place);
  }

  /** What lies beside a page, by its name there; for more to be added. */
  static Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("Verdicts as text", "verdicts.md");
    links.put("Effects as CSV", "effects.csv");
    return links;
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }
}
