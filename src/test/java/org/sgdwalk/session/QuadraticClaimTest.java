package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.judge.ClaimJudge;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.LocalRunner;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Trace;

/** Real runs through the loop, the recorder and the trace directory. */
@DisplayName("Q1a is judged on real runs on quadratics")
class QuadraticClaimTest {
  private static final Claim Q1 = Claims.find("Q1a").orElseThrow();

  @TempDir private Path store;

  @ParameterizedTest
  @EnumSource(names = {"SMOKE", "CI", "PAPER"})
  void hold_for_every_seed_and_are_supported_where_seeds_suffice(Scale scale) {
    try (ClaimSession session = session(scale)) {
      Cell quadratic = quadratic(session);
      Verdict verdict = session.judge(Q1, quadratic);

      assertThat(verdict.holds()).as(verdict.seeds().toString()).isEqualTo(verdict.seeds().size());
      assertThat(verdict.outcome())
          .isEqualTo(scale == Scale.SMOKE ? Outcome.INCONCLUSIVE : Outcome.SUPPORTED);
      assertThat(verdict.effect().orElseThrow().median()).isEqualTo(3);
    }
  }

  /** Real runs in each other's place: a violation that no synthetic trace is needed for. */
  @ParameterizedTest
  @CsvSource({"OVER_DAMPED, UNDER_DAMPED", "UNDER_DAMPED, UNSTABLE", "OVER_DAMPED, UNSTABLE"})
  void refute_it_with_two_regimes_in_each_others_place(Arm one, Arm other) {
    try (ClaimSession session = session(Scale.CI)) {
      Cell quadratic = quadratic(session);
      Verdict verdict =
          new ClaimJudge(Catalog.stopping(Scale.CI))
              .judge(
                  Q1,
                  quadratic.id(),
                  k ->
                      session
                          .seedTraces(quadratic, Q1.arms(), k)
                          .map(traces -> swapped(traces, one, other)));

      assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_MET);
      assertThat(verdict.holds()).isZero();
    }
  }

  /** Each update multiplies the distance to the minimum by |1 - eta lambda|, one for all. */
  @Test
  void shrink_or_grow_by_one_factor_that_is_in_the_range_of_its_arm() {
    try (ClaimSession session = session(Scale.CI)) {
      Cell quadratic = quadratic(session);
      SeedTraces traces = session.seedTraces(quadratic, Q1.arms(), 0).orElseThrow();
      for (Arm arm : Q1.arms()) {
        NetworkSpec.Quadratic spec = (NetworkSpec.Quadratic) quadratic.spec(arm, 1).network();
        double[] norms = traces.walk(arm).paramNorms(quadratic.valley());
        double factor = norms[1] / norms[0];
        double etaLambda = arm == Arm.OVER_DAMPED ? 1 - factor : 1 + factor;

        assertThat(etaLambda).isBetween(spec.lowest(), spec.highest());
        for (int i = 2; i < norms.length; i++) {
          assertThat(norms[i] / norms[i - 1]).isCloseTo(factor, within(1e-5));
        }
      }
    }
  }

  @Test
  void say_that_the_runs_have_no_data() {
    RunSpec spec =
        Catalog.cells(Scale.CI).stream()
            .filter(cell -> cell.id().equals("quadratic"))
            .findFirst()
            .orElseThrow()
            .spec(Arm.UNSTABLE, 3);
    Trace trace =
        new LocalRunner(new DataCatalog(null), 1, Engines.STANDARD)
            .run(spec, Progress.NONE)
            .trace();

    assertThat(trace.manifest().provenance().data().name()).isEqualTo("none");
    assertThat(trace.manifest().provenance().data().sha256()).isEmpty();
    assertThat(trace.epochs()).allSatisfy(row -> assertThat(row.trainAccuracy()).isNaN());
    assertThat(trace.steps()).hasSize(spec.updates());
  }

  private ClaimSession session(Scale scale) {
    Map<String, String> options =
        Map.of(
            "sgdwalk.scale",
            scale.key(),
            "sgdwalk.claims",
            "Q1a",
            "sgdwalk.cells",
            "quadratic",
            "sgdwalk.threads",
            "1");
    return new ClaimSession(Settings.of(Options.of(options, Map.of())), store);
  }

  private static Cell quadratic(ClaimSession session) {
    assertThat(session.cells()).hasSize(1);
    return session.cells().get(0);
  }

  private static SeedTraces swapped(SeedTraces traces, Arm one, Arm other) {
    Map<Arm, Trace> swapped = new EnumMap<>(traces.traces());
    Trace first = traces.traces().get(one);
    Trace second = traces.traces().get(other);
    if (first == null || second == null) {
      throw new IllegalStateException("no trace of " + one + " or " + other);
    }
    swapped.put(one, second);
    swapped.put(other, first);
    return new SeedTraces(traces.seed(), traces.cell(), swapped);
  }
}
