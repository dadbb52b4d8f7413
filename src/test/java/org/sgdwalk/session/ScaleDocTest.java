package org.sgdwalk.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.WrittenDoc;
import org.sgdwalk.report.MarkdownTable;
import org.sgdwalk.run.RunNeed;
import org.sgdwalk.run.RunPasses;
import org.sgdwalk.session.ClusterSimulation.Cluster;
import org.sgdwalk.session.ClusterSimulation.Run;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

@DisplayName("The table of docs/scale.md is what the simulation says")
class ScaleDocTest {
  /** As in docs/gpu-runner.md: operations a second that an H100 is assumed to sustain. */
  private static final double ASSUMED = 35e12;

  /** Seconds that a run took on Spark beside computing: docs/scale.md, What it costs. */
  private static final double OVERHEAD = 0.12;

  /** Seeds of rounds: averages are looked at after 8, laws that hold after 14, all after 16. */
  private static final List<Integer> ROUNDS = List.of(8, 6, 2);

  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** A device fails once a month and is away for ten minutes: a bad cluster, not a usual one. */
  private static final double FAILURE = 30 * DAY;

  private static final double REPAIR = 10 * MINUTE;
  private static final double CHECKPOINT = 5 * MINUTE;

  /** The mean over so many draws of failures. */
  private static final int DRAWS = 20;

  private static List<Run> runs(Plan plan, long firstSeed, int seeds) {
    List<Run> runs = new ArrayList<>();
    for (PlannedCell cell : plan.cells()) {
      LongStream.range(firstSeed, firstSeed + seeds)
          .forEach(
              seed -> {
                List<TraceKey> keys =
                    cell.runs().stream()
                        .map(run -> new TraceKey(cell.cell(), run.arm(), seed))
                        .toList();
                Map<TraceKey, Integer> shared = Forks.shared(keys);
                for (List<TraceKey> group : Forks.groups(keys)) {
                  List<Run> forks =
                      group.subList(1, group.size()).stream()
                          .map(key -> new Run(seconds(key, shared.getOrDefault(key, 0)), List.of()))
                          .toList();
                  runs.add(new Run(seconds(group.get(0), 0), forks));
                }
              });
    }
    return runs;
  }

  private static double seconds(TraceKey key, int shared) {
    RunPasses passes = RunPasses.behind(key.spec(), shared);
    return RunNeed.of(key.spec(), passes).operations() / ASSUMED;
  }

  private static double mean(List<List<Run>> rounds, Cluster cluster) {
    return IntStream.range(0, DRAWS)
        .mapToDouble(seed -> ClusterSimulation.makespan(rounds, cluster, seed))
        .average()
        .orElseThrow();
  }

  @Test
  void of_scale_paper() throws IOException {
    Plan plan = Plan.of(Settings.of(Options.of(Map.of("sgdwalk.scale", "paper"), Map.of())));
    List<List<Run>> rounds = new ArrayList<>();
    int used = 0;
    for (int seeds : ROUNDS) {
      rounds.add(runs(plan, 1 + used, seeds));
      used += seeds;
    }
    double work =
        rounds.stream()
            .flatMap(List::stream)
            .mapToDouble(
                run -> run.seconds() + run.forks().stream().mapToDouble(Run::seconds).sum())
            .sum();
    MarkdownTable table =
        new MarkdownTable(
            List.of(
                "GPUs",
                "no failures",
                "of the GPUs' time computed",
                "failures, shared store",
                "failures, traces sent"));
    for (int devices : new int[] {1, 8, 64, 1000}) {
      double sound = mean(rounds, new Cluster(devices, OVERHEAD, NEVER, 0, NEVER));
      table.row(
          List.of(
              Integer.toString(devices),
              time(sound),
              String.format(Locale.ROOT, "%.0f %%", 100 * work / (devices * sound)),
              time(mean(rounds, new Cluster(devices, OVERHEAD, FAILURE, REPAIR, CHECKPOINT))),
              time(mean(rounds, new Cluster(devices, OVERHEAD, FAILURE, REPAIR, NEVER)))));
    }
    WrittenDoc.holds(Path.of("docs", "scale.md"), "ScaleDocTest: paper", table.text());
  }

  private static String time(double seconds) {
    return seconds >= 2 * DAY
        ? String.format(Locale.ROOT, "%.1f days", seconds / DAY)
        : String.format(Locale.ROOT, "%.1f hours", seconds / HOUR);
  }
}
