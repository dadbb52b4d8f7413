package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
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

  @ParameterizedTest(name = "{0}")
  @CsvSource({"torch, true", "dl4j, false"})
  void judges_what_needs_none_and_leaves_only_the_walk_beside_it_out(String engine, boolean gd) {
    Judged judged = judge(engine, "R6a");

    assertThat(judged.verdict().seeds()).isNotEmpty();
    Set<Arm> shown = Objects.requireNonNull(judged.example()).traces().keySet();
    assertThat(shown).contains(Arm.LONG, Arm.LONG_SCALED);
    assertThat(shown.contains(Arm.GD)).isEqualTo(gd);
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
