package org.sgdwalk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.BarrierCount;
import org.sgdwalk.sensitivity.Sensitivity;
import org.sgdwalk.sensitivity.Sensitivity.Varied;
import org.sgdwalk.words.Digits;

/** Which verdicts and effects depend on choices that the paper leaves open, as a Markdown page. */
public final class SensitivityPage {
  private static final String REFERENCE = "reference";
  private static final String UNTOUCHED = "-";

  private SensitivityPage() {}

  /**
   * The page: what was run, the variants, and for each cell verdicts, effects and barriers.
   *
   * @param environment what describes the run, in order
   */
  public static String markdown(Map<String, String> environment, List<Sensitivity> cells) {
    return "# Sensitivity\n\n"
        + environment.entrySet().stream()
            .map(line -> "- " + line.getKey() + ": " + line.getValue() + "\n")
            .collect(Collectors.joining())
        + "\n## Variants\n\n"
        + variants(cells)
        + cells.stream().map(SensitivityPage::cell).collect(Collectors.joining());
  }

  private static String variants(List<Sensitivity> cells) {
    MarkdownTable table = new MarkdownTable(List.of("variant", "what it changes"));
    cells.stream()
        .flatMap(cell -> cell.variants().stream())
        .map(Varied::variant)
        .distinct()
        .forEach(variant -> table.row(List.of(variant.id(), variant.meaning())));
    return table.text();
  }

  private static String cell(Sensitivity cell) {
    return "\n## "
        + cell.cell().id()
        + "\n\nVerdict and seeds as claimed, of those that count. Bold: another verdict"
        + " than the reference. `-`: the variant changes none of the claim's runs.\n\n"
        + table(cell, SensitivityPage::verdict)
        + "\nMedian effect with its order-statistic interval. Bold: the interval does not meet that of"
        + " the reference.\n\n"
        + table(cell, SensitivityPage::effect)
        + barriers(cell);
  }

  /** How a verdict is written beside that of the reference, or alone where it is the reference. */
  private interface Words {
    String of(Verdict verdict, @Nullable Verdict reference);
  }

  private static String table(Sensitivity cell, Words words) {
    List<String> heads = new ArrayList<>(List.of("claim", REFERENCE));
    cell.variants().forEach(varied -> heads.add(varied.variant().id()));
    MarkdownTable table = new MarkdownTable(heads);
    for (Verdict reference : cell.reference()) {
      List<String> row = new ArrayList<>(List.of(reference.claim().id()));
      row.add(words.of(reference, null));
      for (Varied varied : cell.variants()) {
        row.add(
            varied
                .verdict(reference.claim().id())
                .map(verdict -> words.of(verdict, reference))
                .orElse(UNTOUCHED));
      }
      table.row(row);
    }
    return table.text();
  }

  private static String verdict(Verdict verdict, @Nullable Verdict reference) {
    String text = verdict.outcome() + " " + verdict.holds() + "/" + verdict.counted();
    return reference == null || reference.outcome() == verdict.outcome() ? text : bold(text);
  }

  private static String effect(Verdict verdict, @Nullable Verdict reference) {
    String text = verdict.effect().map(Digits::effect).orElse("none");
    return reference == null || meet(verdict, reference) ? text : bold(text);
  }

  private static boolean meet(Verdict one, Verdict other) {
    return one.effect().isPresent() == other.effect().isPresent()
        && one.effect()
            .flatMap(a -> other.effect().map(b -> a.low() <= b.high() && b.low() <= a.high()))
            .orElse(true);
  }

  private static String bold(String text) {
    return "**" + text + "**";
  }

  private static String barriers(Sensitivity cell) {
    if (cell.barriers().isEmpty()) {
      return "";
    }
    List<String> heads = new ArrayList<>(List.of("epoch", "updates", REFERENCE));
    List<List<BarrierCount>> columns = new ArrayList<>(List.of(cell.barriers()));
    for (Varied varied : cell.variants()) {
      if (!varied.barriers().isEmpty()) {
        heads.add(varied.variant().id());
        columns.add(varied.barriers());
      }
    }
    MarkdownTable table = new MarkdownTable(heads);
    for (int row = 0; row < cell.barriers().size(); row++) {
      BarrierCount reference = cell.barriers().get(row);
      List<String> cells =
          new ArrayList<>(
              List.of(String.valueOf(reference.epoch()), Digits.three(reference.updates())));
      for (List<BarrierCount> column : columns) {
        cells.add(barriers(column.get(row)));
      }
      table.row(cells);
    }
    return "\nBarriers that the updates of an epoch of the long run cross, mean over its seeds: of any"
        + " height (above the walk's numerical floor). They decide nothing.\n\n"
        + table.text();
  }

  private static String barriers(BarrierCount count) {
    return Digits.three(count.any()) + " (" + Digits.three(count.aboveFloor()) + ")";
  }
}
