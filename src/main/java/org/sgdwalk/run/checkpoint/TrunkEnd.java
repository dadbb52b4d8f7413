package org.sgdwalk.run.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
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

  /** Keeps it when the run is there, in the place of what was: two runs do not meet. */
  public void keep(Checkpoint end, WalkRows rows) {
    Path folder = trunk.folder();
    Path beside = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
    try {
      new Checkpoints(beside, identity).save(end, rows);
      FileUtils.deleteDirectory(folder.toFile());
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | TraceException e) {
      FileUtils.deleteQuietly(beside.toFile());
      said.accept(folder + ": not kept for the runs that fork from it: " + e.getMessage());
    }
  }
}
