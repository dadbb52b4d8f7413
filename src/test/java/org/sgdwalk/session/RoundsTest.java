package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/** Real runs, of two epochs of a tiny network. */
@DisplayName("Runs are made in rounds, and none in vain")
class RoundsTest {
  @TempDir private static Path store;

  @SuppressWarnings("NullAway.Init") // made in @BeforeAll
  private static ClaimSession session;

  private static List<Judgement> judgements = List.of();

  @BeforeAll
  static void decide() {
    Map<String, String> options = Map.of("sgdwalk.threads", "2");
    session = new ClaimSession(Settings.of(Options.of(options, Map.of())), store);
    Cell cell = TinyCell.of(Scale.CI);
    judgements =
        session.claims(cell).stream()
            .map(claim -> new Judgement(claim, session.runs(cell)))
            .toList();
    session.decide("tiny", judgements);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void decide_every_claim_on_as_many_seeds_as_it_takes() {
    List<Verdict> verdicts = verdicts();
    assertThat(verdicts).extracting(v -> v.claim().id()).contains("T4", "T8", "R5", "R6a");
    assertThat(verdicts).extracting(Verdict::outcome).contains(Outcome.NOT_MET, Outcome.SUPPORTED);
    assertThat(verdicts)
        .allSatisfy(
            verdict ->
                assertThat(
                        verdict.outcome() != Outcome.INCONCLUSIVE
                            || verdict.seeds().size() == session.seeds().cap())
                    .as(verdict.reason())
                    .isTrue());
  }

  @Test
  void make_no_run_that_no_verdict_reads() {
    List<Verdict> verdicts = verdicts();
    for (Arm arm : TinyCell.of(Scale.CI).arms().keySet()) {
      List<Integer> read = new ArrayList<>();
      for (int i = 0; i < verdicts.size(); i++) {
        if (judgements.get(i).claim().arms().contains(arm)) {
          read.add(verdicts.get(i).seeds().size());
        }
      }
      assertThat(session.made(TinyCell.of(Scale.CI), arm))
          .as(arm.label())
          .hasSize(read.stream().max(Integer::compare).orElse(0));
    }
  }

  @Test
  void need_nothing_where_all_is_decided() {
    assertThat(judgements).allSatisfy(judgement -> assertThat(judgement.needed()).isEmpty());
  }

  private static List<Verdict> verdicts() {
    return judgements.stream().map(Judgement::verdict).toList();
  }
}
