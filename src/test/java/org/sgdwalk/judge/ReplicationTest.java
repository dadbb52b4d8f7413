package org.sgdwalk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.paper.Claims;

@DisplayName("How likely fresh seeds give the same word")
class ReplicationTest {
  private static final Claim LAW = Claims.find("T4").orElseThrow();
  private static final Claim AVERAGE = Claims.find("T6").orElseThrow();

  private static Scenario ratio(double ratio) {
    return (arm, walk) -> walk.distance(arm == Arm.SGD ? ratio : 1);
  }

  private static Replication of(Claim claim, List<Scenario> inTurn) {
    return Replication.of(Scenario.judge(claim, inTurn), Scenario.STOPPING).orElseThrow();
  }

  /** After 14 of 14 seeds, probabilities from .87 to 1 are plausible: table of the power. */
  @Test
  void is_likely_and_not_sure_after_fourteen_of_fourteen_seeds() {
    Replication again = of(LAW, List.of((arm, walk) -> {}));

    assertThat(again.probability()).isBetween(0.85, 0.99);
    assertThat(again.low()).isBetween(0.4, again.probability());
    assertThat(again.high()).isBetween(0.999, 1.0);
  }

  @Test
  void is_nearly_sure_of_a_law_that_never_holds() {
    Replication again =
        of(LAW, List.of((arm, walk) -> walk.section((step, epoch) -> SyntheticWalk.slope())));

    assertThat(again.probability()).isGreaterThan(0.95);
  }

  @Test
  void is_sure_of_an_effect_without_scatter_and_not_of_one_as_large_as_its_scatter() {
    assertThat(of(AVERAGE, List.of(ratio(1.5))).probability()).isEqualTo(1);

    List<Scenario> scattered =
        IntStream.range(0, 28).mapToObj(k -> ratio(Math.exp(0.1 * (k % 7) - 0.15))).toList();
    Replication again = of(AVERAGE, scattered);
    assertThat(again.probability()).isBetween(0.05, 0.95);
    assertThat(again.low()).isLessThan(again.high());
  }

  @Test
  void is_the_same_each_time() {
    List<Scenario> scattered = List.of(ratio(1.5), ratio(1.2), ratio(0.9));

    assertThat(of(AVERAGE, scattered)).isEqualTo(of(AVERAGE, scattered));
  }

  @Test
  void is_not_said_where_nothing_was_judged() {
    Verdict notRun = Verdict.notRun(LAW, "cell", "no data");
    Verdict notTestable =
        Scenario.judge(
            Claims.find("T1").orElseThrow(), List.of((arm, walk) -> walk.lambdaMax(epoch -> 1)));

    assertThat(Replication.of(notRun, Scenario.STOPPING)).isEmpty();
    assertThat(notTestable.outcome()).isEqualTo(Outcome.NOT_TESTABLE);
    assertThat(Replication.of(notTestable, Scenario.STOPPING)).isEmpty();
  }
}
