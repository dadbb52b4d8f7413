package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.VerdictRecord;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/** Real runs, of two epochs of a tiny network whose GD measures the Hessian. */
@DisplayName("An engine without Hessian products")
class EngineAbilityTest {
  private static final Cell CELL = TinyCell.withSharpnessOfGd(Scale.SMOKE);

  @TempDir private Path store;

  private Judged judge(String engine, String claim) {
    Map<String, String> options = Map.of("sgdwalk.scale", "smoke", "sgdwalk.engine", engine);
    try (ClaimSession session =
        new ClaimSession(Settings.of(Options.of(options, Map.of())), store)) {
      return session.judge(
          new Case(Claims.find(claim).orElseThrow(), CELL),
          VerdictRecord.read(store.resolve("none.csv")));
    }
  }

  @Test
  void judges_what_needs_none_and_shows_only_runs_that_were_made() {
    Judged judged = judge("dl4j", "R6a");

    assertThat(judged.verdict().seeds()).isNotEmpty();
    SeedTraces example = Objects.requireNonNull(judged.example());
    assertThat(example.traces()).containsOnlyKeys(Arm.LONG, Arm.LONG_SCALED);
    assertThat(example.seed()).isEqualTo(judged.verdict().medianSeed().orElseThrow());
    assertThat(judged.seeds()).hasSameSizeAs(judged.verdict().seeds());
  }

  @Test
  void does_not_run_what_needs_them_and_says_what_would_be_right() {
    Judged judged = judge("dl4j", "T1");

    assertThat(judged.verdict().outcome()).isEqualTo(Outcome.NOT_RUN);
    assertThat(judged.verdict().reason())
        .isEqualTo(
            "probes.sharpness: needs Hessian products, which the engine 'dl4j' does not compute;"
                + " leave it out, or take another: -Dsgdwalk.engine=torch");
    assertThat(judged.example()).isNull();
  }
}
