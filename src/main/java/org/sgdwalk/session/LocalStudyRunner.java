package org.sgdwalk.session;

import static java.util.concurrent.CompletableFuture.runAsync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.run.LocalRunner;
import org.sgdwalk.run.ProvenanceCollector;
import org.sgdwalk.run.Runner;
import org.sgdwalk.run.checkpoint.StopSignal;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.RunSpec;

/**
 * Makes runs on threads of this process, one worker thread a run. No digit depends on how many.
 * What ends one run here would end the others too, so that its error ends them all.
 */
final class LocalStudyRunner implements StudyRunner {
  private final EngineChoice engine;
  private final int parallel;
  private final ThreadLocal<Runner> runner;
  private final ExecutorService threads;
  private final StopSignal stop = StopSignal.ofProcess();
  private final Duration checkpoints;
  private final Consumer<String> says;

  /**
   * A runner.
   *
   * @param parallel runs side by side, each with its own of {@code runners}
   * @param checkpoints time between two checkpoints of a run
   * @param says takes a line for people
   */
  LocalStudyRunner(
      EngineChoice engine,
      Supplier<Runner> runners,
      int parallel,
      Duration checkpoints,
      Consumer<String> says) {
    this.engine = engine;
    this.parallel = parallel;
    this.runner = ThreadLocal.withInitial(runners);
    this.threads = Executors.newFixedThreadPool(parallel);
    this.checkpoints = checkpoints;
    this.says = says;
  }

  /** A runner on all processors or cards that the settings choose. */
  static LocalStudyRunner of(Settings settings, Consumer<String> says) {
    // No download: a build must not fetch 170 MB unasked.
    DataCatalog data = new DataCatalog(settings.dataPlaces(), Delivery.NONE);
    List<EngineChoice> engines = LocalRunner.sideBySide(settings.engine());
    AtomicInteger next = new AtomicInteger();
    return new LocalStudyRunner(
        settings.engine(),
        () -> new LocalRunner(data, 1, engines.get(next.getAndIncrement() % engines.size())),
        settings.engine().device().isCuda() ? engines.size() : settings.threads(),
        settings.checkpoints(),
        says);
  }

  @Override
  public String engineKey() {
    return LocalRunner.engineKey(engine);
  }

  @Override
  public Map<String, String> environment() {
    return ProvenanceCollector.environment(parallel, engine);
  }

  @Override
  public Optional<String> lacks(RunSpec spec) {
    return runner.get().lacks(spec);
  }

  @Override
  public void make(List<List<StoredRun>> groups, TraceStore store, Outcomes outcomes) {
    RunMaker maker = new RunMaker(store, checkpoints, stop, says);
    List<CompletableFuture<Void>> runs = new ArrayList<>();
    for (List<StoredRun> forks : groups) {
      CompletableFuture<Void> first = runAsync(() -> make(forks.get(0), maker, outcomes), threads);
      runs.add(first);
      for (StoredRun other : forks.subList(1, forks.size())) {
        runs.add(first.thenRunAsync(() -> make(other, maker, outcomes), threads));
      }
    }
    for (Future<?> run : runs) {
      await(run);
    }
  }

  private void make(StoredRun run, RunMaker maker, Outcomes outcomes) {
    MadeRun made = maker.make(run, runner.get());
    synchronized (outcomes) {
      outcomes.made(made);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    stop.close();
  }

  private static void await(Future<?> run) {
    try {
      run.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while runs were made", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException("a run failed", e.getCause());
    }
  }
}
