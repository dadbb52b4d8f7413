package org.sgdwalk.net;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataPart;

/** Makes features of images. Immutable; safe for use by many threads. */
final class RowSource {
  private final DataPart part;
  private final InputLayout layout;
  private final DataType type;
  private final int[] examples;
  private final List<CropFlip> views;

  /**
   * The images of the given examples.
   *
   * @param views how each is seen; empty for as it is
   */
  RowSource(
      DataPart part, InputLayout layout, DataType type, int[] examples, List<CropFlip> views) {
    this.part = part;
    this.layout = layout;
    this.type = type;
    this.examples = examples;
    this.views = views;
  }

  int size() {
    return examples.length;
  }

  int valuesPerExample() {
    return layout.shape().size();
  }

  DataType type() {
    return type;
  }

  List<Integer> labels() {
    return IntStream.of(examples).mapToObj(part::label).toList();
  }

  /** Writes the features into an array of their shape. */
  void write(INDArray target) {
    // Never more than one copy on the host, of the backend's own type.
    try (INDArray staged = type == DataType.DOUBLE ? doubles() : floats()) {
      target.assign(staged.reshape(target.shape()));
    }
  }

  private INDArray doubles() {
    double[] all = new double[size() * valuesPerExample()];
    for (int i = 0; i < size(); i++) {
      System.arraycopy(values(i), 0, all, i * valuesPerExample(), valuesPerExample());
    }
    return Nd4j.createFromArray(all);
  }

  private INDArray floats() {
    float[] all = new float[size() * valuesPerExample()];
    int next = 0;
    for (int i = 0; i < size(); i++) {
      for (double value : values(i)) {
        all[next++] = (float) value;
      }
    }
    return Nd4j.createFromArray(all);
  }

  private double[] values(int i) {
    return layout.values(part, examples[i], views.isEmpty() ? CropFlip.NONE : views.get(i));
  }
}
