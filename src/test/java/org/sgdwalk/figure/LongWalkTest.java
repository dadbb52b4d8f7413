package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

@DisplayName("A walk of 10,000 updates")
class LongWalkTest {
  private static final int UPDATES = 10_000;
  private static final int POINTS = 11;

  private static Trace trace() {
    Trace sgd = SyntheticWalks.trace(Arm.SGD);
    List<StepRow> steps = IntStream.rangeClosed(1, UPDATES).mapToObj(LongWalkTest::step).toList();
    return new Trace(sgd.manifest(), steps, sgd.epochs());
  }

  private static StepRow step(int step) {
    double level = 2 + Math.sin(step);
    List<Double> losses =
        IntStream.range(0, POINTS).mapToObj(k -> level + Math.abs(k - 5) / 10.0).toList();
    CrossSectionRow section = new CrossSectionRow(losses, level, 0.5, 0.5, 0, 1, 1, 1, Double.NaN);
    return new StepRow(step, 1, 0.1, level, 1, Math.sin(step), step, 10, section);
  }

  @Test
  void draws_in_under_two_seconds() {
    Trace trace = trace();
    WalkFigure.of(List.of(SyntheticWalks.trace(Arm.SGD))); // fonts and classes are loaded once

    // The time of this thread: a machine that is busy elsewhere makes no figure slower.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Figure figure = WalkFigure.of(List.of(trace));
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);

    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(figure.svg().length()).isLessThan(1_500_000);
  }

  @Test
  void is_thinned_for_drawing_and_never_in_its_data() {
    Figure figure = WalkFigure.of(List.of(trace()));
    assertThat(figure.csv().lines().filter(line -> line.contains(",training loss along the walk,")))
        .hasSize(UPDATES * POINTS);
    assertThat(figure.csv().lines().filter(line -> line.contains(",cosine,"))).hasSize(UPDATES);
  }
}
