package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.spec.NetworkSpec;

/** The numbers are those of PyTorch's models of the paper's code; docs/spec.md has them too. */
@DisplayName("The number of trainable parameters")
class NetworkSizeTest {
  private static final ImageShape CIFAR = new ImageShape(3, 32, 32);

  @Test
  void should_be_that_of_the_papers_networks() {
    assertThat(
            NetworkSize.parameters(
                new NetworkSpec.Mlp(List.of(500, 350), true), new ImageShape(1, 28, 28), 10))
        .isEqualTo(573_060);
    assertThat(NetworkSize.parameters(new NetworkSpec.Vgg11(64, true), CIFAR, 10))
        .isEqualTo(9_756_426);
    assertThat(NetworkSize.parameters(new NetworkSpec.ResNet(56, 16, true), CIFAR, 10))
        .isEqualTo(855_578);
  }
}
