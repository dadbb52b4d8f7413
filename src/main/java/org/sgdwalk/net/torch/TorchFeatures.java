package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.index_select;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.Features;

/** Features as a tensor [rows, values], with the labels where losses are taken on the device. */
final class TorchFeatures implements Features {
  private final Memory memory;
  private final Tensor tensor;
  private final Tensor labels;

  private TorchFeatures(Memory memory, Tensor tensor, Tensor labels) {
    this.memory = memory;
    this.tensor = tensor;
    this.labels = labels;
  }

  /** Room, not yet written. */
  static TorchFeatures room(Memory memory, int rows, int valuesPerRow) {
    return new TorchFeatures(
        memory, memory.uninitialised(rows, valuesPerRow), memory.wholeNumbers(rows));
  }

  Tensor tensor() {
    return tensor;
  }

  /** Labels, [rows]; written where losses are taken on the device. */
  Tensor labels() {
    return labels;
  }

  @Override
  public int rows() {
    return Math.toIntExact(tensor.size(0));
  }

  @Override
  public Features slice(int from, int to) {
    return new TorchFeatures(
        memory, tensor.narrow(0, from, to - from), labels.narrow(0, from, to - from));
  }

  @Override
  public Features gather(int[] rows) {
    return Scope.compute(
        () -> {
          Tensor indices = memory.indices(rows);
          return new TorchFeatures(memory, chosen(tensor, indices), chosen(labels, indices));
        });
  }

  private static Tensor chosen(Tensor from, Tensor indices) {
    Tensor chosen = index_select(from, 0, indices);
    chosen.retainReference();
    return chosen;
  }

  @Override
  public void write(double[] values, List<Integer> ofRows) {
    memory.write(values, tensor);
    if (memory.isResident()) {
      memory.write(ofRows, labels);
    }
  }

  @Override
  public void close() {
    tensor.deallocate();
    labels.deallocate();
  }
}
