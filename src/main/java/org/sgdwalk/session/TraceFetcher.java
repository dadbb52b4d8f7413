package org.sgdwalk.session;

import static java.util.concurrent.CompletableFuture.runAsync;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.run.Runner;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.run.checkpoint.StopSignal;
import org.sgdwalk.trace.Trace;

/**
 * Gets traces from the store and runs what is missing, several runs side by side with one worker
 * thread each. No digit depends on how many.
 */
final class TraceFetcher implements AutoCloseable {
  private final TraceStore store;
  private final ExecutorService threads;
  private final ThreadLocal<Runner> runner;
  private final Map<TraceKey, Trace> known = new ConcurrentHashMap<>();
  private final RunTimes times = new RunTimes();
  private final StopSignal stop = StopSignal.ofProcess();
  private final Duration checkpoints;
  private final Consumer<String> says;

  /**
   * A fetcher.
   *
   * @param parallel runs side by side, each with its own of {@code runners}
   * @param checkpoints time between two checkpoints of a run, from which the same program goes on
   *     when it is asked for the run again
   * @param says is told, in a line, of checkpoints that are damaged or cannot be made
   */
  TraceFetcher(
      TraceStore store,
      Supplier<Runner> runners,
      int parallel,
      Duration checkpoints,
      Consumer<String> says) {
    this.store = store;
    this.checkpoints = checkpoints;
    this.says = says;
    this.runner = ThreadLocal.withInitial(runners);
    this.threads = Executors.newFixedThreadPool(parallel);
  }

  /**
   * Makes sure that all these traces are there.
   *
   * @param done is told of each, of one after the other
   */
  void fetch(Collection<TraceKey> keys, Consumer<TraceKey> done) {
    List<CompletableFuture<Void>> runs = new ArrayList<>();
    for (List<TraceKey> forks : Forks.groups(keys)) {
      CompletableFuture<Void> first = runAsync(() -> fetch(forks.get(0), done), threads);
      runs.add(first);
      for (TraceKey other : forks.subList(1, forks.size())) {
        runs.add(first.thenRunAsync(() -> fetch(other, done), threads));
      }
    }
    for (Future<?> run : runs) {
      await(run);
    }
  }

  private void fetch(TraceKey key, Consumer<TraceKey> done) {
    if (!known.containsKey(key)) { // computeIfAbsent would lock other keys out
      known.put(key, load(key));
    }
    synchronized (done) {
      done.accept(key);
    }
  }

  /** Whether all these traces were fetched. */
  boolean has(Collection<TraceKey> keys) {
    return known.keySet().containsAll(keys);
  }

  /** A trace that was fetched. */
  Trace get(TraceKey key) {
    return Objects.requireNonNull(known.get(key), () -> key.folder() + " was not fetched");
  }

  /** Where the trace of a run is or would be. */
  Path folder(TraceKey key) {
    return store.folder(key);
  }

  /** When the runs were made that were not in the store. */
  RunTimes times() {
    return times;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    stop.close();
  }

  private Trace load(TraceKey key) {
    // The end of the process waits for a run, which is kept then, but for no other process's.
    Trace trace =
        store.make(
            key, folder -> stop.await(() -> times.note(key, () -> run(key, folder.folder()))));
    store.removeTrunk(key);
    return trace;
  }

  private RunResult run(TraceKey key, NewFolder folder) {
    Keeping keeping = Keeping.in(folder, checkpoints, stop, says).goingOnUnasked();
    return runner
        .get()
        .run(key.spec(), store.trunk(key).map(keeping::forkedFrom).orElse(keeping), Progress.NONE);
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
