package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RecordMatch;
import org.sgdwalk.judge.RunsTook;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.progress.RoundsProgress;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/** Real runs, of two epochs of a tiny network. */
@DisplayName("Runs are made in rounds, and none in vain")
class RoundsTest {
  @TempDir private static Path store;

  @SuppressWarnings("NullAway.Init") // made in @BeforeAll
  private static ClaimSession session;

  private static List<Judgement> judgements = List.of();
  private static final Told TOLD = new Told();

  /** What a person is told. */
  private static final class Told implements RoundsProgress {
    private final List<Integer> pieces = new ArrayList<>();
    private final List<Double> least = new ArrayList<>();
    private final List<Double> most = new ArrayList<>();
    private final List<Double> done = new ArrayList<>();

    @Override
    public void round(int pieces, double least, double most) {
      this.pieces.add(pieces);
      this.least.add(least);
      this.most.add(most);
    }

    @Override
    public void done(double work) {
      done.add(work);
    }

    @Override
    public void close() {}

    private static double sum(List<Double> works) {
      return works.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  @BeforeAll
  static void decide() {
    Map<String, String> options = Map.of("sgdwalk.threads", "2");
    session = new ClaimSession(Settings.of(Options.of(options, Map.of())), store);
    Cell cell = TinyCell.of(Scale.CI);
    judgements =
        session.claims(cell).stream()
            .map(claim -> new Judgement(claim, session.runs(cell)))
            .toList();
    session.decide(TOLD, judgements);
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

  /** The first round has not all: some claims are open after it. */
  @Test
  void say_how_much_is_left_at_least_and_at_most() {
    assertThat(TOLD.pieces).hasSizeGreaterThan(1);
    assertThat(TOLD.pieces.stream().mapToInt(Integer::intValue).sum()).isEqualTo(TOLD.done.size());
    assertThat(Told.sum(TOLD.least)).isCloseTo(Told.sum(TOLD.done), Offset.offset(1e-9));
    assertThat(TOLD.most.get(0))
        .isGreaterThan(TOLD.least.get(0))
        .isGreaterThanOrEqualTo(Told.sum(TOLD.done));
  }

  @Test
  void know_how_long_the_runs_of_a_claim_took() {
    Verdict verdict = verdicts().get(0);
    RunsTook took = session.took(judged(verdict)).orElseThrow();
    int arms = verdict.of().arms().size();
    assertThat(took.runs()).isEqualTo(verdict.seeds().size() * arms);
    assertThat(took.time()).isPositive();
    assertThat(took.ended()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void know_how_long_the_runs_of_an_arm_took() {
    Verdict verdict = verdicts().get(0);
    Arm arm = verdict.of().arms().iterator().next();
    RunsTook took = session.took(TinyCell.of(Scale.CI), arm).orElseThrow();
    assertThat(took.runs()).isGreaterThanOrEqualTo(verdict.seeds().size());
    assertThat(took.median()).isPositive().isLessThan(took.time());
  }

  /** Of another session, which made nothing. */
  @Test
  void take_no_time_where_none_is_made() {
    try (ClaimSession other =
        new ClaimSession(Settings.of(Options.of(Map.of(), Map.of())), store)) {
      assertThat(other.took(judged(verdicts().get(0)))).isEmpty();
      assertThat(other.took(TinyCell.of(Scale.CI), Arm.GD)).isEmpty();
    }
  }

  private static Judged judged(Verdict verdict) {
    return new Judged(
        new Case(verdict.of(), TinyCell.of(Scale.CI)),
        verdict,
        new RecordMatch(RecordMatch.Kind.NOT_COMPARED, "tiny"),
        null);
  }

  @Test
  void need_nothing_where_all_is_decided() {
    assertThat(judgements).allSatisfy(judgement -> assertThat(judgement.needed()).isEmpty());
  }

  private static List<Verdict> verdicts() {
    return judgements.stream().map(Judgement::verdict).toList();
  }
}
