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
