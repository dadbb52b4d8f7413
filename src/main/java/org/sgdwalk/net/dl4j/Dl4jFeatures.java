package org.sgdwalk.net.dl4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.sgdwalk.net.Features;

/** Features as an array [rows, values]. */
final class Dl4jFeatures implements Features {
  private final INDArray array;

  Dl4jFeatures(INDArray array) {
    this.array = array;
  }

  INDArray array() {
    return array;
  }

  @Override
  public int rows() {
    return Math.toIntExact(array.size(0));
  }

  @Override
  public Features slice(int from, int to) {
    return new Dl4jFeatures(array.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()));
  }

  @Override
  public Features gather(int[] rows) {
    return new Dl4jFeatures(Nd4j.pullRows(array, 1, rows));
  }

  @Override
  public void write(double[] values, List<Integer> labels) {
    array.assign(Nd4j.createFromArray(values).castTo(array.dataType()).reshape(array.shape()));
  }

  @Override
  public void close() {
    if (array.closeable()) {
      array.close();
    }
  }
}
