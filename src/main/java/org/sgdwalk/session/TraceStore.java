package org.sgdwalk.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sgdwalk.disk.DamagedFolder;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.run.checkpoint.Trunk;
import org.sgdwalk.trace.RunFolder;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;
import org.sgdwalk.trace.TraceException;

/**
 * Traces on disk, one directory a run, below a folder for the revision that made them and one for
 * the engine. Threads and processes may share it: each run is made under the lock of its folder, so
 * who comes second reads what the first has made. A trace is used again only by the same clean
 * revision; a tree with changes always runs anew.
 */
final class TraceStore {
  private final Path root;
  private final Consumer<String> says;

  /**
   * A store in a directory, which need not exist.
   *
   * @param revision the git revision of this program, or "unknown"
   * @param engine the key of what computes
   * @param session tells the runs of a tree with changes from those of another time
   * @param says is told, in a line, of damaged traces and of waiting
   */
  TraceStore(Path directory, String revision, String engine, long session, Consumer<String> says) {
    boolean clean = !revision.equals("unknown") && !revision.endsWith("-dirty");
    this.root = directory.resolve(clean ? revision : revision + "-" + session).resolve(engine);
    this.says = says;
  }

  /** What a run shares with others of its cell and seed; empty where it shares nothing. */
  Optional<Trunk> trunk(TraceKey key) {
    return key.trunk()
        .filter(spec -> key.forks().size() > 1)
        .map(spec -> new Trunk(root.resolve(key.trunkFolder(spec)), spec));
  }

  /** Removes the end of a trunk from which no run is to fork any more. */
  void removeTrunk(TraceKey key) {
    trunk(key)
        .map(Trunk::folder)
        .filter(NewFolder::isBegun)
        .filter(end -> key.forks().stream().map(this::folder).allMatch(TraceDirectory::isTrace))
        .ifPresent(this::remove);
  }

  private void remove(Path folder) {
    try {
      NewFolder.remove(folder);
    } catch (IOException | DiskException e) {
      says.accept(folder + ": left behind, cannot be deleted: " + e.getMessage());
    }
  }

  /** Where the trace of a run is or would be. */
  Path folder(TraceKey key) {
    return root.resolve(key.folder());
  }

  /**
   * The trace of a run: the one that is there, or else made. A damaged one is said, set aside and
   * made again.
   *
   * @param run makes it; what it finds in the folder is of a process that died while it made it
   * @throws DiskException if the folder cannot be made
   * @throws TraceException if the trace cannot be written
   */
  Trace make(TraceKey key, Function<RunFolder, RunResult> run) {
    Path place = folder(key);
    NewFolder.removeLeftover(place);
    if (TraceDirectory.isTrace(place)) {
      try {
        return read(key);
      } catch (TraceException e) {
        // Looked at again under the lock: it is set aside by one process only.
      }
    }
    try (RunFolder folder =
        RunFolder.await(
            place, () -> says.accept(place + ": another process makes it, waiting for it"))) {
      Optional<Trace> there = undamaged(key);
      if (there.isPresent()) {
        return there.get();
      }
      RunResult result = run.apply(folder);
      folder.publish(result.trace(), result.thetaFiles());
    }
    return TraceDirectory.read(place);
  }

  private Optional<Trace> undamaged(TraceKey key) {
    Path place = folder(key);
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(key));
    } catch (TraceException e) {
      Path aside = DamagedFolder.aside(place);
      says.accept(e.getMessage() + "; set aside as " + aside + ", the run is made again");
      return Optional.empty();
    }
  }

  private Trace read(TraceKey key) {
    Trace trace = TraceDirectory.read(folder(key));
    if (!trace.manifest().isRunOf(key.spec())) {
      throw new TraceException(
          folder(key) + ": made from another spec than this run's, or from a theta file");
    }
    return trace;
  }
}
