package org.sgdwalk.report.page;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.paper.Claims;

/**
 * All that a page shows.
 *
 * @param context what it says beside the verdicts
 * @param scales a matrix each
 * @param figures the documents that its figures have
 * @param walks the walks that it shows update by update
 */
record PageView(PageContext context, List<ScaleView> scales, PageFigures figures, PageWalks walks) {

  static PageView of(
      PageContext context, List<Judged> judged, PageFigures figures, Function<Case, String> place) {
    List<Judged> inOrder =
        judged.stream().sorted(comparing(of -> Claims.all().indexOf(of.of().claim()))).toList();
    PageWalks walks = PageWalks.of(inOrder);
    Function<Judged, JudgementView> view =
        of ->
            JudgementView.of(
                of,
                place.apply(of.of()),
                figures.at(place.apply(of.of())),
                walks.of(of.of()),
                context.traces());
    Map<Scale, List<Judged>> byScale =
        inOrder.stream().collect(groupingBy(of -> of.of().cell().scale(), TreeMap::new, toList()));
    return new PageView(
        withOrigins(context, judged),
        byScale.entrySet().stream()
            .map(scale -> ScaleView.of(scale.getKey(), scale.getValue(), view, context.cost()))
            .toList(),
        figures,
        walks);
  }

  /** What draws the walks; null where there is none. */
  @Nullable PlotLibrary plots() {
    return walks.byCell().isEmpty() ? null : PlotLibrary.load();
  }

  /** What the benchmarks say. */
  List<BenchmarkView> benchmarks() {
    return BenchmarkView.of(context.cost());
  }

  /** Who made the traces that are at hand, where nothing else says it. */
  private static PageContext withOrigins(PageContext context, List<Judged> judged) {
    Origins origins = Origins.of(judged);
    PageContext with = context;
    for (Map.Entry<String, Set<String>> origin : origins.byName().entrySet()) {
      with = with.with(origin.getKey(), String.join("; ", new LinkedHashSet<>(origin.getValue())));
    }
    return with;
  }
}
