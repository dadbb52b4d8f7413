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
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Trace;

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
    Batch batch = new Batch(store, shared ? store.root().toString() : null, sums(groups), outcomes);
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

  private static void await(List<CompletableFuture<Void>> jobs) {
    try {
      jobs.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException unchecked ? unchecked : e;
    }
  }

  /** SHA-256 of the files that this machine has of the sets that come without the program. */
  private Map<String, Map<String, String>> sums(List<List<StoredRun>> groups) {
    Map<String, Map<String, String>> sums = new TreeMap<>();
    groups.stream()
        .flatMap(List::stream)
        .map(StoredRun::spec)
        .filter(RunSpec::hasData)
        .map(RunSpec::data)
        .forEach(
            spec ->
                sums.computeIfAbsent(
                    DataCatalog.key(spec.name(), spec.classes()),
                    key -> data.sha256(spec.name(), spec.classes())));
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
      RunTask task =
          new RunTask(
              ProgramSum.here(),
              settings.forRuns(),
              sums,
              root,
              runs.stream().map(RunTask::json).toList());
      return cluster
          .begin(runs.get(0).folder(), task, Node::answer)
          .handleAsync(
              (answers, error) -> {
                settle(runs, answers, error);
                return null;
              },
              readers);
    }

    /** A run that was tried in vain is given up; a cluster that has ended ends the study. */
    private void settle(
        List<StoredRun> runs, @Nullable List<RunAnswer> answers, @Nullable Throwable error) {
      if (answers != null) {
        for (int i = 0; i < runs.size(); i++) {
          StoredRun run = runs.get(i);
          RunAnswer answer = answers.get(i);
          Trace trace =
              root == null ? store.put(run, answer.files()) : StoredElsewhere.await(store, run);
          made(new MadeRun(run, trace, answer.span()));
        }
        return;
      }
      String why = Failures.line(error);
      if (cluster.isStopped()) {
        throw new ClusterException("the cluster has ended before the study: " + why);
      }
      for (StoredRun run : runs) {
        says.accept(run.folder() + ": " + why);
        synchronized (outcomes) {
          outcomes.failed(run, why);
        }
      }
    }

    private void made(MadeRun run) {
      synchronized (outcomes) {
        outcomes.made(run);
      }
    }
  }
}
