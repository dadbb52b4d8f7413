package org.sgdwalk.net.network;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.NetworkSpec;

/** The graph of each kind of network. */
public final class Networks {
  /**
   * Widths of VGG-11's convolutions in multiples of its width; 0 is a pooling (configuration A).
   */
  private static final List<Integer> VGG11 = List.of(1, 0, 2, 0, 4, 4, 0, 8, 8, 0, 8, 8, 0);

  private static final int VGG11_HIDDEN = 2;
  private static final int RESNET_STAGES = 3;

  private Networks() {}

  /**
   * DL4J's configuration of a network, softmax cross-entropy included.
   *
   * @param input one example; an MLP takes it as a vector
   * @param classes number of classes
   */
  public static ComputationGraphConfiguration graph(NetworkSpec spec, Shape input, int classes) {
    if (spec instanceof NetworkSpec.Mlp mlp) {
      return mlp(mlp, input, classes);
    }
    InputType images = InputType.convolutional(input.height(), input.width(), input.channels());
    GraphBuilder graph = new GraphBuilder(images, spec.batchNorm());
    if (spec instanceof NetworkSpec.Vgg11 vgg) {
      return vgg11(graph, vgg.width(), classes);
    }
    if (spec instanceof NetworkSpec.ResNet resnet) {
      return resnet(graph, resnet, classes);
    }
    throw new IllegalStateException("no graph for " + spec);
  }

  /** Linear, batch norm, ReLU for each hidden width, then linear. */
  private static ComputationGraphConfiguration mlp(NetworkSpec.Mlp spec, Shape input, int classes) {
    GraphBuilder graph = new GraphBuilder(InputType.feedForward(input.size()), spec.batchNorm());
    int layer = 0;
    for (int width : spec.hidden()) {
      layer++;
      graph.linear("fc" + layer, width).batchNorm("bn" + layer).relu("relu" + layer);
    }
    return graph.linear("fc" + (layer + 1), classes).build();
  }

  /** 3x3 convolutions with bias, batch norm, ReLU; five poolings; a classifier of three layers. */
  private static ComputationGraphConfiguration vgg11(GraphBuilder graph, int width, int classes) {
    int convolutions = 0;
    int pools = 0;
    for (int multiple : VGG11) {
      if (multiple == 0) {
        graph.maxPool("pool" + ++pools);
      } else {
        convolutions++;
        graph
            .convolution("conv" + convolutions, 3, 1, multiple * width, true)
            .batchNorm("bn" + convolutions)
            .relu("relu" + convolutions);
      }
    }
    for (int i = 1; i <= VGG11_HIDDEN; i++) {
      graph.linear("fc" + i, 8 * width).relu("fcrelu" + i);
    }
    return graph.linear("fc" + (VGG11_HIDDEN + 1), classes).build();
  }

  /** Pre-activation ResNet: the first block of each later stage subsamples. */
  private static ComputationGraphConfiguration resnet(
      GraphBuilder graph, NetworkSpec.ResNet spec, int classes) {
    graph.convolution("conv0", 3, 1, spec.width(), false);
    for (int stage = 0; stage < RESNET_STAGES; stage++) {
      for (int block = 0; block < spec.blocksPerStage(); block++) {
        String name = "stage" + (stage + 1) + "_block" + (block + 1);
        residual(graph, name, spec.width() << stage, stage > 0 && block == 0);
      }
    }
    return graph
        .batchNorm("bn_last")
        .relu("relu_last")
        .globalAveragePool("pool")
        .linear("fc", classes)
        .build();
  }

  /** BN, ReLU, conv, BN, ReLU, conv; added to the input, or to its 1x1 convolution. */
  private static void residual(GraphBuilder graph, String name, int width, boolean subsamples) {
    String input = graph.last();
    int stride = subsamples ? 2 : 1;
    String branch =
        graph
            .batchNorm(name + ".bn1")
            .relu(name + ".relu1")
            .convolution(name + ".conv1", 3, stride, width, false)
            .batchNorm(name + ".bn2")
            .relu(name + ".relu2")
            .convolution(name + ".conv2", 3, 1, width, false)
            .last();
    String shortcut =
        subsamples
            ? graph.from(input).convolution(name + ".shortcut", 1, stride, width, false).last()
            : input;
    graph.sum(name, branch, shortcut);
  }
}
