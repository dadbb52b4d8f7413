package org.sgdwalk.net.torch;

import java.util.ArrayList;
import java.util.List;
import org.sgdwalk.net.program.Add;
import org.sgdwalk.net.program.BatchNorm;
import org.sgdwalk.net.program.Convolution;
import org.sgdwalk.net.program.Flatten;
import org.sgdwalk.net.program.GlobalAveragePool;
import org.sgdwalk.net.program.Layer;
import org.sgdwalk.net.program.Linear;
import org.sgdwalk.net.program.MaxPool;
import org.sgdwalk.net.program.Node;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Relu;

/** The kernel of each node of a program. */
final class Kernels {
  private Kernels() {}

  /** In the program's order; the first is that of node 1. */
  static List<Kernel> of(Program program, Blocks running, Blocks ofBatch) {
    List<Kernel> kernels = new ArrayList<>();
    for (int i = 1; i <= program.size(); i++) {
      kernels.add(kernel(program, i, running, ofBatch));
    }
    return List.copyOf(kernels);
  }

  private static Kernel kernel(Program program, int i, Blocks running, Blocks ofBatch) {
    Node node = program.node(i);
    Layer layer = node.layer();
    if (layer instanceof Linear) {
      return new LinearKernel(i, node);
    }
    if (layer instanceof Convolution convolution) {
      return new ConvolutionKernel(i, node, convolution, program.shape(i));
    }
    if (layer instanceof BatchNorm norm) {
      boolean inPlace = mayOverwrite(program, node.inputs().get(0));
      return new BatchNormKernel(i, node, norm, program.shape(i), inPlace, running, ofBatch);
    }
    if (layer instanceof Relu) {
      return new ReluKernel(
          i, node, mayOverwrite(program, node.inputs().get(0)), isLeftToPool(program, i));
    }
    if (layer instanceof MaxPool pool) {
      int input = node.inputs().get(0);
      return new MaxPoolKernel(i, node, pool, program.shape(input), isLeftToPool(program, input));
    }
    if (layer instanceof Add) {
      return new AddKernel(i, node, input -> mayOverwrite(program, input));
    }
    if (layer instanceof Flatten) {
      return new FlattenKernel(i, node, program.shape(node.inputs().get(0)));
    }
    if (layer instanceof GlobalAveragePool) {
      return new GlobalAveragePoolKernel(i, node, program.shape(node.inputs().get(0)));
    }
    throw new IllegalStateException("no kernel for " + layer);
  }

  /** Whether a node is a ReLU that a max pooling alone reads. */
  private static boolean isLeftToPool(Program program, int position) {
    return position > 0
        && program.node(position).layer() instanceof Relu
        && program.readers(position).size() == 1
        && program.node(program.readers(position).get(0)).layer() instanceof MaxPool;
  }

  /** One reader, and memory of its own: flattened pixels may lie where the pixels are. */
  private static boolean mayOverwrite(Program program, int position) {
    return position > 0
        && program.readers(position).size() == 1
        && !(program.node(position).layer() instanceof Flatten)
        && !(program.node(position).layer() instanceof Relu);
  }
}
