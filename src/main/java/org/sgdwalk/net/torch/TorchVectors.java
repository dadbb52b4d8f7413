package org.sgdwalk.net.torch;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.VectorSpace;

/** Vectors on the heap, or where a memory is that they stay in. */
final class TorchVectors implements VectorSpace {
  private final Memory memory;
  private final VectorSpace onHeap;

  TorchVectors(Memory memory) {
    this.memory = memory;
    onHeap = VectorSpace.onHeap(memory.precision());
  }

  @Override
  public ParameterVector zeros(long dimension) {
    return memory.isResident()
        ? TorchVector.made(memory, () -> memory.zeros(dimension))
        : onHeap.zeros(dimension);
  }

  @Override
  public ParameterVector of(double[] components) {
    return memory.isResident() ? TorchVector.of(memory, components) : onHeap.of(components);
  }

  /**
   * On a device of its generator: a vector need not go there, and other devices may draw others.
   */
  @Override
  public ParameterVector normal(long dimension, long seed) {
    return memory.isResident()
        ? TorchVector.made(memory, () -> drawn(dimension, seed))
        : onHeap.normal(dimension, seed);
  }

  private Tensor drawn(long dimension, long seed) {
    Generator generator = torch.globalContext().defaultGenerator(memory.device());
    synchronized (TorchVectors.class) { // there is one a device
      generator.set_current_seed(seed);
      return memory.uninitialised(dimension).normal_(0, 1, new GeneratorOptional(generator));
    }
  }
}
