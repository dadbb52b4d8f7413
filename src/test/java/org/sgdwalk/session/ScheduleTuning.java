package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.LocalRunner;
import org.sgdwalk.settings.SeedRange;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Trace;

/** Trains every point of the grid of the schedules in the selected cells on the selected seeds. */
final class ScheduleTuning {
  private final Settings settings;
  private final SeedRange seeds;
  private final ThreadLocal<LocalRunner> runner;

  private ScheduleTuning(Settings settings, SeedRange seeds) {
    DataCatalog data = new DataCatalog(settings.dataPlaces(), Delivery.NONE);
    this.settings = settings;
    this.seeds = seeds;
    this.runner = ThreadLocal.withInitial(() -> new LocalRunner(data, 1, Engines.STANDARD));
  }

  /** Seeds that are judged do not tune. */
  static ScheduleTuning of(Settings settings) {
    SeedRange seeds = Objects.requireNonNull(settings.seeds(), "sgdwalk.seeds");
    assertThat(seeds.first()).isGreaterThanOrEqualTo(Catalog.FIRST_CALIBRATION_SEED);
    return new ScheduleTuning(settings, seeds);
  }

  /** Writes the results of every point. */
  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(GridResult.HEAD));
    new Selection(settings)
        .cells().stream()
            .filter(cell -> cell.has(Set.of(Arm.LONG_CONSTANT)))
            .flatMap(cell -> results(cell).stream())
            .forEach(result -> lines.add(result.line()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  private List<GridResult> results(Cell cell) {
    int epochs = cell.spec(Arm.LONG_CONSTANT, 1).length().epochs(1);
    List<ScheduleGrid.Point> grid = ScheduleGrid.of(epochs);
    ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
    try (Progress progress = Progress.of(cell.id(), "runs", (long) grid.size() * seeds.cap())) {
      List<List<Future<Double>>> accuracies =
          grid.stream()
              .map(
                  point ->
                      IntStream.range(0, seeds.cap())
                          .mapToObj(k -> cell.spec(point.arm(), seeds.at(k)))
                          .map(point::in)
                          .map(spec -> threads.submit(() -> accuracy(spec, progress)))
                          .toList())
              .toList();
      return IntStream.range(0, grid.size())
          .mapToObj(i -> result(cell, grid.get(i), accuracies.get(i)))
          .toList();
    } finally {
      threads.shutdownNow();
    }
  }

  /** At the end; NaN where the run diverged. */
  private double accuracy(RunSpec spec, Progress progress) {
    Trace trace = runner.get().run(spec, Progress.NONE).trace();
    synchronized (progress) {
      progress.advance();
    }
    return trace.isComplete()
        ? trace.epochs().get(trace.epochs().size() - 1).valAccuracy()
        : Double.NaN;
  }

  private GridResult result(Cell cell, ScheduleGrid.Point point, List<Future<Double>> accuracies) {
    double[] ends = accuracies.stream().mapToDouble(ScheduleTuning::get).toArray();
    StreamingStatistics statistics = new StreamingStatistics();
    Arrays.stream(ends).map(end -> Double.isNaN(end) ? 0 : end).forEach(statistics::addValue);
    return new GridResult(
        cell.id(),
        point.arm(),
        point.shape(),
        point.peak(),
        seeds.toString(),
        (int) Arrays.stream(ends).filter(Double::isNaN).count(),
        statistics.getMean(),
        statistics.getStandardDeviation());
  }

  private static double get(Future<Double> accuracy) {
    try {
      return accuracy.get();
    } catch (Exception e) {
      throw new IllegalStateException("a run failed", e);
    }
  }
}
