package org.sgdwalk.net.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.net.program.Block;
import org.sgdwalk.net.program.GraphCompiler;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.NetworkSpec;

@DisplayName("The networks have the paper's parameters under PyTorch's names")
class NetworksTest {
  private static final Shape COLOUR = new Shape(32, 32, 3);
  private static final int CLASSES = 10;

  private static List<Block> theta(NetworkSpec network, Shape input) {
    return GraphCompiler.compile(Networks.graph(network, input, CLASSES), input).theta();
  }

  private static int parameters(NetworkSpec network) {
    return theta(network, COLOUR).stream().mapToInt(Block::length).sum();
  }

  private static int convolution(int size, int in, int out) {
    return size * size * in * out;
  }

  @Test
  void count_those_of_the_papers_vgg11() {
    int withBiasAndNorm = 0;
    int in = 3;
    for (int out : List.of(64, 128, 256, 256, 512, 512, 512, 512)) {
      withBiasAndNorm += convolution(3, in, out) + out + 2 * out;
      in = out;
    }
    int classifier = 2 * (512 * 512 + 512) + (512 * 10 + 10);

    assertThat(parameters(new NetworkSpec.Vgg11(64, true)))
        .isEqualTo(withBiasAndNorm + classifier)
        .isEqualTo(9_756_426);
  }

  @Test
  void count_those_of_the_papers_resnet56() {
    int first = convolution(3, 3, 16);
    int stage1 = 9 * block(16, 16, 0);
    int stage2 = block(16, 32, convolution(1, 16, 32)) + 8 * block(32, 32, 0);
    int stage3 = block(32, 64, convolution(1, 32, 64)) + 8 * block(64, 64, 0);
    int last = 2 * 64 + (64 * 10 + 10);

    assertThat(parameters(new NetworkSpec.ResNet(56, 16, true)))
        .isEqualTo(first + stage1 + stage2 + stage3 + last)
        .isEqualTo(432 + 42_048 + (14_432 + 8 * 18_560) + (57_536 + 8 * 73_984) + 128 + 650)
        .isEqualTo(855_578);
  }

  /** Batch norm, convolution, batch norm, convolution; no biases. */
  private static int block(int in, int out, int shortcut) {
    return 2 * in + convolution(3, in, out) + 2 * out + convolution(3, out, out) + shortcut;
  }

  @Test
  void name_and_shape_vgg11_as_pytorch_does() {
    assertThat(theta(new NetworkSpec.Vgg11(64, true), COLOUR))
        .extracting(Block::name, Block::shape)
        .startsWith(
            tuple("conv1.weight", List.of(64, 3, 3, 3)),
            tuple("conv1.bias", List.of(64)),
            tuple("bn1.weight", List.of(64)),
            tuple("bn1.bias", List.of(64)),
            tuple("conv2.weight", List.of(128, 64, 3, 3)))
        .endsWith(
            tuple("bn8.bias", List.of(512)),
            tuple("fc1.weight", List.of(512, 512)),
            tuple("fc1.bias", List.of(512)),
            tuple("fc2.weight", List.of(512, 512)),
            tuple("fc2.bias", List.of(512)),
            tuple("fc3.weight", List.of(10, 512)),
            tuple("fc3.bias", List.of(10)));
  }

  @Test
  void name_and_shape_resnet_as_pytorch_does() {
    assertThat(theta(new NetworkSpec.ResNet(8, 16, true), COLOUR))
        .extracting(Block::name, Block::shape)
        .startsWith(
            tuple("conv0.weight", List.of(16, 3, 3, 3)),
            tuple("stage1_block1.bn1.weight", List.of(16)),
            tuple("stage1_block1.bn1.bias", List.of(16)),
            tuple("stage1_block1.conv1.weight", List.of(16, 16, 3, 3)),
            tuple("stage1_block1.bn2.weight", List.of(16)),
            tuple("stage1_block1.bn2.bias", List.of(16)),
            tuple("stage1_block1.conv2.weight", List.of(16, 16, 3, 3)),
            tuple("stage2_block1.bn1.weight", List.of(16)))
        .contains(tuple("stage2_block1.shortcut.weight", List.of(32, 16, 1, 1)))
        .endsWith(
            tuple("bn_last.weight", List.of(64)),
            tuple("bn_last.bias", List.of(64)),
            tuple("fc.weight", List.of(10, 64)),
            tuple("fc.bias", List.of(10)));
  }

  @Test
  void leave_out_batch_norm_where_a_network_has_none() {
    assertThat(theta(new NetworkSpec.ResNet(8, 2, false), COLOUR))
        .extracting(Block::name)
        .noneMatch(name -> name.contains("bn"));
    assertThat(theta(new NetworkSpec.Mlp(List.of(5), false), Shape.features(7)))
        .extracting(Block::name)
        .containsExactly("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias");
  }
}
