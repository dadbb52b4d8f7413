package org.sgdwalk.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.net.DeviceMemory;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.NetworkSize;
import org.sgdwalk.net.QuadraticLossSurface;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.run.checkpoint.RunStopped;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecException;
import org.sgdwalk.spec.Subset;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceException;
import org.sgdwalk.train.Start;

/** Runs in this process. The data last used are kept for the next run. */
public final class LocalRunner implements Runner {
  private static final int KEPT = 4;

  private final DataCatalog catalog;
  private final int threads;
  private final Engine engine;
  private final Map<Images, DataSet> loaded =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Images, DataSet> eldest) {
          return size() > KEPT;
        }
      };

  /** Which images, where the seed plays a part. */
  private record Images(DataSpec spec, long seed) {}

  /**
   * A runner.
   *
   * @param threads worker threads on a CPU, one on a card; they change no digit
   * @param engine what computes networks
   * @throws IllegalArgumentException if there is no such engine
   */
  public LocalRunner(DataCatalog catalog, int threads, EngineChoice engine) {
    this(catalog, engine.device().isCuda() ? 1 : threads, Engines.of(engine));
  }

  /** A runner on an engine that is there. */
  LocalRunner(DataCatalog catalog, int threads, Engine engine) {
    this.catalog = catalog;
    this.threads = threads;
    this.engine = engine;
  }

  /**
   * What computes in runners side by side: each card is one's alone, a CPU's engine is shared.
   *
   * @throws EngineException if there is no such card
   */
  public static List<EngineChoice> sideBySide(EngineChoice choice) {
    return Engines.sideBySide(choice);
  }

  /**
   * What an engine's traces and records are kept under.
   *
   * @throws EngineException if there is no such card
   */
  public static String engineKey(EngineChoice choice) {
    return Engines.key(choice);
  }

  @Override
  public Optional<String> lacks(RunSpec spec) {
    if (!spec.hasData()) {
      return Optional.empty();
    }
    PublishedSet set = PublishedSets.named(spec.data().name());
    return NetworkLossSurface.lack(
        engine, spec, set.image(), spec.data().numberOfClasses(set.classes()));
  }

  @Override
  public RunResult run(RunSpec spec, Keeping keeping, Progress progress) {
    return run(spec, null, keeping, progress);
  }

  /**
   * Makes a run from the theta of a file, which the result keeps as that of step 0.
   *
   * @param from where to start; null for the theta drawn from the seed
   * @param keeping what is kept on the way
   * @throws DiskException if there is too little space for the trace
   * @throws TraceException if the file's theta is none of the spec's network, or the checkpoints
   *     are none of this run's
   * @throws RunStopped if the process is to end before the run does
   */
  public RunResult run(
      RunSpec spec, @Nullable InitialTheta from, Keeping keeping, Progress progress) {
    if (keeping.place() != null) {
      keeping.place().requireSpace(TraceSize.bytes(spec) + thetaFiles(spec, from));
    }
    DataSet data = spec.hasData() ? loaded(spec) : null;
    try {
      return run(spec, data, from, keeping, progress);
    } catch (RuntimeException e) {
      throw data == null ? e : explained(e, spec, data);
    }
  }

  /** An error of a device whose memory ran out, wherever it was asked for, in one line. */
  private RuntimeException explained(RuntimeException error, RunSpec spec, DataSet data) {
    return DeviceMemory.isOut(error) && !(error instanceof EngineException)
        ? DeviceMemory.of(engine, spec, data.training().images().shape(), data.classes())
            .map(device -> (RuntimeException) device.ranOut(error))
            .orElse(error)
        : error;
  }

  private RunResult run(
      RunSpec spec,
      @Nullable DataSet data,
      @Nullable InitialTheta from,
      Keeping keeping,
      Progress progress) {
    try (LossSurface surface = open(spec, data)) {
      Start start = from == null ? Start.drawn(spec, surface) : from.on(surface, spec.precision());
      WalkRecorder recorder = new WalkRecorder(spec, surface, kept(spec, from), progress);
      Provenance provenance =
          ProvenanceCollector.collect(
              data, engine, threads, from == null ? null : from.provenance());
      Status status = new KeptWalk(spec, surface, recorder, keeping, provenance).run(start);
      if (from != null) {
        from.requireStarted(status);
      }
      requireStarted(status);
      Manifest manifest = new Manifest(spec, status, provenance, Map.of());
      return new RunResult(
          new Trace(manifest, recorder.steps(), recorder.epochs(), recorder.spectra()),
          recorder.thetaFiles());
    }
  }

  /** There is no trace of a run that did not begin. */
  private static void requireStarted(Status status) {
    if (status instanceof Status.Diverged diverged && diverged.step() == 0) {
      throw new SpecException(
          "the loss at the initial theta is not finite; a run must start where it is: look at"
              + " network, data.normalization and precision");
    }
  }

  private DataSet loaded(RunSpec spec) {
    long seed = spec.data().subset() == Subset.DRAWN ? spec.seed() : 0;
    Images wanted = new Images(spec.data(), seed);
    DataSet known = loaded.get(wanted);
    if (known == null) {
      known = DataSet.load(spec.data(), seed, catalog);
      loaded.put(wanted, known);
    }
    return known;
  }

  private LossSurface open(RunSpec spec, @Nullable DataSet data) {
    return data == null
        ? QuadraticLossSurface.open(spec)
        : NetworkLossSurface.open(engine, spec, data, threads);
  }

  /** Bytes of the kept thetas. */
  private static long thetaFiles(RunSpec spec, @Nullable InitialTheta from) {
    if (!spec.hasData()) {
      return 0;
    }
    PublishedSet set = PublishedSets.named(spec.data().name());
    int classes = spec.data().numberOfClasses(set.classes());
    long parameters = NetworkSize.parameters(spec.network(), set.image(), classes);
    return kept(spec, from).size() * parameters * spec.precision().bytes();
  }

  /** A theta that no seed gives again is kept, whatever the spec says. */
  private static Set<Integer> kept(RunSpec spec, @Nullable InitialTheta from) {
    Set<Integer> kept = new HashSet<>(spec.keepTheta());
    if (from != null) {
      kept.add(0);
    }
    return kept;
  }
}
