package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.Slow;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.ClaimJudge;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.trace.Trace;

/** Real walks of the MLP with a small and a large batch, which are SUPPORTED as they are. */
@DisplayName("Real walks in each other's place show the contrary")
@Slow
class SwappedRolesTest {
  @TempDir private static Path store;

  @SuppressWarnings("NullAway.Init") // made in @BeforeAll
  private static ClaimSession session;

  @BeforeAll
  static void open() {
    Map<String, String> options = Map.of("sgdwalk.cells", "mlp/fashion-mnist-3k");
    session = new ClaimSession(Settings.of(Options.of(options, Map.of())), store);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"R1", "R2"})
  void of_averages(String id) {
    Claim claim = Claims.find(id).orElseThrow();

    assertThat(judge(claim, traces -> traces)).isEqualTo(Outcome.SUPPORTED);
    assertThat(judge(claim, SwappedRolesTest::swapped)).isEqualTo(Outcome.OPPOSITE);
  }

  /** What becomes of a seed's traces. */
  private interface Roles {
    SeedTraces of(SeedTraces traces);
  }

  private static Outcome judge(Claim claim, Roles roles) {
    Cell cell = session.cells().get(0);
    return new ClaimJudge(Catalog.stopping(Scale.CI))
        .judge(claim, cell.id(), k -> made(cell, claim, k).map(roles::of))
        .outcome();
  }

  private static Optional<SeedTraces> made(Cell cell, Claim claim, int k) {
    return session.seedTraces(cell, claim.arms(), k);
  }

  private static SeedTraces swapped(SeedTraces traces) {
    Map<Arm, Trace> swapped = new EnumMap<>(traces.traces());
    swapped.put(Arm.SMALL_BATCH, of(traces, Arm.LARGE_BATCH));
    swapped.put(Arm.LARGE_BATCH, of(traces, Arm.SMALL_BATCH));
    return new SeedTraces(traces.seed(), traces.cell(), swapped);
  }

  private static Trace of(SeedTraces traces, Arm arm) {
    return Objects.requireNonNull(traces.traces().get(arm), arm.label());
  }
}
