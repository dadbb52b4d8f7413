package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.progress.RoundsProgress;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.RunSpec;

@DisplayName("A run that is given up")
class FailedRunsTest {
  private static final Cell CELL = TinyCell.of(Scale.CI);
  private static final Settings SETTINGS =
      Settings.of(Options.of(Map.of("sgdwalk.threads", "2"), Map.of()));

  @TempDir private Path folder;

  /** Makes all runs but those of one arm and seed, as a cluster does whose tries are used up. */
  private record GivesUp(StudyRunner local, StoredRun run) implements StudyRunner {
    @Override
    public String engineKey() {
      return local.engineKey();
    }

    @Override
    public Map<String, String> environment() {
      return local.environment();
    }

    @Override
    public Optional<String> lacks(RunSpec spec) {
      return local.lacks(spec);
    }

    @Override
    public void make(List<List<StoredRun>> groups, TraceStore store, Outcomes outcomes) {
      List<StoredRun> all = groups.stream().flatMap(List::stream).toList();
      if (all.contains(run)) {
        outcomes.failed(run, "failed 3 times: planned");
      }
      local.make(
          all.stream().filter(other -> !other.equals(run)).map(List::of).toList(), store, outcomes);
    }

    @Override
    public void close() {
      local.close();
    }
  }

  private ClaimSession session(Arm arm, long seed) {
    StoredRun lost = new TraceKey(CELL, arm, seed).stored();
    return new ClaimSession(
        SETTINGS, folder, new GivesUp(LocalStudyRunner.of(SETTINGS, line -> {}), lost));
  }

  private static List<Verdict> verdicts(ClaimSession session) {
    List<Judgement> judgements =
        session.claims(CELL).stream()
            .map(claim -> new Judgement(claim, session.runs(CELL)))
            .toList();
    try (RoundsProgress progress = RoundsProgress.of("test", "runs")) {
      session.decide(progress, judgements);
    }
    return judgements.stream().map(Judgement::verdict).toList();
  }

  @Test
  void leaves_the_claims_that_need_it_not_run_with_its_cause_and_no_others() {
    try (ClaimSession session = session(Arm.LONG_SCALED, 1)) {
      List<Verdict> verdicts = verdicts(session);

      assertThat(verdicts)
          .filteredOn(verdict -> verdict.of().arms().contains(Arm.LONG_SCALED))
          .isNotEmpty()
          .allSatisfy(
              verdict -> {
                assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_RUN);
                assertThat(verdict.reason())
                    .contains("long-scaled-seed-0001-")
                    .endsWith(": failed 3 times: planned");
              });
      assertThat(verdicts)
          .filteredOn(verdict -> !verdict.of().arms().contains(Arm.LONG_SCALED))
          .isNotEmpty()
          .noneMatch(verdict -> verdict.outcome() == Outcome.NOT_RUN);
      assertThat(session.failures()).singleElement().asString().contains("long-scaled-seed-0001-");
    }
  }

  /** The verdict is that of the runs before it. */
  @Test
  void costs_nothing_where_the_claim_is_decided_without_it() {
    try (ClaimSession session = session(Arm.LONG, 28)) {
      assertThat(verdicts(session))
          .filteredOn(verdict -> verdict.of().arms().contains(Arm.LONG))
          .anyMatch(verdict -> verdict.outcome() != Outcome.NOT_RUN);
    }
  }
}
