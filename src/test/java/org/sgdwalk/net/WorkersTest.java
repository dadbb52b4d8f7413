package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.net.program.GraphCompiler;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.Precision;

@DisplayName("Workers")
@Timeout(60)
class WorkersTest {
  private static final int TASKS = 200;

  private final Workers workers =
      new Workers(Engines.of(Engines.STANDARD), program(), Precision.FLOAT32, 3);

  private static Program program() {
    Engines.of(Engines.STANDARD).start();
    Shape input = Shape.features(4);
    return GraphCompiler.compile(
        Networks.graph(new NetworkSpec.Mlp(List.of(3), false), input, 2), input);
  }

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void hand_results_over_in_the_order_of_the_tasks_whoever_is_first() {
    List<Integer> order = new ArrayList<>();

    workers.runInOrder(
        TASKS,
        (worker, i) -> {
          return slowWhenEven(i);
        },
        (result, i) -> order.add(result));

    assertThat(order).isEqualTo(IntStream.range(0, TASKS).boxed().toList());
  }

  private static int slowWhenEven(int i) {
    try {
      Thread.sleep(i % 2 == 0 ? 2 : 0);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return i;
  }

  @Test
  void pass_on_a_failure_and_let_nobody_wait_for_the_task_that_failed() {
    List<Integer> taken = new ArrayList<>();

    assertThatThrownBy(
            () ->
                workers.runInOrder(
                    TASKS,
                    (worker, i) -> {
                      if (i == 7) {
                        throw new IllegalArgumentException("the seventh");
                      }
                      return i;
                    },
                    (result, i) -> taken.add(result)))
        .isInstanceOf(RuntimeException.class);
    assertThat(taken).isEqualTo(IntStream.range(0, taken.size()).boxed().toList());
    assertThat(taken).hasSizeLessThanOrEqualTo(7);
  }

  @Test
  void say_what_to_do_when_memory_runs_out() {
    OutOfMemoryError outer = new OutOfMemoryError("Cannot allocate new LongPointer(1)");
    outer.initCause(new OutOfMemoryError("physicalBytes (8219M) > maxPhysicalBytes (8192M)"));

    assertThatThrownBy(
            () ->
                workers.run(
                    TASKS,
                    (worker, i) -> {
                      throw outer;
                    }))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "not enough memory for batches or chunks of this size (physicalBytes (8219M) >"
                + " maxPhysicalBytes (8192M)): take a smaller optimizer.batch or data.chunk, fewer"
                + " threads (-Dsgdwalk.threads), or allow more"
                + " (-Dorg.bytedeco.javacpp.maxphysicalbytes=16g)");
  }
}
