package org.sgdwalk.net;

import java.util.stream.IntStream;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Relu;

/**
 * How large a program is in memory at most, counted without taking any: that batch norm and
 * additions write where they read, where they may, is left to what a library takes for itself.
 *
 * @param theta components of theta
 * @param statistics components of the running statistics
 * @param input values of one example
 * @param forward values an example that a forward pass holds at its widest place
 * @param gradient values an example that a forward and a backward pass hold
 * @param linearization values an example that are kept for Hessian products
 * @param product values an example that such a product holds beside them
 */
record Footprint(
    long theta,
    long statistics,
    long input,
    long forward,
    long gradient,
    long linearization,
    long product) {

  /** The footprint of a program. */
  static Footprint of(Program program) {
    long all = nodes(program).mapToLong(i -> values(program, i)).sum();
    long widest = nodes(program).mapToLong(i -> program.shape(i).size()).max().orElse(0);
    return new Footprint(
        program.parameters(),
        program.statisticsLength(),
        program.input().size(),
        widestPlace(program) + widest,
        all + 3 * widest,
        3 * all,
        2 * all);
  }

  private static IntStream nodes(Program program) {
    return IntStream.rangeClosed(1, program.size());
  }

  /** A ReLU's result lies where its input lay. */
  private static long values(Program program, int node) {
    return program.node(node).layer() instanceof Relu ? 0 : program.shape(node).size();
  }

  /** The most that is held at once when what nobody reads any more is freed. */
  private static long widestPlace(Program program) {
    long held = program.input().size();
    long most = held;
    for (int i = 1; i <= program.size(); i++) {
      held += program.shape(i).size();
      most = Math.max(most, held);
      for (int input : program.node(i).inputs()) {
        held -= input > 0 && program.lastReader(input) == i ? program.shape(input).size() : 0;
      }
    }
    return most;
  }
}
