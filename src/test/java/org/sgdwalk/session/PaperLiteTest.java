package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.SpecJson;

@DisplayName("Scale paper-lite")
class PaperLiteTest {
  /** What an H100 is assumed to sustain in float32. */
  private static final double ASSUMED = 35e12;

  private static final double MOST_SECONDS = 12 * 3600;

  private static Plan plan(Scale scale) {
    return Plan.of(Settings.of(Options.of(Map.of("sgdwalk.scale", scale.key()), Map.of())));
  }

  private static double operations(Plan plan) {
    return plan.seeds().cap()
        * plan.cells().stream().mapToDouble(PlannedCell::operationsOfSeed).sum();
  }

  @Test
  void takes_a_night_of_a_device_by_count() {
    Plan lite = plan(Scale.PAPER_LITE);

    assertThat(operations(lite) / ASSUMED).isBetween(MOST_SECONDS / 2, MOST_SECONDS);
    assertThat(operations(plan(Scale.PAPER))).isGreaterThan(20 * operations(lite));
  }

  @Test
  void has_as_many_seeds_as_a_law_takes_to_be_supported() {
    Plan lite = plan(Scale.PAPER_LITE);

    assertThat(lite.seeds().cap()).isEqualTo(lite.leastSeeds());
  }

  @Test
  void has_the_papers_networks_at_their_width_under_ids_of_their_own() {
    assertThat(networks(Scale.PAPER_LITE)).isEqualTo(networks(Scale.PAPER));
    List<String> papers = Catalog.cells(Scale.PAPER).stream().map(Cell::id).toList();
    assertThat(Catalog.cells(Scale.PAPER_LITE))
        .filteredOn(cell -> cell.data().isPresent())
        .extracting(Cell::id)
        .doesNotContainAnyElementsOf(papers);
  }

  private static Set<NetworkSpec> networks(Scale scale) {
    return plan(scale).cells().stream()
        .flatMap(cell -> cell.runs().stream())
        .filter(run -> run.spec().hasData())
        .map(run -> run.spec().network())
        .collect(Collectors.toSet());
  }

  @Test
  void judges_each_claim_but_those_of_schedules_in_some_network() {
    Set<String> judged =
        plan(Scale.PAPER_LITE).cells().stream()
            .flatMap(cell -> cell.claims().stream().map(Claim::id))
            .collect(Collectors.toSet());
    Set<String> papers =
        plan(Scale.PAPER).cells().stream()
            .flatMap(cell -> cell.claims().stream().map(Claim::id))
            .collect(Collectors.toSet());
    papers.removeAll(Set.of("S1", "S2a", "S2b"));

    assertThat(judged).isEqualTo(papers);
  }

  @Test
  void has_runs_that_a_file_says_as_they_are() {
    assertThat(plan(Scale.PAPER_LITE).cells())
        .flatExtracting(PlannedCell::runs)
        .extracting(PlannedRun::spec)
        .hasSizeGreaterThan(50)
        .allSatisfy(spec -> assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec));
  }
}
