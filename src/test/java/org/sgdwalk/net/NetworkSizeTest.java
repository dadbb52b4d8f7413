package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.SpecException;

/** The numbers are those of PyTorch's models of the paper's code; docs/spec.md has them too. */
@DisplayName("The number of trainable parameters")
class NetworkSizeTest {
  private static final ImageShape CIFAR = new ImageShape(3, 32, 32);

  @Test
  void is_that_of_the_papers_networks() {
    assertThat(
            NetworkSize.parameters(
                new NetworkSpec.Mlp(List.of(500, 350), true), new ImageShape(1, 28, 28), 10))
        .isEqualTo(573_060);
    assertThat(NetworkSize.parameters(new NetworkSpec.Vgg11(64, true), CIFAR, 10))
        .isEqualTo(9_756_426);
    assertThat(NetworkSize.parameters(new NetworkSpec.ResNet(56, 16, true), CIFAR, 10))
        .isEqualTo(855_578);
  }

  @Test
  void that_no_vector_holds_is_refused_by_its_key() {
    for (NetworkSpec wide :
        new NetworkSpec[] {
          new NetworkSpec.Vgg11(65_536, true), new NetworkSpec.ResNet(8, 65_536, true)
        }) {
      assertThatThrownBy(() -> NetworkSize.parameters(wide, CIFAR, 10))
          .isInstanceOf(SpecException.class)
          .hasMessageStartingWith("network: has more than 2^31 - 1 parameters")
          .hasMessageEndingWith("network.width must be smaller");
    }
    assertThatThrownBy(
            () ->
                NetworkSize.parameters(
                    new NetworkSpec.Mlp(Collections.nCopies(2, 65_536), true), CIFAR, 10))
        .hasMessageEndingWith("network.hidden must be narrower");
    assertThat(NetworkSize.parameters(new NetworkSpec.Vgg11(900, true), CIFAR, 10))
        .isGreaterThan(1_900_000_000L);
  }
}
