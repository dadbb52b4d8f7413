package org.sgdwalk.net.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.Position;
import org.sgdwalk.net.program.Block;

/**
 * A flat vector where libtorch computes, with views of its blocks by name. It takes memory from its
 * first use on. For one thread at a time.
 */
final class Blocks implements AutoCloseable {
  private final List<Block> blocks;
  private final Memory memory;
  private @Nullable Tensor laid;
  private final Map<String, Tensor> views = new HashMap<>();
  private final Map<String, TensorOptional> optionals = new HashMap<>();

  /** Zeros. */
  Blocks(List<Block> blocks, Memory memory) {
    this.blocks = blocks;
    this.memory = memory;
  }

  private Tensor flat() {
    Tensor there = laid;
    if (there == null) {
      there = kept(memory.zeros(Block.length(blocks)));
      laid = there;
      view(there);
    }
    return there;
  }

  private void view(Tensor flat) {
    for (Block block : blocks) {
      long[] shape = block.shape().stream().mapToLong(Integer::longValue).toArray();
      Tensor view = kept(flat.narrow(0, block.offset(), block.length()).view(shape));
      views.put(block.name(), view);
      optionals.put(block.name(), kept(new TensorOptional(view)));
    }
  }

  /** A pointer that outlives the scope in which this is used first. */
  private static <P extends Pointer> P kept(P pointer) {
    pointer.retainReference();
    return pointer;
  }

  /** A block, in its shape. */
  Tensor view(String name) {
    flat();
    return Objects.requireNonNull(views.get(name), name);
  }

  /** A block as an operation's optional argument. */
  TensorOptional optional(String name) {
    flat();
    return Objects.requireNonNull(optionals.get(name), name);
  }

  /** Copies a vector here. */
  void assign(ParameterVector vector) {
    assign(vector, 0, Math.toIntExact(vector.dimension()));
  }

  /** Copies components {@code first} to {@code end} of a vector here, the latter excluded. */
  void assign(ParameterVector vector, int first, int end) {
    Scope.run(() -> memory.write(vector, first, end, flat().narrow(0, first, end - first)));
  }

  /** Writes a point's components from {@code first} on here, to the end. */
  void assign(Position point, int first, PointWriter writer) {
    Scope.run(() -> writer.write(point, first, flat().narrow(0, first, flat().numel() - first)));
  }

  /** A vector for what comes to lie here: this memory itself where vectors stay on the device. */
  ParameterVector vector() {
    return memory.isResident()
        ? new TorchVector(memory, flat())
        : ParameterVector.zeros(memory.precision(), Block.length(blocks));
  }

  /** Copies this into the vector that was made for it. */
  void copyTo(ParameterVector vector) {
    if (!memory.isResident()) {
      memory.read(flat(), vector);
    }
  }

  @Override
  public void close() {
    optionals.values().forEach(TensorOptional::deallocate);
    views.values().forEach(Tensor::deallocate);
    if (laid != null) {
      laid.deallocate();
    }
  }
}
