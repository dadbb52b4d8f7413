package org.sgdwalk.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sgdwalk.judge.Verdict;

/**
 * X1, that claims are consistent across data sets and architectures (section 3): which words a
 * claim has over its cells. It has no error rate of its own.
 */
final class Consistency {
  private Consistency() {}

  /** A table of the claims, in their order, with a count of how many are consistent. */
  static String markdown(List<Verdict> verdicts) {
    Map<String, List<Verdict>> byClaim =
        verdicts.stream()
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict.claim().id(), LinkedHashMap::new, Collectors.toList()));
    MarkdownTable table = new MarkdownTable(List.of("claim", "consistent", "words"));
    byClaim.forEach((id, all) -> table.row(List.of(id, of(all), words(all))));
    Map<String, Long> counts =
        byClaim.values().stream()
            .collect(
                Collectors.groupingBy(Consistency::of, LinkedHashMap::new, Collectors.counting()));
    return "A claim is consistent where two cells or more are decided, and all with one word: yes %d, no %d, open %d.\n\n%s"
        .formatted(
            counts.getOrDefault("yes", 0L),
            counts.getOrDefault("no", 0L),
            counts.getOrDefault("open", 0L),
            table.text());
  }

  /** Whether the decided cells have one word; open where there are fewer than two. */
  static String of(List<Verdict> cells) {
    List<Verdict> decided = cells.stream().filter(v -> v.outcome().isDecided()).toList();
    long words = decided.stream().map(Verdict::outcome).distinct().count();
    return words > 1 ? "no" : decided.size() > 1 ? "yes" : "open";
  }

  private static String words(List<Verdict> cells) {
    return cells.stream()
        .collect(Collectors.groupingBy(Verdict::outcome, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
