package org.sgdwalk.report;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Judged;
import org.sgdwalk.claim.Outcome;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedOutcome;
import org.sgdwalk.claim.Verdict;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.stats.SequentialTest;
import org.sgdwalk.words.Digits;

/** All verdicts of a scale as a Markdown page. */
public final class VerdictMatrix {
  private static final String NONE = "-";

  private VerdictMatrix() {}

  /**
   * The page: what was run, claims against cells, effects, why each verdict is what it is, and what
   * the test would miss.
   *
   * @param environment what else describes the run, for example the JDK, in order
   * @param judged verdicts of the scale's cells, in any order of claims
   */
  public static String markdown(Scale scale, Map<String, String> environment, List<Judged> judged) {
    List<Judged> ordered = judged.stream().sorted(comparing(VerdictMatrix::order)).toList();
    List<Verdict> verdicts = ordered.stream().map(Judged::verdict).toList();
    return String.join(
        "\n",
        "# Verdicts at scale " + scale.key() + "\n",
        run(scale, environment, verdicts),
        "## Claims and cells\n",
        matrix(verdicts),
        "## Effects\n",
        "Median over the seeds with its bootstrap 95 % interval; `holds` counts the seeds for which"
            + " the criterion is met; `record` compares with `fixtures/verdicts`.\n",
        effects(ordered),
        "## Reasons\n",
        reasons(ordered),
        "## Power\n",
        "Were a claim to hold with this probability for a seed: SUPPORTED / REFUTED / INCONCLUSIVE in"
            + " percent, then the expected number of seeds. `distance` is that of a normal effect's"
            + " mean from the threshold, in its standard deviations over seeds.\n",
        PowerTable.markdown(Catalog.test(scale), List.of(Catalog.seedCap(scale))));
  }

  /** Claims in the order of the paper. */
  static int order(Judged judged) {
    return Claims.all().indexOf(judged.of().claim());
  }

  private static String run(Scale scale, Map<String, String> environment, List<Verdict> verdicts) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("scale", scale.key());
    lines.put("seeds", seeds(verdicts) + ", at most " + Catalog.seedCap(scale) + " a claim");
    SequentialTest test = Catalog.test(scale);
    lines.put(
        "sequential test",
        "P(holds) <= %s against P(holds) >= %s, alpha = %s, beta = %s"
            .formatted(
                Digits.three(SequentialTest.P0),
                Digits.three(SequentialTest.P1),
                Digits.three(test.alpha()),
                Digits.three(test.beta())));
    lines.putAll(environment);
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    return lines.entrySet().stream()
        .map(
            line ->
                "- "
                    + line.getKey()
                    + ": "
                    + " ".repeat(width - line.getKey().length())
                    + line.getValue()
                    + "\n")
        .collect(Collectors.joining());
  }

  private static String seeds(List<Verdict> verdicts) {
    List<Long> seeds =
        verdicts.stream()
            .flatMap(verdict -> verdict.seeds().stream())
            .map(SeedOutcome::seed)
            .sorted()
            .toList();
    return seeds.isEmpty() ? "none" : seeds.get(0) + " to " + seeds.get(seeds.size() - 1);
  }

  private static String matrix(List<Verdict> verdicts) {
    Set<String> cells = new LinkedHashSet<>();
    Map<String, Map<String, Outcome>> outcomes = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      cells.add(verdict.cell());
      outcomes
          .computeIfAbsent(verdict.claim().id(), id -> new LinkedHashMap<>())
          .put(verdict.cell(), verdict.outcome());
    }
    List<String> heads = new ArrayList<>(List.of("claim"));
    heads.addAll(cells);
    MarkdownTable table = new MarkdownTable(heads);
    outcomes.forEach(
        (id, byCell) -> {
          List<String> row = new ArrayList<>(List.of(id));
          for (String cell : cells) {
            Outcome outcome = byCell.get(cell);
            row.add(outcome == null ? NONE : outcome.name());
          }
          table.row(row);
        });
    return table.text();
  }

  private static String effects(List<Judged> all) {
    MarkdownTable table =
        new MarkdownTable(
            List.of(
                "claim",
                "cell",
                "verdict",
                "record",
                "median [95 % interval]",
                "holds",
                "criterion"));
    for (Judged judged : all) {
      Verdict verdict = judged.verdict();
      if (verdict.outcome() == Outcome.NOT_RUN) {
        continue;
      }
      table.row(
          List.of(
              verdict.claim().id(),
              verdict.cell(),
              verdict.outcome().name(),
              judged.match().kind().words(),
              verdict.effect().map(Digits::effect).orElse(NONE),
              verdict.holds() + "/" + verdict.seeds().size(),
              verdict.claim().criterion()));
    }
    return table.text();
  }

  private static String reasons(List<Judged> all) {
    Map<ClaimCard, List<Judged>> byClaim =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    judged -> judged.verdict().claim(), LinkedHashMap::new, Collectors.toList()));
    return byClaim.entrySet().stream()
        .map(entry -> reasons(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String reasons(ClaimCard claim, List<Judged> all) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(claim.id()).append(": ").append(claim.sentence()).append("\n\n");
    text.append("Effect: ").append(claim.statistic()).append(".\n\n");
    for (Judged judged : all) {
      Verdict verdict = judged.verdict();
      text.append("- ").append(verdict.cell()).append(": ").append(verdict.outcome());
      text.append("; ").append(verdict.reason()).append('.').append(files(judged)).append('\n');
    }
    return text.toString();
  }

  /** Where {@link ReportFolder} puts them, relative to the page. */
  private static String files(Judged judged) {
    return judged.verdict().seeds().isEmpty()
        ? ""
        : " [Figures and seeds](" + ReportFolder.place(judged.of()) + ").";
  }
}
