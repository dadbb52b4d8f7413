package org.sgdwalk.net.torch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.program.Program;

/**
 * What a forward and a backward pass over some rows leave behind, node by node: values, gradients,
 * and what kernels keep of their own.
 */
final class Pass extends NodeTensors {
  /** What a pass is for. */
  enum Purpose {
    /** A forward pass with running statistics. */
    EVAL_LOSS,
    /** A forward pass with the rows' own statistics. */
    LOSS,
    /** The same, and a backward pass. */
    GRADIENT,
    /** The same, and passes of derivatives. */
    LINEARIZATION,
    /** That with running statistics. */
    EVAL_LINEARIZATION
  }

  private final Program program;
  private final Purpose purpose;

  Pass(Program program, Purpose purpose) {
    super(program.size());
    this.program = program;
    this.purpose = purpose;
  }

  /** The same, with handles of its own, over an input that was not kept. */
  Pass over(Tensor input) {
    Pass other = new Pass(program, purpose);
    other.takeOver(this);
    other.setValue(0, input);
    return other;
  }

  Purpose purpose() {
    return purpose;
  }

  /** Whether batch norm uses its running statistics. */
  boolean inEvalMode() {
    return purpose == Purpose.EVAL_LOSS || purpose == Purpose.EVAL_LINEARIZATION;
  }

  /** Whether a backward pass follows. */
  boolean isDifferentiated() {
    return purpose == Purpose.GRADIENT || isLinearization();
  }

  /** Whether passes of derivatives follow. */
  boolean isLinearization() {
    return purpose == Purpose.LINEARIZATION || purpose == Purpose.EVAL_LINEARIZATION;
  }

  /** Result of a node; 0 is the network's input. */
  Tensor value(int node) {
    return requireValue(node);
  }

  /** Whether somebody asks for the gradient of a node's result: not of the network's input. */
  boolean wantsGradient(int node) {
    return node > 0;
  }

  /** Frees the values that nobody reads after a node of a forward pass. */
  void forgetWhatOnlyReaches(int node) {
    for (int input : program.node(node).inputs()) {
      if (input > 0 && program.lastReader(input) == node) {
        forgetValue(input);
      }
    }
  }

  /** Frees what a backward pass leaves behind it: all that belongs to a node. */
  void forgetPassed(int node) {
    forgetValue(node);
    forgetGradient(node);
    keep(node);
  }

  /** Lets go of what no kernel's tangents read, and of the network's input. */
  void keepForTangents(List<Kernel> kernels) {
    boolean[] reads = new boolean[program.size() + 1];
    for (int i = 1; i <= program.size(); i++) {
      Kernel kernel = kernels.get(i - 1);
      reads[i] |= kernel.tangentsReadResult();
      for (int input : program.node(i).inputs()) {
        reads[input] |= kernel.tangentsReadInput();
      }
      if (!kernel.tangentsReadGradient()) {
        forgetGradient(i);
      }
    }
    reads[0] = false;
    for (int i = 0; i <= program.size(); i++) {
      if (!reads[i]) {
        forgetValue(i);
      }
    }
  }
}
