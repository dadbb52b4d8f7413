package org.sgdwalk.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.commons.io.FileUtils;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.report.page.PageContext;
import org.sgdwalk.report.page.PageFigures;
import org.sgdwalk.report.page.ReportPage;

/**
 * A report as files: {@code index.html}, {@code verdicts.md}, {@code effects.csv} and {@code
 * verdicts.json} with the same numbers, and below {@code SCALE/CELL/CLAIM} the figures of each
 * verdict as SVG, their data beside them as CSV, and what its seeds say as {@code seeds.csv}. The
 * same verdicts and traces give the same bytes, but for {@code index.html}: the page alone says how
 * long runs took.
 */
public final class ReportFolder {
  private static final String HTML = "index.html";
  private static final String PAGE = "verdicts.md";
  private static final String EFFECTS = "effects.csv";
  private static final String VERDICTS = "verdicts.json";
  private static final String SEEDS = "seeds.csv";

  private final Path folder;
  private final PageFigures drawn = new PageFigures();

  /** A report in a folder, which need not exist. */
  public ReportFolder(Path folder) {
    this.folder = folder;
  }

  /** Removes what an earlier report of a scale left, and the pages and tables of any. */
  public void clear(Scale scale) throws IOException {
    for (String page : List.of(HTML, PAGE, EFFECTS, VERDICTS)) {
      Files.deleteIfExists(folder.resolve(page));
    }
    FileUtils.deleteDirectory(folder.resolve(scale.key()).toFile());
  }

  /** Writes figures and seeds of a judged case; nothing where it was not run. */
  public void add(Judged judged, List<Figure> figures) throws IOException {
    if (judged.verdict().seeds().isEmpty()) {
      return;
    }
    Path place = Files.createDirectories(folder.resolve(place(judged.of())));
    Files.writeString(place.resolve(SEEDS), SeedsCsv.of(judged.verdict()));
    for (Figure figure : figures) {
      Files.writeString(place.resolve(figure.fileName() + ".svg"), figure.svg());
      Files.writeString(place.resolve(figure.fileName() + ".csv"), figure.csv());
      drawn.add(place(judged.of()), figure);
    }
  }

  /**
   * The page of a scale's verdicts, in Markdown.
   *
   * @param environment what else describes the runs, in order
   * @param cells the cells that were judged
   * @param made the seeds of an arm of a cell whose runs were made, for the paper's tables
   */
  public static String page(
      Scale scale,
      Map<String, String> environment,
      List<Judged> judged,
      List<Cell> cells,
      BiFunction<Cell, Arm, List<SeedTraces>> made) {
    String matrix = VerdictMatrix.markdown(scale, environment, judged);
    return scale == Scale.PAPER ? matrix + "\n" + PaperTables.markdown(cells, made) : matrix;
  }

  /**
   * Writes pages and tables of all verdicts, in the place of those that are there.
   *
   * @param page in Markdown
   * @param context what else describes the runs
   * @param judged verdicts whose figures were added
   */
  public void write(String page, PageContext context, List<Judged> judged) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(PAGE), page);
    Files.writeString(folder.resolve(EFFECTS), EffectsCsv.of(judged));
    Files.writeString(folder.resolve(VERDICTS), VerdictsJson.of(context.facts(), judged));
    Files.writeString(
        folder.resolve(HTML), ReportPage.html(context, judged, drawn, ReportFolder::place));
  }

  /** Below the report's folder, for example {@code ci/mlp-mnist/T1}. */
  static String place(Case of) {
    return String.join("/", of.cell().scale().key(), of.cell().folder(), of.claim().id());
  }
}
