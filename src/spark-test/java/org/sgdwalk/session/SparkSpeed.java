package org.sgdwalk.session;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.settings.Settings;

/**
 * How long a runner takes over all runs of the chosen cells and seeds, for docs/scale.md: argument
 * STORE, an empty folder; options as for a study. The first seed is made beforehand, so that
 * natives are loaded.
 */
final class SparkSpeed {
  private SparkSpeed() {}

  public static void main(String[] arguments) {
    Settings settings = SparkStudy.settings();
    Selection selection = new Selection(settings);
    try (StudyRunner runner = StudyRunners.open(settings, line -> System.out.println(line))) {
      TraceFetcher fetcher = new TraceFetcher(SparkStudy.store(Path.of(arguments[0])), runner);
      long first = selection.seeds().at(0);
      fetcher.fetch(keys(selection.cells(), first, 1), key -> {});
      List<TraceKey> keys = keys(selection.cells(), first + 1, selection.seeds().cap() - 1);
      long begin = System.nanoTime();
      fetcher.fetch(keys, key -> {});
      double seconds = (System.nanoTime() - begin) / 1e9;
      double computed =
          fetcher.times().of(keys).map(took -> took.time().toMillis() / 1e3).orElse(0.0);
      System.out.printf("%d runs: %.2f s, of runs %.2f s%n", keys.size(), seconds, computed);
    }
  }

  private static List<TraceKey> keys(List<Cell> cells, long first, int seeds) {
    return LongStream.range(first, first + seeds)
        .boxed()
        .flatMap(
            seed ->
                cells.stream()
                    .flatMap(
                        cell ->
                            cell.arms().keySet().stream()
                                .map(arm -> new TraceKey(cell, arm, seed))))
        .toList();
  }
}
