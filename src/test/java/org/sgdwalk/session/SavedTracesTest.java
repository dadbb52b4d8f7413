package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Provenance.DataProvenance;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;
import org.sgdwalk.trace.TraceException;

@DisplayName("Traces read back from disk")
class SavedTracesTest {
  private static final Cell CELL = Catalog.cells(Scale.CI).get(0);

  @TempDir private Path folder;

  private void save(String name, Arm arm, long seed, double cosine) {
    SyntheticWalk walk = new SyntheticWalk(CELL.spec(arm, seed)).cosine(cosine);
    TraceDirectory.write(folder.resolve(name), walk.trace(), Map.of());
  }

  @Test
  void are_judged_seed_by_seed_where_all_arms_are_there() {
    int seeds = Catalog.stopping(Scale.CI).mostSeeds();
    for (int seed = 1; seed <= seeds; seed++) {
      save("gd-" + seed, Arm.GD, seed, -0.9);
    }
    save("sgd-5", Arm.SGD, 5, 0);

    SavedTraces saved = SavedTraces.read(List.of(folder), List.of());

    assertThat(saved.strangers()).isEmpty();
    assertThat(outcome(saved, "T2a")).isEqualTo(Outcome.SUPPORTED);
    assertThat(outcome(saved, "T5")).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(saved, "T8")).isEqualTo(Outcome.NOT_RUN);
  }

  @Test
  void are_refused_where_the_arms_of_a_seed_had_other_images() {
    save("gd", Arm.GD, 1, -0.9);
    Trace sgd = new SyntheticWalk(CELL.spec(Arm.SGD, 1)).trace();
    DataProvenance data = sgd.manifest().provenance().data();
    saveFrom(
        sgd,
        new DataProvenance(
            data.name(), Map.of("a.gz", "01"), "0-0", "1-1", data.mean(), data.std()),
        "files");
    saveFrom(
        sgd,
        new DataProvenance(data.name(), data.sha256(), "0-1", "1-1", data.mean(), data.std()),
        "indices");

    assertRefused("files", "sha256");
    assertRefused("indices", "trainIndices");
  }

  private void saveFrom(Trace trace, DataProvenance data, String name) {
    Provenance of = trace.manifest().provenance();
    Provenance other =
        new Provenance(
            data,
            of.jdk(),
            of.os(),
            of.cpu(),
            of.engine(),
            of.backend(),
            of.versions(),
            of.threads(),
            of.gitRevision());
    Manifest manifest =
        new Manifest(trace.manifest().spec(), trace.manifest().status(), other, Map.of());
    TraceDirectory.write(
        folder.resolve(name), new Trace(manifest, trace.steps(), trace.epochs()), Map.of());
  }

  private void assertRefused(String name, String key) {
    List<Path> both = List.of(folder.resolve("gd"), folder.resolve(name));
    assertThatThrownBy(() -> SavedTraces.read(both, List.of()))
        .isInstanceOf(TraceException.class)
        .hasMessage(
            "%s: manifest.json: provenance.data.%s differs from that of %s; runs that are compared must have the same images"
                .formatted(both.get(1), key, both.get(0)));
  }

  @Test
  void count_a_trace_once_though_it_is_named_twice() {
    save("gd-1", Arm.GD, 1, -0.9);
    SavedTraces saved = SavedTraces.read(List.of(folder, folder.resolve("gd-1")), List.of());
    assertThat(verdict(saved, "T2a").seeds()).hasSize(1);
  }

  @Test
  void do_not_choose_between_two_traces_of_one_place() {
    save("one", Arm.GD, 1, -0.9);
    save("other", Arm.GD, 1, -0.1);
    assertThatThrownBy(() -> SavedTraces.read(List.of(folder), List.of()))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("other")
        .hasMessageContaining("a second, different trace of GD with seed 1");
  }

  @Test
  void are_a_stranger_to_every_claim_where_it_started_from_a_theta_file() {
    SyntheticWalk walk = new SyntheticWalk(CELL.spec(Arm.GD, 1)).cosine(-0.9).fromThetaFile();
    TraceDirectory.write(folder.resolve("elsewhere"), walk.trace(), Map.of());
    save("gd-1", Arm.GD, 1, -0.1);

    SavedTraces saved = SavedTraces.read(List.of(folder), List.of());

    assertThat(saved.strangers()).containsOnlyKeys(folder.resolve("elsewhere"));
    assertThat(verdict(saved, "T2a").seeds()).hasSize(1);
  }

  private static Outcome outcome(SavedTraces saved, String id) {
    return verdict(saved, id).outcome();
  }

  private static Verdict verdict(SavedTraces saved, String id) {
    return saved.judge().stream()
        .map(Judged::verdict)
        .filter(verdict -> verdict.claim().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
