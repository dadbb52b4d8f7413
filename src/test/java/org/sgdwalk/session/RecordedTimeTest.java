package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.RecordedVerdicts;
import org.sgdwalk.WrittenDoc;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.run.NetworkSpeed;
import org.sgdwalk.run.RunNeed;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

@DisplayName("The time of the claims at scale ci")
class RecordedTimeTest {
  private static final int THREADS = 2;
  private static final NetworkSpeed USUAL = NetworkSpeed.of(RunNeed.USUAL_RATE);

  /** Of the claims, on two quiet cores. */
  private static final double MOST_MINUTES = 25;

  private static final Plan CI = Plan.of(Settings.of(Options.of(Map.of(), Map.of())));

  /** A run is made for as many seeds as the claim that takes the most of them. */
  private static double recorded(PlannedCell planned, Map<List<String>, CSVRecord> effects) {
    return planned.runs().stream()
        .mapToDouble(run -> seconds(run) * mostSeeds(planned.cell(), run.claims(), effects))
        .sum();
  }

  private static int mostSeeds(
      Cell cell, List<Claim> claims, Map<List<String>, CSVRecord> effects) {
    return claims.stream()
        .mapToInt(
            claim ->
                Integer.parseInt(
                    Objects.requireNonNull(effects.get(List.of(claim.id(), cell.id())))
                        .get("seeds")))
        .max()
        .orElseThrow();
  }

  private static double seconds(PlannedRun run) {
    return run.need().work().seconds(USUAL) / THREADS;
  }

  @Test
  void is_25_minutes_at_most_with_as_many_seeds_as_the_verdicts_on_record_took()
      throws IOException {
    Map<List<String>, CSVRecord> effects = RecordedVerdicts.effects(Scale.CI);
    double all =
        CI.cells().stream().mapToDouble(cell -> cell.secondsOfSeed(THREADS, spec -> USUAL)).sum();
    double recorded = CI.cells().stream().mapToDouble(cell -> recorded(cell, effects)).sum() / 60;

    assertThat(recorded).isLessThanOrEqualTo(MOST_MINUTES);
    WrittenDoc.holds(
        Path.of("docs", "claims.md"),
        "RecordedTimeTest: minutes",
        String.format(
            Locale.ROOT,
            """
            `plan` counts %.0f seconds a seed for all cells of `ci` on two cores, %.0f minutes for all %d seeds of every run.
            With as many seeds as the verdicts on record took it is %.0f minutes.
            """,
            all,
            all * CI.seeds().cap() / 60,
            CI.seeds().cap(),
            recorded));
  }
}
