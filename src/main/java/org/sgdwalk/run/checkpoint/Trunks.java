package org.sgdwalk.run.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.FileUtils;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.TraceException;

/**
 * The end of a beginning that several runs share, from which each goes on. Who comes to it keeps it
 * for the others, with its rows; each takes those of its own evaluations. Whatever is wrong with
 * it, the beginning can be made again.
 */
public final class Trunks {
  private final Path folder;
  private final RunSpec spec;
  private final int updates;
  private final RunIdentity identity;

  /** The trunk of a run. */
  public Trunks(Keeping.Trunk trunk, RunSpec spec, Provenance provenance) {
    this.folder = trunk.folder();
    this.spec = spec;
    this.updates = trunk.spec().updates();
    this.identity = RunIdentity.of(trunk.spec(), provenance);
  }

  /** Updates of the trunk. */
  public int updates() {
    return updates;
  }

  /** Its end with the run's rows; empty where it is not there, or lacks an evaluation. */
  public Optional<Checkpoints.Found> end(LossSurface surface) {
    try {
      return new Checkpoints(folder, identity)
          .newest(surface, line -> {})
          .filter(found -> found.rows().cover(spec, updates))
          .map(found -> new Checkpoints.Found(found.checkpoint(), found.rows().of(spec, updates)));
    } catch (TraceException e) {
      return Optional.empty();
    }
  }

  /** Keeps its end, in the place of what was there: two runs that come to it do not meet. */
  public void keep(Checkpoint end, WalkRows rows) {
    Path beside = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
    try {
      new Checkpoints(beside, identity).save(end, rows);
      FileUtils.deleteDirectory(folder.toFile());
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | TraceException e) {
      FileUtils.deleteQuietly(beside.toFile());
    }
  }
}
