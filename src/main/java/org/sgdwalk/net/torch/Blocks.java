package org.sgdwalk.net.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.program.Block;

/** A flat vector where libtorch computes, with views of its blocks by name. */
final class Blocks implements AutoCloseable {
  private final Memory memory;
  private final Tensor flat;
  private final Map<String, Tensor> views = new HashMap<>();
  private final Map<String, TensorOptional> optionals = new HashMap<>();

  /** Zeros. */
  Blocks(List<Block> blocks, Memory memory) {
    this.memory = memory;
    flat = memory.zeros(Block.length(blocks));
    for (Block block : blocks) {
      long[] shape = block.shape().stream().mapToLong(Integer::longValue).toArray();
      Tensor view = flat.narrow(0, block.offset(), block.length()).view(shape);
      views.put(block.name(), view);
      optionals.put(block.name(), new TensorOptional(view));
    }
  }

  /** A block, in its shape. */
  Tensor view(String name) {
    return Objects.requireNonNull(views.get(name), name);
  }

  /** A block as an operation's optional argument. */
  TensorOptional optional(String name) {
    return Objects.requireNonNull(optionals.get(name), name);
  }

  /** Copies a vector here. */
  void assign(ParameterVector vector) {
    assign(vector, 0, Math.toIntExact(vector.dimension()));
  }

  /** Copies components {@code first} to {@code end} of a vector here, the latter excluded. */
  void assign(ParameterVector vector, int first, int end) {
    Scope.run(() -> memory.write(vector, first, end, flat.narrow(0, first, end - first)));
  }

  /** A vector for what comes to lie here: this memory itself where vectors stay on the device. */
  ParameterVector vector() {
    return memory.isResident()
        ? new TorchVector(memory, flat)
        : ParameterVector.zeros(memory.precision(), flat.numel());
  }

  /** Copies this into the vector that was made for it. */
  void copyTo(ParameterVector vector) {
    if (!memory.isResident()) {
      memory.read(flat, vector);
    }
  }

  @Override
  public void close() {
    optionals.values().forEach(TensorOptional::deallocate);
    views.values().forEach(Tensor::deallocate);
    flat.deallocate();
  }
}
