package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.index_select;

import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.Features;

/** Features as a tensor [rows, values]. */
final class TorchFeatures implements Features {
  private final Memory memory;
  private final Tensor tensor;

  TorchFeatures(Memory memory, Tensor tensor) {
    this.memory = memory;
    this.tensor = tensor;
  }

  Tensor tensor() {
    return tensor;
  }

  @Override
  public int rows() {
    return Math.toIntExact(tensor.size(0));
  }

  @Override
  public Features slice(int from, int to) {
    return new TorchFeatures(memory, tensor.narrow(0, from, to - from));
  }

  @Override
  public Features gather(int[] rows) {
    return Scope.compute(
        () -> {
          Tensor chosen = index_select(tensor, 0, memory.indices(rows));
          chosen.retainReference();
          return new TorchFeatures(memory, chosen);
        });
  }

  @Override
  public void write(double[] values) {
    memory.write(values, tensor);
  }

  @Override
  public void close() {
    tensor.deallocate();
  }
}
