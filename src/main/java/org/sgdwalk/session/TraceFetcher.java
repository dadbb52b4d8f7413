package org.sgdwalk.session;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.sgdwalk.trace.Trace;

/** The traces of a session: from the store, and made where they are not there. */
final class TraceFetcher {
  private final TraceStore store;
  private final StudyRunner runner;
  private final Map<TraceKey, Trace> known = new ConcurrentHashMap<>();
  private final Map<TraceKey, String> failed = new ConcurrentHashMap<>();
  private final RunTimes times = new RunTimes();

  /** Traces of a store, made by a runner. */
  TraceFetcher(TraceStore store, StudyRunner runner) {
    this.store = store;
    this.runner = runner;
  }

  /**
   * Makes sure that all these traces are there, or known to be given up.
   *
   * @param done is told of each, of one after the other
   */
  void fetch(Collection<TraceKey> keys, Consumer<TraceKey> done) {
    Map<StoredRun, TraceKey> wanted = new LinkedHashMap<>();
    for (TraceKey key : keys) {
      if (isOpen(key)) {
        wanted.put(key.stored(), key);
      } else {
        done.accept(key);
      }
    }
    runner.make(
        Forks.groups(wanted.values()).stream()
            .map(group -> group.stream().map(TraceKey::stored).toList())
            .toList(),
        store,
        new Told(wanted, done));
  }

  /** Keeps what comes of runs. */
  private final class Told implements StudyRunner.Outcomes {
    private final Map<StoredRun, TraceKey> wanted;
    private final Consumer<TraceKey> done;

    Told(Map<StoredRun, TraceKey> wanted, Consumer<TraceKey> done) {
      this.wanted = wanted;
      this.done = done;
    }

    @Override
    public void made(MadeRun run) {
      TraceKey key = key(run.run());
      times.note(key, run.span());
      known.put(key, run.trace());
      done.accept(key);
    }

    @Override
    public void failed(StoredRun run, String why) {
      failed.put(key(run), why);
      done.accept(key(run));
    }

    private TraceKey key(StoredRun run) {
      return Objects.requireNonNull(wanted.get(run), run::folder);
    }
  }

  /** Whether a trace has not been fetched and its run has not been given up. */
  boolean isOpen(TraceKey key) {
    return !known.containsKey(key) && !failed.containsKey(key);
  }

  /** Whether all these traces were fetched. */
  boolean has(Collection<TraceKey> keys) {
    return known.keySet().containsAll(keys);
  }

  /** A trace that was fetched. */
  Trace get(TraceKey key) {
    return Objects.requireNonNull(known.get(key), () -> key.stored().folder() + " was not fetched");
  }

  /** Why a run was given up, in a line that names it; empty where it was not. */
  Optional<String> failure(TraceKey key) {
    return Optional.ofNullable(failed.get(key)).map(why -> key.stored().folder() + ": " + why);
  }

  /** The runs that were given up, a line each. */
  List<String> failures() {
    return failed.keySet().stream().flatMap(key -> failure(key).stream()).sorted().toList();
  }

  /** Where the trace of a run is or would be. */
  Path folder(TraceKey key) {
    return store.folder(key.stored());
  }

  /** When the runs were made that were not in the store. */
  RunTimes times() {
    return times;
  }
}
