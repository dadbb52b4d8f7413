package org.sgdwalk.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.net.NetworkSize;
import org.sgdwalk.report.MarkdownTable;
import org.sgdwalk.run.RunCost;
import org.sgdwalk.session.Plan;
import org.sgdwalk.session.PlannedCell;
import org.sgdwalk.session.PlannedRun;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.words.RunWords;
import org.sgdwalk.words.Treatment;

/** A plan as text for a terminal: a head, then for each cell its facts and a table of runs. */
final class PlanText {
  private static final List<String> HEADS =
      List.of(
          "run",
          "claims",
          "treatment",
          "length",
          "probes",
          "gradients",
          "sections",
          "evaluations",
          "curvature");

  private final Plan plan;
  private final Settings settings;
  private final PlanCosts costs;

  /** A text for these settings, which say where data sets are looked for. */
  PlanText(Plan plan, Settings settings, PlanCosts costs) {
    this.plan = plan;
    this.settings = settings;
    this.costs = costs;
  }

  String text() {
    String head =
        String.format(
            Locale.ROOT,
            """
            scale %s: %d judgements in %d cells; seeds %s, of which a claim takes at least %d to be SUPPORTED
            gradients, curvature: images forward and backward (curvature: at most); sections: images x points; evaluations: images
            """,
            plan.scale().key(),
            plan.judgements(),
            plan.cells().size(),
            plan.seeds(),
            plan.leastSeeds());
    return plan.cells().stream()
        .map(this::cell)
        .collect(Collectors.joining("", head + costs.head(), total()));
  }

  private String total() {
    RunCost all =
        plan.cells().stream()
            .map(PlannedCell::costOfSeed)
            .reduce(RunCost.NONE, RunCost::plus)
            .times(plan.seeds().cap());
    return String.format(
        Locale.ROOT,
        "\nall cells, %d seeds: gradients %,d; sections %,d; evaluations %,d; curvature at most %,d\n%s",
        plan.seeds().cap(),
        all.gradients(),
        all.sections(),
        all.evaluations(),
        all.curvature(),
        costs.table());
  }

  private String cell(PlannedCell cell) {
    List<String> lines = new ArrayList<>(List.of("", "cell " + cell.cell().id()));
    lines.addAll(networks(cell));
    lines.add("  data     " + data(cell.runs().get(0).spec()));
    lines.addAll(costs.of(cell));
    lines.add(
        "  claims   " + cell.claims().stream().map(Claim::id).collect(Collectors.joining(", ")));
    return String.join("\n", lines) + "\n\n" + table(cell);
  }

  /** Each network, with the runs that have it where there are several, and its measured rates. */
  private List<String> networks(PlannedCell cell) {
    Map<NetworkSpec, List<PlannedRun>> runs =
        cell.runs().stream()
            .collect(
                Collectors.groupingBy(
                    run -> run.spec().network(), LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    for (List<PlannedRun> same : runs.values()) {
      RunSpec spec = same.get(0).spec();
      lines.add(
          "  network  " + network(spec) + (runs.size() == 1 ? "" : " (" + labels(same) + ")"));
      if (!costs.speeds().areAssumed() && spec.hasData()) {
        lines.add("           " + costs.speeds().of(spec));
      }
    }
    return lines;
  }

  private static String labels(List<PlannedRun> runs) {
    return runs.size() == 1 ? runs.get(0).arm().label() : runs.size() + " runs";
  }

  private static String network(RunSpec spec) {
    if (spec.network() instanceof NetworkSpec.Quadratic quadratic) {
      return Treatment.network(quadratic)
          + String.format(Locale.ROOT, ": at most %,d parameters", quadratic.maxDimension());
    }
    PublishedSet set = PublishedSets.named(spec.data().name());
    int classes = spec.data().numberOfClasses(set.classes());
    return Treatment.network(spec.network())
        + String.format(
            Locale.ROOT,
            ": %,d parameters",
            NetworkSize.parameters(spec.network(), set.image(), classes));
  }

  private String data(RunSpec spec) {
    if (!spec.hasData()) {
      return "none needed";
    }
    return String.format(
        Locale.ROOT,
        "%s, chunks of %,d; here: %s",
        Treatment.data(spec.data()),
        spec.data().chunk(),
        DataListCommand.where(PublishedSets.named(spec.data().name()), settings.dataPlaces()));
  }

  private String table(PlannedCell cell) {
    MarkdownTable table = new MarkdownTable(HEADS);
    for (PlannedRun run : cell.runs()) {
      table.row(
          row(
              List.of(
                  run.arm().label(),
                  claims(run),
                  Treatment.of(run.spec()),
                  RunWords.length(run.spec()) + shared(run),
                  RunWords.probes(run.spec().probes())),
              run.cost()));
    }
    RunCost seed = cell.costOfSeed();
    table.row(row(List.of("a seed", "", "", "", ""), seed));
    int cap = plan.seeds().cap();
    table.row(row(List.of(cap + " seeds", "", "", "", ""), seed.times(cap)));
    return table.text();
  }

  /** What another run makes for it. */
  private static String shared(PlannedRun run) {
    return run.shared() == 0 ? "" : " (of these " + run.shared() + " shared)";
  }

  /** How many claims share the run, and which. */
  private static String claims(PlannedRun run) {
    return run.claims().size()
        + ": "
        + run.claims().stream().map(Claim::id).collect(Collectors.joining(" "));
  }

  private static List<String> row(List<String> words, RunCost cost) {
    List<String> row = new ArrayList<>(words);
    for (long images :
        new long[] {cost.gradients(), cost.sections(), cost.evaluations(), cost.curvature()}) {
      row.add(String.format(Locale.ROOT, "%,d", images));
    }
    return row;
  }
}
