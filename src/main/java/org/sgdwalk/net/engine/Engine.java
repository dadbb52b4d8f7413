package org.sgdwalk.net.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One worker's copy of a network: its own theta, gradient and activations. Memory is taken for the
 * largest number of rows seen and used again. Confined to one thread.
 */
public final class Engine implements AutoCloseable {
  private final Program program;
  private final Parameters parameters;
  private final Memory forwardOnly;
  private final Memory training;
  private final Memory piece;

  /** An engine with theta 0. */
  public Engine(Program program, DataType type) {
    this.program = program;
    this.parameters = new Parameters(program, type);
    this.forwardOnly = new Memory(new MemoryPlan(program, Purpose.LOSS), type);
    this.training = new Memory(new MemoryPlan(program, Purpose.GRADIENT), type);
    this.piece = new Memory(new MemoryPlan(program, Purpose.GRADIENT_OF_PIECE), type);
  }

  /** The flat theta that it computes with, shape [P]; to be written to. */
  public INDArray theta() {
    return parameters.theta();
  }

  /** The gradient of the last backward pass, shape [P]. */
  public INDArray gradient() {
    return parameters.gradient();
  }

  /** The running statistics of eval mode, flat; to be written to. */
  public INDArray runningStatistics() {
    return parameters.running();
  }

  /** Batch norm's means and biased variances in the last training pass, flat. */
  public INDArray batchStatistics() {
    return parameters.ofBatch();
  }

  /**
   * A forward pass.
   *
   * @param features examples, [rows, height * width * channels] in the program's layout
   * @param trainMode whether batch norm normalises with the rows' own statistics
   * @return logits [rows, classes], until the next call
   */
  public INDArray logits(INDArray features, boolean trainMode) {
    Pass pass = forwardOnly.pass(features.size(0));
    load(pass, features);
    pass.forward(1, trainMode ? Mode.TRAIN : Mode.EVAL);
    return pass.logits();
  }

  /**
   * The first layer's result at the current theta, where the program starts with a linear layer.
   *
   * @return a new array [rows, features of the first layer]
   */
  public INDArray firstLayer(INDArray features) {
    Pass pass = forwardOnly.pass(features.size(0));
    load(pass, features);
    pass.forwardFirst();
    return pass.firstOutput().dup();
  }

  /**
   * The rest of a forward pass.
   *
   * @param rows number of examples
   * @param firstLayer writes the first layer's result into the array it is given, [rows, features]
   * @return logits [rows, classes], until the next call
   */
  public INDArray logitsFrom(long rows, Consumer<INDArray> firstLayer, boolean trainMode) {
    Pass pass = forwardOnly.pass(rows);
    firstLayer.accept(pass.firstOutput());
    pass.forward(2, trainMode ? Mode.TRAIN : Mode.EVAL);
    return pass.logits();
  }

  /**
   * A forward and a backward pass in train mode; the gradient is left in {@link #gradient()}.
   *
   * @param features examples, [rows, height * width * channels]
   * @param loss reads the logits, both [rows, classes], and writes their gradient
   */
  public void differentiate(INDArray features, LogitsLoss loss) {
    differentiate(training.pass(features.size(0)), features, Mode.TRAIN, loss);
  }

  /**
   * A forward pass in train mode that records, for these rows, on which side of its kink each unit
   * is at the current theta.
   *
   * @param features examples, [rows, height * width * channels]
   */
  public void recordPiece(INDArray features) {
    Pass pass = piece.pass(features.size(0));
    load(pass, features);
    pass.forward(1, Mode.RECORD);
  }

  /**
   * What {@link #recordPiece} recorded last.
   *
   * @param rows number of examples of that recording
   * @return a new array of bytes
   */
  public INDArray recordedPiece(long rows) {
    return piece.pass(rows).pattern();
  }

  /** Bytes that this takes. */
  public long recordedPieceBytes(long rows) {
    return piece.pass(rows).patternBytes();
  }

  /**
   * Takes a piece that was recorded before instead of recording it again.
   *
   * @param rows number of examples of that recording
   * @param recorded the result of {@link #recordedPiece}
   */
  public void usePiece(long rows, INDArray recorded) {
    piece.pass(rows).usePattern(recorded);
  }

  /**
   * Differentiates as {@link #differentiate} does, with each unit on the side of its kink that was
   * recorded last: the gradient of the smooth function that the loss is around the theta of the
   * recording.
   *
   * @param features the examples of the recording
   */
  public void differentiateOnPiece(INDArray features, LogitsLoss loss) {
    differentiate(piece.pass(features.size(0)), features, Mode.REPLAY, loss);
  }

  private static void differentiate(Pass pass, INDArray features, Mode mode, LogitsLoss loss) {
    load(pass, features);
    pass.forward(1, mode);
    loss.differentiate(pass.logits(), pass.logitsGradient());
    pass.backward();
  }

  /** A loss as a function of the logits. */
  @FunctionalInterface
  public interface LogitsLoss {
    /** Reads logits [rows, classes] and writes their gradient, of the same shape. */
    void differentiate(INDArray logits, INDArray gradient);
  }

  private static void load(Pass pass, INDArray features) {
    pass.input().assign(features);
  }

  @Override
  public void close() {
    forwardOnly.close();
    training.close();
    piece.close();
    parameters.close();
  }

  /** Slots for one plan, and its passes by number of rows. */
  private final class Memory {
    private final MemoryPlan plan;
    private final DataType type;
    private final List<INDArray> slots = new ArrayList<>();
    private final Map<Long, Pass> passes = new HashMap<>();
    private long capacity;

    Memory(MemoryPlan plan, DataType type) {
      this.plan = plan;
      this.type = type;
    }

    Pass pass(long rows) {
      if (rows > capacity) {
        close();
        plan.slotLengths()
            .forEach(length -> slots.add(Nd4j.createUninitialized(type, rows * length)));
        capacity = rows;
      }
      return passes.computeIfAbsent(
          rows, count -> new Pass(program, plan, slots, Math.toIntExact(count), parameters));
    }

    void close() {
      passes.values().forEach(Pass::close);
      passes.clear();
      slots.forEach(INDArray::close);
      slots.clear();
      capacity = 0;
    }
  }
}
