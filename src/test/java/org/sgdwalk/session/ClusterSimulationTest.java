package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.session.ClusterSimulation.Cluster;
import org.sgdwalk.session.ClusterSimulation.Run;

@DisplayName("A simulated cluster")
class ClusterSimulationTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final Offset<Double> EXACT = Offset.offset(1e-9);

  private static Run run(double seconds) {
    return new Run(seconds, List.of());
  }

  private static Cluster sound(int devices) {
    return new Cluster(devices, 0, NEVER, 0, NEVER);
  }

  private static double makespan(List<Run> round, Cluster cluster) {
    return ClusterSimulation.makespan(List.of(round), cluster, 1);
  }

  /** 5 and 3 + 2 + 1 behind 4: the greatest first, and the next to who is free. */
  @Test
  void takes_the_longest_runs_first() {
    List<Run> runs = List.of(run(1), run(2), run(3), run(4), run(5));
    assertThat(makespan(runs, sound(1))).isCloseTo(15, EXACT);
    assertThat(makespan(runs, sound(2))).isCloseTo(8, EXACT);
    assertThat(makespan(runs, sound(9))).isCloseTo(5, EXACT);
  }

  @Test
  void begins_a_fork_when_its_first_phase_is_made() {
    Run first = new Run(4, List.of(run(3), run(2)));
    assertThat(makespan(List.of(first), sound(9))).isCloseTo(7, EXACT);
    assertThat(makespan(List.of(first, run(6)), sound(2))).isCloseTo(8, EXACT);
  }

  @Test
  void ends_a_round_before_the_next() {
    List<List<Run>> rounds = List.of(List.of(run(5), run(1)), List.of(run(2)));
    assertThat(ClusterSimulation.makespan(rounds, sound(2), 1)).isCloseTo(7, EXACT);
  }

  @Test
  void adds_what_a_try_takes_beside_computing() {
    Cluster slow = new Cluster(1, .5, NEVER, 0, NEVER);
    assertThat(makespan(List.of(run(1), run(1)), slow)).isCloseTo(3, EXACT);
  }

  /**
   * A run of length T that starts over takes (e^(T/m) - 1) m on average, with failures every m; one
   * that loses nothing takes T.
   */
  @Test
  void takes_as_long_as_theory_says_where_runs_start_over() {
    int runs = 20_000;
    List<Run> round = Collections.nCopies(runs, run(1));
    assertThat(makespan(round, new Cluster(1, 0, 1, 0, NEVER)) / runs)
        .isCloseTo(Math.E - 1, Percentage.withPercentage(3));
    assertThat(makespan(round, new Cluster(1, 0, 1, 0, 1e-6)) / runs)
        .isCloseTo(1, Percentage.withPercentage(.1));
  }

  /** A failed device is away, at m = 1 once a second. */
  @Test
  void waits_for_a_device_that_has_failed() {
    int runs = 20_000;
    List<Run> round = Collections.nCopies(runs, run(1));
    assertThat(makespan(round, new Cluster(1, 0, 1, .5, 1e-6)) / runs)
        .isCloseTo(1.5, Percentage.withPercentage(3));
  }

  @Test
  void is_the_same_for_the_same_seed() {
    List<List<Run>> rounds = List.of(Collections.nCopies(50, run(10)));
    Cluster cluster = new Cluster(4, 1, 30, 5, 3);
    assertThat(ClusterSimulation.makespan(rounds, cluster, 7))
        .isEqualTo(ClusterSimulation.makespan(rounds, cluster, 7))
        .isNotEqualTo(ClusterSimulation.makespan(rounds, cluster, 8));
  }
}
