package org.sgdwalk.run.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.TraceException;

/**
 * The end of a trunk as one of its runs sees it. A run that comes there keeps it with its rows; one
 * that begins later takes from these the rows of its own evaluations. Nothing hangs on it: whatever
 * is wrong with it, the trunk is made again.
 */
public final class TrunkEnd {
  private final Trunk trunk;
  private final RunSpec run;
  private final RunIdentity identity;
  private final Consumer<String> said;

  /**
   * That of a run.
   *
   * @param said takes a line where it cannot be used or kept
   */
  public TrunkEnd(Trunk trunk, RunSpec run, Provenance provenance, Consumer<String> said) {
    this.trunk = trunk;
    this.run = run;
    this.identity = RunIdentity.of(trunk.spec(), provenance);
    this.said = said;
  }

  /** Whether it is after so many updates. */
  public boolean isAt(int updates) {
    return updates == trunk.updates();
  }

  /** It with the run's rows; empty where it is not there, or lacks an evaluation of the run. */
  public Optional<Checkpoints.Found> find(LossSurface surface) {
    try {
      return new Checkpoints(trunk.folder(), identity)
          .newest(surface, said)
          .filter(found -> found.rows().cover(run, trunk.updates()))
          .map(
              found ->
                  new Checkpoints.Found(found.checkpoint(), found.rows().of(run, trunk.updates())));
    } catch (TraceException e) {
      said.accept(e.getMessage() + "; the first phase is made again");
      return Optional.empty();
    }
  }

  /** Keeps it when the run is there, in the place of what was. */
  public void keep(Checkpoint end, WalkRows rows) {
    try (NewFolder place = NewFolder.await(trunk.folder(), this::waits)) {
      new Checkpoints(place.content(), identity).save(end, rows);
      if (Files.exists(trunk.folder())) {
        PathUtils.delete(trunk.folder());
      }
      place.publish();
    } catch (IOException e) {
      said.accept(notKept(DiskException.words(e)));
    } catch (DiskException | TraceException e) {
      said.accept(notKept(e.getMessage()));
    }
  }

  private void waits() {
    said.accept(trunk.folder() + ": another process keeps it, waiting for it");
  }

  private String notKept(@Nullable String why) {
    return trunk.folder() + ": not kept for the runs that fork from it: " + why;
  }
}
