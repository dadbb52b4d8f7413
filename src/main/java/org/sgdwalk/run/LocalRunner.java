package org.sgdwalk.run;

import java.util.HashMap;
import java.util.Map;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.train.TrainingLoop;

/** Runs in this process. Loaded data are kept for the next run. */
public final class LocalRunner implements Runner {
  private final DataCatalog catalog;
  private final int threads;
  private final Map<DataSpec, DataSet> loaded = new HashMap<>();

  /**
   * A runner.
   *
   * @param threads worker threads; they change no digit
   */
  public LocalRunner(DataCatalog catalog, int threads) {
    this.catalog = catalog;
    this.threads = threads;
  }

  @Override
  public RunResult run(RunSpec spec, Progress progress) {
    DataSet data = loaded.computeIfAbsent(spec.data(), wanted -> DataSet.load(wanted, catalog));
    try (LossSurface surface = NetworkLossSurface.open(spec, data, threads)) {
      WalkRecorder recorder = new WalkRecorder(spec, surface, progress);
      Status status = new TrainingLoop(spec, surface).run(recorder);
      Manifest manifest =
          new Manifest(spec, status, ProvenanceCollector.collect(data, threads), Map.of());
      return new RunResult(
          new Trace(manifest, recorder.steps(), recorder.epochs()), recorder.thetaFiles());
    }
  }
}
