package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.sgdwalk.data.DataPart;

/** A part of a data set where the backend computes: features [N, values an example]. */
final class ImageTensor {
  /** Some rows, and their labels on the host. */
  record Rows(INDArray features, List<Integer> labels) {
    int size() {
      return labels.size();
    }
  }

  private final INDArray features;
  private final List<Integer> labels;

  ImageTensor(DataPart part, InputLayout layout, DataType type) {
    labels = IntStream.range(0, part.size()).mapToObj(part::label).toList();
    features = Nd4j.createUninitialized(type, part.size(), layout.shape().size());
    for (int i = 0; i < part.size(); i++) {
      features.putRow(i, Nd4j.createFromArray(layout.values(part, i)).castTo(type));
    }
  }

  int size() {
    return labels.size();
  }

  /** Consecutive chunks; the last may be smaller. Views, no copies. */
  List<Rows> chunks(int chunk) {
    List<Rows> chunks = new ArrayList<>();
    for (int start = 0; start < size(); start += chunk) {
      int end = Math.min(start + chunk, size());
      chunks.add(
          new Rows(
              features.get(NDArrayIndex.interval(start, end), NDArrayIndex.all()),
              labels.subList(start, end)));
    }
    return chunks;
  }

  /** The given rows, copied. */
  Rows gather(int[] examples) {
    List<Integer> chosen = new ArrayList<>();
    for (int example : examples) {
      chosen.add(labels.get(example));
    }
    return new Rows(Nd4j.pullRows(features, 1, examples), chosen);
  }
}
