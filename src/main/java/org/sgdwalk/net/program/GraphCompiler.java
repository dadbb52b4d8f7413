package org.sgdwalk.net.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/**
 * Reads a DL4J graph whose vertices were added in an order in which they can be computed. Every
 * setting of a layer that the engine does not compute is an error, never ignored.
 */
public final class GraphCompiler {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Shape input;
  private final List<Boolean> vectors = new ArrayList<>();

  private GraphCompiler(String inputName, Shape input) {
    this.input = input;
    positions.put(inputName, 0);
    vectors.add(input.isFeatures());
  }

  /**
   * The program of a graph with one input and a softmax cross-entropy at its end.
   *
   * @param input one example
   * @throws IllegalArgumentException for a vertex or a setting that the engine does not compute
   */
  public static Program compile(ComputationGraphConfiguration graph, Shape input) {
    GraphCompiler compiler = new GraphCompiler(graph.getNetworkInputs().get(0), input);
    graph
        .getVertices()
        .forEach(
            (name, vertex) ->
                compiler.add(
                    name, vertex, Objects.requireNonNull(graph.getVertexInputs().get(name), name)));
    return new Program(graph, input, compiler.nodes);
  }

  private void add(String name, GraphVertex vertex, List<String> inputNames) {
    List<Integer> inputs = new ArrayList<>(inputNames.stream().map(positions::get).toList());
    if (vertex instanceof LayerVertex layerVertex) {
      var layer = layerVertex.getLayerConf().getLayer();
      if (layer instanceof LossLayer) {
        return;
      }
      if (layer instanceof DenseLayer && !isVector(inputs.get(0))) {
        inputs.set(0, append(name + ".flatten", new Flatten(), inputs));
      }
      positions.put(name, append(name, layer(name, layer), inputs));
    } else if (vertex instanceof ElementWiseVertex sum
        && sum.getOp() == ElementWiseVertex.Op.Add
        && inputs.size() == 2) {
      positions.put(name, append(name, new Add(), inputs));
    } else {
      throw unsupported(name, vertex);
    }
  }

  private int append(String name, Layer layer, List<Integer> inputs) {
    Shape shape = layer.output(shape(inputs.get(0)));
    nodes.add(new Node(name, layer, List.copyOf(inputs), shape));
    vectors.add(layer.givesVector(isVector(inputs.get(0))));
    return nodes.size();
  }

  private boolean isVector(int position) {
    return vectors.get(position);
  }

  private Shape shape(int position) {
    return position == 0 ? input : nodes.get(position - 1).shape();
  }

  private static Layer layer(String name, org.deeplearning4j.nn.conf.layers.Layer layer) {
    if (layer instanceof ConvolutionLayer convolution) {
      return convolution(name, convolution);
    }
    if (layer instanceof DenseLayer dense && dense.hasBias()) {
      return new Linear(Math.toIntExact(dense.getNIn()), Math.toIntExact(dense.getNOut()));
    }
    if (layer instanceof BatchNormalization norm && !norm.isLockGammaBeta()) {
      return new BatchNorm(Math.toIntExact(norm.getNOut()), norm.getEps());
    }
    if (layer instanceof ActivationLayer activation
        && activation.getActivationFn() instanceof ActivationReLU) {
      return new Relu();
    }
    if (layer instanceof SubsamplingLayer pool) {
      return pool(name, pool);
    }
    if (layer instanceof GlobalPoolingLayer pool && pool.getPoolingType() == PoolingType.AVG) {
      return new GlobalAveragePool();
    }
    throw unsupported(name, layer);
  }

  private static Layer convolution(String name, ConvolutionLayer layer) {
    int size = same(name, layer, layer.getKernelSize());
    int stride = same(name, layer, layer.getStride());
    int padding = same(name, layer, layer.getPadding());
    require(same(name, layer, layer.getDilation()) == 1, name, layer);
    return new Convolution(
        size,
        stride,
        padding,
        Math.toIntExact(layer.getNIn()),
        Math.toIntExact(layer.getNOut()),
        layer.hasBias());
  }

  private static Layer pool(String name, SubsamplingLayer layer) {
    int size = same(name, layer, layer.getKernelSize());
    require(
        layer.getPoolingType() == PoolingType.MAX
            && same(name, layer, layer.getStride()) == size
            && same(name, layer, layer.getPadding()) == 0,
        name,
        layer);
    return new MaxPool(size);
  }

  private static int same(String name, Object layer, int[] sides) {
    require(sides[0] == sides[1], name, layer);
    return sides[0];
  }

  private static void require(boolean computed, String name, Object layer) {
    if (!computed) {
      throw unsupported(name, layer);
    }
  }

  private static IllegalArgumentException unsupported(String name, Object what) {
    return new IllegalArgumentException("the engine does not compute " + name + ": " + what);
  }
}
