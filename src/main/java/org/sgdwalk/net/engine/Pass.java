package org.sgdwalk.net.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A program bound to memory for one number of rows. */
final class Pass implements AutoCloseable {
  private final Program program;
  private final MemoryPlan plan;
  private final List<INDArray> slots;
  private final int rows;
  private final List<Kernel> kernels = new ArrayList<>();
  private final List<List<NativeOp>> additions = new ArrayList<>();
  private final List<INDArray> patterns = new ArrayList<>();
  private final INDArray input;
  private final INDArray firstOutput;
  private final INDArray logits;
  private final @Nullable INDArray logitsGradient;

  /**
   * Binds the kernels.
   *
   * @param slots flat arrays of the plan's lengths for at least these rows
   */
  Pass(Program program, MemoryPlan plan, List<INDArray> slots, int rows, Parameters parameters) {
    this.program = program;
    this.plan = plan;
    this.slots = slots;
    this.rows = rows;
    for (int i = 1; i <= program.size(); i++) {
      bind(i, parameters.of(program.node(i).name()));
    }
    int end = program.size();
    input = Ports.byRow(view(plan.value(0), program.input()));
    firstOutput = Ports.byRow(view(plan.value(1), program.shape(1)));
    logits = Ports.byRow(view(plan.value(end), program.shape(end)));
    INDArray gradient = viewOrNull(plan.gradient(end), program.shape(end));
    logitsGradient = gradient == null ? null : Ports.byRow(gradient);
  }

  /** Where the examples go, [rows, height * width * channels]. */
  INDArray input() {
    return input;
  }

  /** What the first layer writes, [rows, features]. */
  INDArray firstOutput() {
    return firstOutput;
  }

  /** What the network computes, [rows, classes]. */
  INDArray logits() {
    return logits;
  }

  /** Where the gradient of the logits goes, [rows, classes]. */
  INDArray logitsGradient() {
    return Objects.requireNonNull(logitsGradient, "a forward pass has no gradients");
  }

  /** Runs the layers from this one on; the first is 1. */
  void forward(int from, Mode mode) {
    for (int i = from; i <= program.size(); i++) {
      kernels.get(i - 1).forward(mode);
    }
  }

  /** Runs the first layer alone. */
  void forwardFirst() {
    kernels.get(0).forward(Mode.TRAIN);
  }

  void backward() {
    for (int i = program.size(); i >= 1; i--) {
      kernels.get(i - 1).backward();
      additions.get(i - 1).forEach(NativeOp::run);
    }
  }

  /** Which piece was recorded, [bytes]; a new array. */
  INDArray pattern() {
    INDArray bytes = Nd4j.createUninitialized(DataType.INT8, patternBytes());
    eachPattern(bytes, (part, pattern) -> part.assign(pattern));
    return bytes;
  }

  /** Goes back to a piece that was recorded before. */
  void usePattern(INDArray bytes) {
    eachPattern(bytes, (part, pattern) -> pattern.assign(part));
  }

  /** Hands over each node's part of the bytes with the node's pattern. */
  private void eachPattern(INDArray bytes, BiConsumer<INDArray, INDArray> copy) {
    long offset = 0;
    for (INDArray pattern : patterns) {
      long end = offset + pattern.length();
      copy.accept(bytes.get(NDArrayIndex.interval(offset, end)), pattern);
      offset = end;
    }
  }

  /** A byte a unit: 0 or 1, and for a pooling 0 or the pixels of its square. */
  long patternBytes() {
    return patterns.stream().mapToLong(INDArray::length).sum();
  }

  @Override
  public void close() {
    kernels.forEach(Kernel::close);
    additions.forEach(list -> list.forEach(NativeOp::close));
  }

  private void bind(int i, Ports.ParameterArrays parameters) {
    Node node = program.node(i);
    List<INDArray> inputs = new ArrayList<>();
    List<@Nullable INDArray> inputGradients = new ArrayList<>();
    List<NativeOp> shares = new ArrayList<>();
    INDArray output = view(plan.value(i), node.shape());
    INDArray outputGradient = viewOrNull(plan.gradient(i), node.shape());
    for (int input : node.inputs()) {
      Shape shape = program.shape(input);
      inputs.add(view(plan.value(input), shape));
      inputGradients.add(bindGradient(i, input, outputGradient, shares));
    }
    INDArray pattern = flat(plan.pattern(i));
    if (pattern != null) {
      patterns.add(pattern);
    }
    Ports ports =
        new Ports(
            inputs,
            output,
            inputGradients,
            outputGradient,
            flat(plan.forwardScratch(i)),
            flat(plan.backwardScratch(i)),
            pattern,
            parameters);
    kernels.add(node.layer().bind(ports));
    additions.add(shares);
  }

  /** The gradient itself, or a share with the addition that it needs. */
  private @Nullable INDArray bindGradient(
      int node, int input, @Nullable INDArray outputGradient, List<NativeOp> shares) {
    Buffer gradient = plan.gradient(input);
    if (gradient == null) {
      return null;
    }
    Shape shape = program.shape(input);
    Buffer share = plan.partial(node, input);
    if (share != null) {
      INDArray whole = view(gradient, shape);
      INDArray part = view(share, shape);
      shares.add(NativeOp.add(whole, part, whole));
      return part;
    }
    return gradient == plan.gradient(node) ? outputGradient : view(gradient, shape);
  }

  private INDArray view(Buffer buffer, Shape shape) {
    return flat(buffer, shape.size())
        .reshape(rows, shape.height(), shape.width(), shape.channels());
  }

  private @Nullable INDArray viewOrNull(@Nullable Buffer buffer, Shape shape) {
    return buffer == null ? null : view(buffer, shape);
  }

  private @Nullable INDArray flat(@Nullable Buffer buffer) {
    return buffer == null ? null : flat(buffer, buffer.length());
  }

  private INDArray flat(Buffer buffer, int length) {
    INDArray slot = slots.get(buffer.slot());
    return slot.get(NDArrayIndex.interval(0, (long) rows * length));
  }
}
