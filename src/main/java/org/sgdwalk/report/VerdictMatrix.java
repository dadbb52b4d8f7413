package org.sgdwalk.report;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Replication;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.stats.ProportionInterval;
import org.sgdwalk.words.Digits;

/** All verdicts of a scale as a Markdown page. */
public final class VerdictMatrix {
  private static final String NONE = "-";

  private static final String OUTCOMES =
      Arrays.stream(Outcome.values())
          .map(o -> "- " + o.symbol() + " " + o + ": " + o.meaning() + ".\n")
          .collect(Collectors.joining());

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
        "## Across cells (X1)\n",
        Consistency.markdown(verdicts),
        "## Effects\n",
        "Median over the seeds with its order-statistic interval and what that covers; `as claimed`"
            + " counts the seeds whose criterion is met, with Clopper and Pearson's 95 % interval of"
            + " how often that is; both are for a number of seeds fixed beforehand. `again` is how"
            + " likely fresh seeds give the same word, with the interval of what is plausible;"
            + " `record` compares with `fixtures/verdicts`.\n",
        effects(scale, ordered),
        "## Reasons\n",
        reasons(ordered),
        "## What the words warrant\n",
        OUTCOMES,
        "## Power\n",
        PowerTable.markdown(Catalog.stopping(scale)));
  }

  /** Claims in the order of the paper. */
  static int order(Judged judged) {
    return Claims.all().indexOf(judged.of().claim());
  }

  private static String run(Scale scale, Map<String, String> environment, List<Verdict> verdicts) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("scale", scale.key());
    Stopping stopping = Catalog.stopping(scale);
    lines.put("seeds", seeds(verdicts) + ", at most " + stopping.mostSeeds() + " a claim");
    lines.put(
        "error",
        "1 in %.0f for each word of a judgement; %d judgements: at most %s of matrices have one"
            .formatted(
                1 / stopping.error(),
                Catalog.judgements(scale),
                Digits.percent(Catalog.judgements(scale) * stopping.error())));
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
            row.add(outcome == null ? NONE : outcome.symbol() + " " + outcome);
          }
          table.row(row);
        });
    return table.text();
  }

  private static String effects(Scale scale, List<Judged> all) {
    MarkdownTable table =
        new MarkdownTable(
            List.of(
                "claim",
                "cell",
                "verdict",
                "record",
                "median [interval]",
                "as claimed",
                "again",
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
              verdict
                  .effect()
                  .map(effect -> Digits.effect(effect) + ", " + Digits.percent(effect.level()))
                  .orElse(NONE),
              asClaimed(verdict),
              Replication.of(verdict, Catalog.stopping(scale))
                  .map(VerdictMatrix::again)
                  .orElse(NONE),
              verdict.claim().criterion()));
    }
    return table.text();
  }

  private static String asClaimed(Verdict verdict) {
    if (verdict.counted() == 0) {
      return NONE;
    }
    ProportionInterval often =
        ProportionInterval.of(verdict.holds(), verdict.counted(), Verdict.LEVEL);
    return "%d/%d [%s, %s]"
        .formatted(
            verdict.holds(),
            verdict.counted(),
            Digits.of(often.low(), 2),
            Digits.of(often.high(), 2));
  }

  private static String again(Replication replication) {
    return "%s [%s, %s]"
        .formatted(
            Digits.of(replication.probability(), 2),
            Digits.of(replication.low(), 2),
            Digits.of(replication.high(), 2));
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
      text.append("; ").append(verdict.reason()).append('.');
      verdict.caveats().forEach(caveat -> text.append(' ').append(caveat).append('.'));
      text.append(files(judged)).append('\n');
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
