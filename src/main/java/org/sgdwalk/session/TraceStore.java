package org.sgdwalk.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
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
public final class TraceStore {
  private final Path root;
  private final Consumer<String> says;

  /**
   * A store below a root, which need not exist.
   *
   * @param root the folder of a revision and engine
   * @param says is told, in a line, of damaged traces and of waiting
   */
  public TraceStore(Path root, Consumer<String> says) {
    this.root = root;
    this.says = says;
  }

  /**
   * A store in a directory, which need not exist.
   *
   * @param revision the git revision of this program, or "unknown"
   * @param engine the key of what computes
   * @param session tells the runs of a tree with changes from those of another time
   * @param says is told, in a line, of damaged traces and of waiting
   */
  TraceStore(Path directory, String revision, String engine, long session, Consumer<String> says) {
    this(root(directory, revision, session).resolve(engine), says);
  }

  private static Path root(Path directory, String revision, long session) {
    boolean clean = !revision.equals("unknown") && !revision.endsWith("-dirty");
    return directory.resolve(clean ? revision : revision + "-" + session);
  }

  /** The folder of its revision and engine. */
  public Path root() {
    return root;
  }

  /** What a run shares with others of its cell and seed; empty where it shares nothing. */
  Optional<Trunk> trunk(StoredRun run) {
    return Optional.ofNullable(run.shared())
        .map(phase -> new Trunk(root.resolve(phase.folder()), phase.spec()));
  }

  /** Removes the end of a trunk from which no run is to fork any more. */
  void removeTrunk(StoredRun run) {
    Optional.ofNullable(run.shared())
        .filter(phase -> NewFolder.isBegun(root.resolve(phase.folder())))
        .filter(phase -> phase.runs().stream().map(root::resolve).allMatch(TraceDirectory::isTrace))
        .ifPresent(phase -> remove(root.resolve(phase.folder())));
  }

  private void remove(Path folder) {
    try {
      NewFolder.remove(folder);
    } catch (IOException | DiskException e) {
      says.accept(folder + ": left behind, cannot be deleted: " + e.getMessage());
    }
  }

  /** Where the trace of a run is or would be. */
  public Path folder(StoredRun run) {
    return root.resolve(run.folder());
  }

  /**
   * The trace of a run: the one that is there, or else made. A damaged one is said, set aside and
   * made again.
   *
   * @param maker makes it; what it finds in the folder is of a process that died while it made it
   * @throws DiskException if the folder cannot be made
   * @throws TraceException if the trace cannot be written
   */
  Trace make(StoredRun run, Function<RunFolder, RunResult> maker) {
    return filled(
        run,
        folder -> {
          RunResult result = maker.apply(folder);
          folder.publish(result.trace(), result.thetaFiles());
        });
  }

  /**
   * Puts a trace into its place that was made elsewhere; the one that is there stays.
   *
   * @param files its files by name
   * @return the trace that is there then
   * @throws DiskException if the folder cannot be made
   * @throws TraceException if it cannot be written, or is damaged
   */
  public Trace put(StoredRun run, Map<String, byte[]> files) {
    return filled(run, folder -> folder.publish(files));
  }

  /** The trace of a run that is there and whole. */
  public Optional<Trace> find(StoredRun run) {
    Path place = folder(run);
    NewFolder.removeLeftover(place);
    try {
      return TraceDirectory.isTrace(place) ? Optional.of(read(run)) : Optional.empty();
    } catch (TraceException e) {
      return Optional.empty(); // Set aside under the lock, by one process only.
    }
  }

  private Trace filled(StoredRun run, Consumer<RunFolder> filler) {
    Optional<Trace> known = find(run);
    if (known.isPresent()) {
      return known.get();
    }
    Path place = folder(run);
    try (RunFolder folder =
        RunFolder.await(
            place, () -> says.accept(place + ": another process makes it, waiting for it"))) {
      Optional<Trace> there = undamaged(run);
      if (there.isPresent()) {
        return there.get();
      }
      filler.accept(folder);
    }
    return read(run);
  }

  private Optional<Trace> undamaged(StoredRun run) {
    Path place = folder(run);
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(run));
    } catch (TraceException e) {
      Path aside = DamagedFolder.aside(place);
      says.accept(e.getMessage() + "; set aside as " + aside + ", the run is made again");
      return Optional.empty();
    }
  }

  private Trace read(StoredRun run) {
    Trace trace = TraceDirectory.read(folder(run));
    if (!trace.manifest().isRunOf(run.spec())) {
      throw new TraceException(
          folder(run) + ": made from another spec than this run's, or from a theta file");
    }
    return trace;
  }
}
