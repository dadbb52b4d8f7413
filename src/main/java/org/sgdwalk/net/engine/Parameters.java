package org.sgdwalk.net.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** One worker's theta, gradient and batch-norm statistics as flat arrays, with views by name. */
final class Parameters implements AutoCloseable {
  private final INDArray theta;
  private final INDArray gradient;
  private final INDArray running;
  private final INDArray ofBatch;
  private final Map<String, Block> thetaBlocks;
  private final Map<String, Block> statisticsBlocks;

  Parameters(Program program, DataType type) {
    theta = zeros(type, program.theta());
    gradient = zeros(type, program.theta());
    running = zeros(type, program.statistics());
    ofBatch = zeros(type, program.statistics());
    thetaBlocks = byName(program.theta());
    statisticsBlocks = byName(program.statistics());
  }

  INDArray theta() {
    return theta;
  }

  INDArray gradient() {
    return gradient;
  }

  /** Running means and variances, for eval mode; a lone 0 without batch norm. */
  INDArray running() {
    return running;
  }

  /** Means and biased variances of the last training pass; a lone 0 without batch norm. */
  INDArray ofBatch() {
    return ofBatch;
  }

  Ports.ParameterArrays of(String node) {
    return new Ports.ParameterArrays() {
      @Override
      public INDArray value(String parameter) {
        return view(node + "." + parameter, theta, running);
      }

      @Override
      public INDArray gradient(String parameter) {
        return view(node + "." + parameter, gradient, ofBatch);
      }
    };
  }

  @Override
  public void close() {
    List.of(theta, gradient, running, ofBatch).forEach(INDArray::close);
  }

  private INDArray view(String name, INDArray inTheta, INDArray inStatistics) {
    Block block = thetaBlocks.get(name);
    return block != null
        ? view(inTheta, block)
        : view(inStatistics, Objects.requireNonNull(statisticsBlocks.get(name), name));
  }

  private static INDArray view(INDArray flat, Block block) {
    long[] shape = block.shape().stream().mapToLong(Integer::longValue).toArray();
    return flat.get(NDArrayIndex.interval(block.offset(), block.end())).reshape(shape);
  }

  private static INDArray zeros(DataType type, List<Block> blocks) {
    int length = blocks.isEmpty() ? 1 : blocks.get(blocks.size() - 1).end();
    return Nd4j.zeros(type, length);
  }

  private static Map<String, Block> byName(List<Block> blocks) {
    return blocks.stream().collect(Collectors.toMap(Block::name, Function.identity()));
  }
}
