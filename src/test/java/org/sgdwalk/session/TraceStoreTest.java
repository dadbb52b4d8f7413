package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;

@DisplayName("The store of traces")
class TraceStoreTest {
  private static final Cell CELL = Catalog.cells(Scale.CI).get(0);
  private static final TraceKey KEY = new TraceKey(CELL, Arm.GD, 1);

  @TempDir private Path folder;

  /** Diverged at once, so that it needs no steps. */
  private void save(RunSpec spec, Provenance.@Nullable ThetaProvenance initialTheta) {
    Provenance.DataProvenance data =
        new Provenance.DataProvenance("d", Map.of(), "0-0", "1-1", List.of(0.0), List.of(1.0));
    Provenance provenance =
        new Provenance(data, "", "", "", "torch", "", Map.of(), 1, "revision", initialTheta);
    Manifest manifest = new Manifest(spec, new Status.Diverged(1), provenance, Map.of());
    TraceDirectory.write(
        folder.resolve("revision").resolve("torch").resolve(KEY.folder()),
        new Trace(manifest, List.of(), List.of(new EpochRow(0, 0, 2.3, 0.1, 2.3, 0.1))),
        Map.of());
  }

  private TraceStore store() {
    return new TraceStore(folder, "revision", "torch", 0);
  }

  @Test
  void finds_the_trace_of_a_run() {
    assertThat(store().find(KEY)).isEmpty();
    save(KEY.spec(), null);
    assertThat(store().find(KEY)).isPresent();
    assertThat(new TraceStore(folder, "other", "torch", 0).find(KEY)).isEmpty();
    assertThat(new TraceStore(folder, "revision", "dl4j", 0).find(KEY)).isEmpty();
  }

  @Test
  void refuses_one_made_from_another_spec() {
    save(KEY.spec().withSeed(2), null);
    assertThatThrownBy(() -> store().find(KEY))
        .hasMessageContaining("made from another spec than this revision's");
  }

  @Test
  void refuses_one_of_the_same_spec_that_started_from_a_theta_file() {
    save(KEY.spec(), new Provenance.ThetaProvenance("theta-000004.npz", "00"));
    assertThatThrownBy(() -> store().find(KEY)).hasMessageContaining("from a theta file");
  }
}
