package org.sgdwalk.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;

/**
 * Traces on disk, one directory a run, below a folder for the revision that made them and one for
 * the engine. A trace is used again only by the same clean revision; a tree with changes always
 * runs anew.
 */
final class TraceStore {
  private final Path root;
  private final boolean reuses;

  /**
   * A store in a directory, which need not exist.
   *
   * @param revision the git revision of this program, or "unknown"
   * @param engine the key of what computes
   * @param session tells the runs of a tree with changes from those of another time
   */
  TraceStore(Path directory, String revision, String engine, long session) {
    reuses = !revision.equals("unknown") && !revision.endsWith("-dirty");
    root = directory.resolve(reuses ? revision : revision + "-" + session).resolve(engine);
  }

  /** Where the trace of a run is or would be. */
  Path folder(TraceKey key) {
    return root.resolve(key.folder());
  }

  /** The trace of a run, when it is there and was made from the same spec alone. */
  Optional<Trace> find(TraceKey key) {
    Path directory = folder(key);
    if (!reuses || !TraceDirectory.isTrace(directory)) {
      return Optional.empty();
    }
    Trace trace = TraceDirectory.read(directory);
    if (!trace.manifest().isRunOf(key.spec())) {
      throw new IllegalStateException(
          directory
              + ": made from another spec than this revision's, or from a theta file; remove it");
    }
    return Optional.of(trace);
  }

  /** Writes a run and gives its trace as written. */
  Trace put(TraceKey key, RunResult result) {
    Path directory = folder(key);
    if (!Files.exists(directory)) {
      TraceDirectory.write(directory, result.trace(), result.thetaFiles());
    }
    return TraceDirectory.read(directory);
  }
}
