package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where DL4J's flat vector holds what. It mixes theta with batch norm's running statistics, layer
 * by layer; theta and the statistics are each the concatenation of their own blocks, in the same
 * order.
 */
final class ParameterLayout {
  /**
   * One parameter.
   *
   * @param name as PyTorch names it: {@code fc1.weight}
   * @param shape linear weights [out, in]; DL4J's column-major [in, out] is the same memory
   * @param offset position in the flat vector
   * @param trainable whether it belongs to theta
   * @param fanIn inputs of a linear layer, 0 for batch norm
   */
  record Block(String name, List<Integer> shape, long offset, boolean trainable, int fanIn) {
    int length() {
      return shape.stream().reduce(1, Math::multiplyExact);
    }
  }

  private final List<Block> blocks;

  ParameterLayout(MultiLayerNetwork network) {
    List<Block> found = new ArrayList<>();
    long offset = 0;
    int linears = 0;
    int norms = 0;
    for (Layer layer : network.getLayers()) {
      boolean norm = layer instanceof BatchNormalization;
      Map<String, INDArray> table = layer.paramTable();
      if (table == null || table.isEmpty()) {
        continue;
      }
      String prefix = norm ? "bn" + ++norms : "fc" + ++linears;
      for (Map.Entry<String, INDArray> entry : table.entrySet()) {
        Block block = norm ? ofNorm(prefix, entry, offset) : ofLinear(prefix, table, entry, offset);
        found.add(block);
        offset += block.length();
      }
    }
    blocks = List.copyOf(found);
  }

  List<Block> trainable() {
    return select(Block::trainable);
  }

  List<Block> statistics() {
    return select(block -> !block.trainable());
  }

  private List<Block> select(Predicate<Block> which) {
    return blocks.stream().filter(which).toList();
  }

  private static Block ofLinear(
      String prefix, Map<String, INDArray> table, Map.Entry<String, INDArray> entry, long offset) {
    INDArray weight = Objects.requireNonNull(table.get("W"), "a linear layer has weights");
    int in = (int) weight.size(0);
    int out = (int) weight.size(1);
    return entry.getKey().equals("W")
        ? new Block(prefix + ".weight", List.of(out, in), offset, true, in)
        : new Block(prefix + ".bias", List.of(out), offset, true, in);
  }

  private static Block ofNorm(String prefix, Map.Entry<String, INDArray> entry, long offset) {
    List<Integer> shape = List.of((int) entry.getValue().length());
    return switch (entry.getKey()) {
      case BatchNormalizationParamInitializer.GAMMA ->
          new Block(prefix + ".weight", shape, offset, true, 0);
      case BatchNormalizationParamInitializer.BETA ->
          new Block(prefix + ".bias", shape, offset, true, 0);
      case BatchNormalizationParamInitializer.GLOBAL_MEAN ->
          new Block(prefix + ".running_mean", shape, offset, false, 0);
      case BatchNormalizationParamInitializer.GLOBAL_VAR ->
          new Block(prefix + ".running_var", shape, offset, false, 0);
      default -> throw new IllegalStateException("batch norm has no parameter " + entry.getKey());
    };
  }
}
