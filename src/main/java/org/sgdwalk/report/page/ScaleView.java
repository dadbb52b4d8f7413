package org.sgdwalk.report.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.paper.PaperFigure;
import org.sgdwalk.words.Digits;

/**
 * The matrix of a scale.
 *
 * @param scale the scale
 * @param cells its columns
 * @param sections its rows, by section of the paper
 * @param outcomes how often each word is said, those that are said
 * @param judgements number of verdicts
 * @param seeds which seeds were judged
 * @param error how often a word may be wrong
 * @param costs what the cells took
 */
record ScaleView(
    Scale scale,
    List<CellView> cells,
    List<SectionView> sections,
    List<OutcomeView> outcomes,
    int judgements,
    String seeds,
    String error,
    List<CostView> costs) {

  /**
   * Of the verdicts of one scale.
   *
   * @param all in the paper's order
   */
  static ScaleView of(
      Scale scale, List<Judged> all, Function<Judged, JudgementView> view, Cost cost) {
    List<Cell> cells = all.stream().map(judged -> judged.of().cell()).distinct().toList();
    return new ScaleView(
        scale,
        cells.stream().map(cell -> CellView.of(cell, all)).toList(),
        sections(scale, all, view),
        Arrays.stream(Outcome.values())
            .map(outcome -> new OutcomeView(outcome, count(all, outcome)))
            .filter(outcome -> outcome.count() > 0)
            .toList(),
        all.size(),
        seeds(scale, all),
        "each word of a judgement errs in at most 1 of %.0f cases; of matrices of %d judgements at most %s have one that does"
            .formatted(
                1 / Catalog.stopping(scale).error(),
                Catalog.judgements(scale),
                Digits.percent(Catalog.judgements(scale) * Catalog.stopping(scale).error())),
        cells.stream().map(cell -> CostView.of(cell, all, cost)).toList());
  }

  /** Whether its cells are smaller than the paper's. */
  boolean isSmall() {
    return scale == Scale.CI || scale == Scale.DESK;
  }

  /** The networks that a reader chooses from. */
  List<String> families() {
    return cells.stream().map(CellView::family).distinct().toList();
  }

  /** The figures of the paper that its claims are seen in. */
  List<PaperFigureView> paperFigures() {
    List<ClaimView> claims =
        sections.stream().flatMap(section -> section.claims().stream()).toList();
    return PaperFigure.all().stream()
        .map(figure -> PaperFigureView.of(figure, claims, cells))
        .filter(view -> !view.claims().isEmpty())
        .toList();
  }

  /** How many runs the verdicts rest on. */
  long runs() {
    return costs.stream().mapToLong(CostView::runs).sum();
  }

  /** How many updates they make. */
  long updates() {
    return costs.stream().mapToLong(CostView::updates).sum();
  }

  /** How many of them were made. */
  long made() {
    return costs.stream().mapToLong(CostView::made).sum();
  }

  private static long count(List<Judged> all, Outcome outcome) {
    return all.stream().filter(judged -> judged.verdict().outcome() == outcome).count();
  }

  private static List<SectionView> sections(
      Scale scale, List<Judged> all, Function<Judged, JudgementView> view) {
    Map<Claim, List<JudgementView>> byClaim = new LinkedHashMap<>();
    for (Judged judged : all) {
      byClaim
          .computeIfAbsent(judged.verdict().of(), claim -> new ArrayList<>())
          .add(view.apply(judged));
    }
    return byClaim.entrySet().stream()
        .map(e -> new ClaimView(scale.key() + "-" + e.getKey().id(), e.getKey(), e.getValue()))
        .collect(groupingBy(claim -> claim.card().section(), TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(section -> new SectionView(section.getKey(), section.getValue()))
        .toList();
  }

  private static String seeds(Scale scale, List<Judged> all) {
    List<Long> seeds =
        all.stream()
            .flatMap(judged -> judged.verdict().seeds().stream())
            .map(SeedOutcome::seed)
            .sorted()
            .toList();
    String most = ", at most " + Catalog.stopping(scale).mostSeeds() + " a claim";
    return (seeds.isEmpty() ? "none" : seeds.get(0) + " to " + seeds.get(seeds.size() - 1)) + most;
  }
}
