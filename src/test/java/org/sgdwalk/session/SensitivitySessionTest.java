package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.sensitivity.Sensitivity;
import org.sgdwalk.sensitivity.Sensitivity.Varied;
import org.sgdwalk.sensitivity.Variant;
import org.sgdwalk.sensitivity.Variants;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/** Real runs, of two epochs of a tiny network. */
@DisplayName("Claims are judged again under variants")
class SensitivitySessionTest {
  private static final int SEEDS = 2;

  @TempDir private Path store;

  private SensitivitySession session(String... options) {
    Map<String, String> set = Map.of(options[0], options[1], "sgdwalk.scale", "smoke");
    return new SensitivitySession(Settings.of(Options.of(set, Map.of())), store);
  }

  private static List<Variant> variants(String... ids) {
    return Variants.named(List.of(ids));
  }

  private static List<Long> seeds(Verdict verdict) {
    return verdict.seeds().stream().map(SeedOutcome::seed).toList();
  }

  private List<String> traces(String cell) throws Exception {
    try (Stream<Path> files = Files.walk(store)) {
      return files
          .filter(file -> file.endsWith("manifest.json"))
          .map(
              file ->
                  file.getName(file.getNameCount() - 3)
                      + "/"
                      + file.getName(file.getNameCount() - 2))
          .filter(folder -> folder.startsWith(cell + "/"))
          .map(folder -> folder.replaceFirst("-[0-9a-f]{12}$", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void judges_the_claims_that_a_variant_touches_on_the_same_seeds() {
    try (SensitivitySession session = session("sgdwalk.threads", "2")) {
      Sensitivity all = session.judge(TinyCell.of(Scale.SMOKE), variants("points-6", "reshuffled"));

      assertThat(all.reference())
          .extracting(verdict -> verdict.claim().id())
          .contains("T4", "T8", "R5", "R6a");
      assertThat(all.variants()).hasSize(2);
      for (Varied varied : all.variants()) {
        assertThat(varied.verdicts().keySet())
            .containsExactlyInAnyOrderElementsOf(
                all.reference().stream().map(verdict -> verdict.claim().id()).toList());
        assertThat(varied.verdicts().values())
            .allSatisfy(verdict -> assertThat(seeds(verdict)).containsExactly(1L, 2L))
            .extracting(Verdict::cell)
            .containsOnly("tiny@" + varied.variant());
        assertThat(varied.barriers()).hasSameSizeAs(all.barriers());
      }
    }
  }

  @Test
  void runs_again_only_what_a_variant_changes() throws Exception {
    try (SensitivitySession session = session("sgdwalk.threads", "2")) {
      Sensitivity all = session.judge(TinyCell.of(Scale.SMOKE), variants("points-6"));

      assertThat(traces("smoke-tiny")).hasSize(2 * SEEDS);
      assertThat(traces("smoke-tiny@points-6"))
          .containsExactly(
              "smoke-tiny@points-6/long-seed-0001", "smoke-tiny@points-6/long-seed-0002");
      Verdict reference =
          all.reference().stream()
              .filter(v -> v.claim().id().equals("R6a"))
              .findFirst()
              .orElseThrow();
      // R6a reads accuracies alone, and the points of a cross-section change none.
      assertThat(all.variants().get(0).verdict("R6a").orElseThrow().seeds())
          .isEqualTo(reference.seeds());
    }
  }

  @Test
  void takes_fresh_seeds_of_the_selected_cells() {
    try (SensitivitySession session = session("sgdwalk.cells", "quadratic")) {
      List<Sensitivity> cells = session.judge(variants("points-6", "seeds-101"));

      assertThat(cells).hasSize(1);
      assertThat(cells.get(0).reference())
          .extracting(v -> seeds(v))
          .containsExactly(List.of(1L, 2L), List.of(1L, 2L));
      assertThat(cells.get(0).variants().get(0).verdicts()).isEmpty();
      Verdict fresh = cells.get(0).variants().get(1).verdict("Q1a").orElseThrow();
      assertThat(seeds(fresh)).containsExactly(101L, 102L);
      assertThat(fresh.holds()).isEqualTo(SEEDS);
      assertThat(cells.get(0).barriers()).isEmpty();
    }
  }
}
