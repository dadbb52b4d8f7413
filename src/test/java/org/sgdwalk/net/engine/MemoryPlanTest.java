package org.sgdwalk.net.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.buffer.DataType;
import org.sgdwalk.net.Backend;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.spec.NetworkSpec;

@DisplayName("The memory of a pass")
class MemoryPlanTest {
  private static final Shape IMAGE = new Shape(32, 32, 3);

  @BeforeAll
  static void start() {
    Backend.start();
  }

  private static int values(NetworkSpec network, Purpose purpose) {
    Program program =
        GraphCompiler.compile(Networks.graph(network, IMAGE, 10, DataType.FLOAT), IMAGE);
    return values(new MemoryPlan(program, purpose));
  }

  private static int values(MemoryPlan plan) {
    return plan.slotLengths().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Half of VGG-11's activations are those of its first convolution: a forward pass holds them
   * three times, as batch norm's input, result and scratch.
   */
  @Test
  void is_less_than_half_without_a_backward_pass_for_vgg11() {
    NetworkSpec vgg11 = new NetworkSpec.Vgg11(64, true);

    assertThat(values(vgg11, Purpose.LOSS))
        .isEqualTo(3 * 32 * 32 * 64)
        .isLessThan(values(vgg11, Purpose.GRADIENT) / 2);
  }

  /** A forward pass does not grow with the depth. */
  @Test
  void is_less_than_a_tenth_without_a_backward_pass_for_resnet56() {
    NetworkSpec resnet = new NetworkSpec.ResNet(56, 16, true);

    assertThat(values(resnet, Purpose.LOSS)).isLessThan(values(resnet, Purpose.GRADIENT) / 10);
  }

  /** Two activations, the layer's input and its result, and batch norm's scratch. */
  @Test
  void holds_a_few_activations_however_deep_a_forward_pass_is() {
    Chain chain = Chain.on(IMAGE);
    for (int i = 0; i < 20; i++) {
      chain.convolution(3, 1, 3).batchNorm().then(new Relu());
    }

    assertThat(values(new MemoryPlan(chain.program(), Purpose.LOSS)))
        .isLessThanOrEqualTo(3 * IMAGE.size());
  }

  /** In proportion to its depth: a search of all nodes at each one would take some minutes. */
  @Test
  @Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void of_twenty_thousand_residual_blocks_is_planned_at_once() {
    int blocks = 20_000;
    Chain chain = Chain.on(new Shape(1, 1, 2));
    for (int i = 0; i < blocks; i++) {
      chain.residual(1, true);
    }

    assertThat(new MemoryPlan(chain.program(), Purpose.GRADIENT).slotLengths())
        .hasSizeGreaterThan(blocks);
  }
}
