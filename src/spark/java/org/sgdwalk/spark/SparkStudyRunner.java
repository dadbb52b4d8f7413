package org.sgdwalk.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.run.LocalRunner;
import org.sgdwalk.run.checkpoint.ProgramSum;
import org.sgdwalk.session.ClusterException;
import org.sgdwalk.session.MadeRun;
import org.sgdwalk.session.StoredRun;
import org.sgdwalk.session.StudyRunner;
import org.sgdwalk.session.TraceStore;
import org.sgdwalk.settings.RunnerChoice.Traces;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceException;

/**
 * Makes runs as jobs of a Spark cluster, a job of one task each, so that Spark's retries and their
 * end are a run's own. Jobs are begun in the order of the runs, and Spark takes them in that order.
 */
final class SparkStudyRunner implements StudyRunner {
  private final Settings settings;
  private final Cluster cluster;
  private final NodeFacts node;
  private final Consumer<String> says;
  private final DataCatalog data;

  /** Read traces, where the thread of Spark's that tells of a job's end must not wait. */
  private final ExecutorService readers =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private SparkStudyRunner(
      Settings settings, Cluster cluster, NodeFacts node, Consumer<String> says) {
    this.settings = settings;
    this.cluster = cluster;
    this.node = node;
    this.says = says;
    this.data = new DataCatalog(settings.dataPlaces(), Delivery.NONE);
  }

  /**
   * A runner on the cluster that settings name.
   *
   * @throws ClusterException if an executor cannot make runs
   */
  static SparkStudyRunner open(Settings settings, Consumer<String> says) {
    Cluster cluster = Cluster.join(settings);
    try {
      return new SparkStudyRunner(settings, cluster, NodeCheck.node(cluster, settings), says);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  public String engineKey() {
    return node.engineKey();
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(node.environment());
    environment.put("Runner", cluster.description());
    return environment;
  }

  /** A driver need not have the cards of its cluster: what does not fit on one is said by a run. */
  @Override
  public Optional<String> lacks(RunSpec spec) {
    return settings.engine().device().isCuda()
        ? Optional.empty()
        : new LocalRunner(data, 1, settings.engine()).lacks(spec);
  }

  @Override
  public void make(List<List<StoredRun>> groups, TraceStore store, Outcomes outcomes) {
    boolean shared = settings.runner().traces() == Traces.SHARED;
    if (shared) {
      NodeCheck.requireShared(cluster, store);
    }
    List<StoredRun> ofData = aRunOfEachSet(groups);
    Map<String, Map<String, String>> sums = sums(ofData);
    // An executor has another working directory.
    String root = shared ? store.root().toAbsolutePath().toString() : null;
    if (!ofData.isEmpty()) {
      NodeCheck.requireData(cluster, task(ofData, sums, root));
    }
    Batch batch = new Batch(store, root, sums, outcomes);
    List<CompletableFuture<Void>> jobs = new ArrayList<>();
    for (List<StoredRun> group : groups) {
      List<StoredRun> missing = group.stream().filter(run -> !batch.isThere(run)).toList();
      if (missing.isEmpty()) {
        continue;
      }
      if (!shared) { // The end of their first phase is on the machine that has made it.
        jobs.add(batch.begin(missing));
        continue;
      }
      CompletableFuture<Void> first = batch.begin(missing.subList(0, 1));
      jobs.add(first);
      for (StoredRun other : missing.subList(1, missing.size())) {
        jobs.add(first.thenCompose(made -> batch.begin(List.of(other))));
      }
    }
    await(jobs);
  }

  /** Ends with the first job that ends the study. */
  private static void await(List<CompletableFuture<Void>> jobs) {
    CompletableFuture<Void> failed = new CompletableFuture<>();
    CompletableFuture<?>[] all =
        jobs.stream()
            .map(job -> job.whenComplete((none, error) -> fail(failed, error)))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.anyOf(failed, CompletableFuture.allOf(all)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException unchecked ? unchecked : e;
    }
  }

  private static void fail(CompletableFuture<Void> failed, @Nullable Throwable error) {
    if (error != null) {
      failed.completeExceptionally(error);
    }
  }

  private RunTask task(
      List<StoredRun> runs, Map<String, Map<String, String>> sums, @Nullable String root) {
    return new RunTask(
        ProgramSum.here(),
        engineKey(),
        settings.forRuns(),
        sums,
        root,
        runs.stream().map(RunTask::json).toList());
  }

  private static List<StoredRun> aRunOfEachSet(List<List<StoredRun>> groups) {
    Map<String, StoredRun> runs = new TreeMap<>();
    groups.stream()
        .flatMap(List::stream)
        .filter(run -> run.spec().hasData())
        .forEach(run -> runs.putIfAbsent(key(run.spec().data()), run));
    return List.copyOf(runs.values());
  }

  private static String key(DataSpec data) {
    return DataCatalog.key(data.name(), data.classes());
  }

  /** SHA-256 of the files that this machine has of the runs' sets. */
  private Map<String, Map<String, String>> sums(List<StoredRun> runs) {
    Map<String, Map<String, String>> sums = new TreeMap<>();
    for (StoredRun run : runs) {
      DataSpec spec = run.spec().data();
      sums.put(key(spec), data.sha256(spec.name(), spec.classes()));
    }
    return sums;
  }

  @Override
  public void close() {
    cluster.close();
    readers.shutdownNow();
  }

  /** The runs of a round. */
  private final class Batch {
    private final TraceStore store;
    private final @Nullable String root;
    private final Map<String, Map<String, String>> sums;
    private final Outcomes outcomes;

    Batch(
        TraceStore store,
        @Nullable String root,
        Map<String, Map<String, String>> sums,
        Outcomes outcomes) {
      this.store = store;
      this.root = root;
      this.sums = sums;
      this.outcomes = outcomes;
    }

    /** Tells of a run whose trace is in the store. */
    boolean isThere(StoredRun run) {
      Optional<Trace> trace = store.find(run);
      trace.ifPresent(there -> made(new MadeRun(run, there, null)));
      return trace.isPresent();
    }

    CompletableFuture<Void> begin(List<StoredRun> runs) {
      return cluster
          .begin(runs.get(0).folder(), task(runs, sums, root), Node::answer)
          .handleAsync((answers, error) -> settle(runs, answers, error), readers)
          .thenCompose(this::beginEach);
    }

    private CompletableFuture<Void> beginEach(List<StoredRun> runs) {
      return CompletableFuture.allOf(
          runs.stream().map(run -> begin(List.of(run))).toArray(CompletableFuture<?>[]::new));
    }

    /**
     * A run that was tried in vain is given up; a cluster that has ended ends the study.
     *
     * @return runs of the same task that were not come to
     */
    private List<StoredRun> settle(
        List<StoredRun> runs, @Nullable List<RunAnswer> answers, @Nullable Throwable error) {
      if (answers == null) {
        String why = Failures.line(error);
        if (cluster.isStopped()) {
          throw new ClusterException("the cluster has ended before the study: " + why);
        }
        failed(runs.get(0), why);
        return runs.subList(1, runs.size());
      }
      for (int i = 0; i < answers.size(); i++) {
        settle(runs.get(i), answers.get(i));
      }
      return runs.subList(answers.size(), runs.size());
    }

    private void settle(StoredRun run, RunAnswer answer) {
      Trace trace;
      try {
        trace = root == null ? store.put(run, answer.files()) : StoredElsewhere.await(store, run);
      } catch (ClusterException | TraceException e) {
        failed(run, String.valueOf(e.getMessage()));
        return;
      }
      made(new MadeRun(run, trace, answer.span()));
    }

    private void failed(StoredRun run, String why) {
      says.accept(run.folder() + ": " + why);
      synchronized (outcomes) {
        outcomes.failed(run, why);
      }
    }

    private void made(MadeRun run) {
      synchronized (outcomes) {
        outcomes.made(run);
      }
    }
  }
}
