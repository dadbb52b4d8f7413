package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.engine.Footprint;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.SpecException;

@DisplayName("A network as large as a spec may ask for")
class NetworkSizeDepthTest {
  private static final ImageShape IMAGE = new ImageShape(3, 32, 32);

  /** Best of seven: in milliseconds, other work on the machine shows. */
  private static double seconds(int depth) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 7; i++) {
      long start = System.nanoTime();
      Footprint.of(NetworkSize.program(new NetworkSpec.ResNet(depth, 1, true), IMAGE, 10));
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  /** Four times as deep took 10 times as long when each node was looked for among all. */
  @Test
  void is_planned_about_in_proportion_to_its_depth() {
    seconds(302);
    assertThat(seconds(1202)).isLessThan(8 * seconds(302));
  }

  @Test
  void that_no_vector_holds_is_refused_by_its_key() {
    for (NetworkSpec wide :
        new NetworkSpec[] {
          new NetworkSpec.Vgg11(65_536, true), new NetworkSpec.ResNet(8, 65_536, true)
        }) {
      assertThatThrownBy(() -> NetworkSize.parameters(wide, IMAGE, 10))
          .isInstanceOf(SpecException.class)
          .hasMessageStartingWith("network: has more than 2^31 - 1 parameters")
          .hasMessageEndingWith("network.width must be smaller");
    }
    assertThatThrownBy(
            () ->
                NetworkSize.parameters(
                    new NetworkSpec.Mlp(Collections.nCopies(2, 65_536), true), IMAGE, 10))
        .hasMessageEndingWith("network.hidden must be narrower");
    assertThat(NetworkSize.parameters(new NetworkSpec.Vgg11(900, true), IMAGE, 10))
        .isGreaterThan(1_900_000_000L);
  }
}
