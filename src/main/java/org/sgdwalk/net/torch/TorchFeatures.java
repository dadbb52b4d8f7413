package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.index_select;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
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
    long[] indices = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      indices[i] = rows[i];
    }
    return Scope.compute(
        () -> {
          Tensor index =
              torch.empty(
                  new long[] {rows.length},
                  new TensorOptions()
                      .dtype(new ScalarTypeOptional(ScalarType.Long))
                      .device(new DeviceOptional(new Device("cpu"))),
                  new MemoryFormatOptional());
          new LongPointer(index.data_ptr()).put(indices);
          Tensor chosen = index_select(tensor, 0, index.to(tensor.device(), ScalarType.Long));
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
