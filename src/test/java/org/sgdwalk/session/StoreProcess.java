package org.sgdwalk.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.ChildProcess;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.Trace;

/** Wants all runs of a store, in a JVM of its own: arguments FOLDER RUNS. */
final class StoreProcess {
  private static final Cell CELL = Catalog.cells(Scale.CI).get(0);

  private StoreProcess() {}

  public static void main(String[] arguments) {
    AtomicInteger made = new AtomicInteger();
    TraceStore store =
        new TraceStore(Path.of(arguments[0]), "revision", "torch", 0, System.err::println);
    for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
      TraceKey key = key(run);
      store.make(
          key.stored(),
          folder -> {
            made.incrementAndGet();
            return result(key, null);
          });
    }
    System.out.println("made " + made);
  }

  static Process start(Path folder, int runs) throws IOException {
    return ChildProcess.ofClass(StoreProcess.class, "128m", folder, runs).start();
  }

  static TraceKey key(long seed) {
    return new TraceKey(CELL, Arm.GD, seed);
  }

  /** Diverged at once, so that it needs no steps. */
  static RunResult result(TraceKey key, Provenance.@Nullable ThetaProvenance initialTheta) {
    Provenance.DataProvenance data =
        new Provenance.DataProvenance("d", Map.of(), "0-0", "1-1", List.of(0.0), List.of(1.0));
    Provenance provenance =
        new Provenance(data, "", "", "", "torch", "", Map.of(), 1, "revision", initialTheta);
    Manifest manifest = new Manifest(key.spec(), new Status.Diverged(1), provenance, Map.of());
    EpochRow start = new EpochRow(0, 0, 2.3, 0.1, 2.3, 0.1);
    return new RunResult(new Trace(manifest, List.of(), List.of(start)), Map.of());
  }
}
