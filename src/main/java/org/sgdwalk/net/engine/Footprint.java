package org.sgdwalk.net.engine;

import java.util.List;

/**
 * How large a program is in memory, counted without taking any.
 *
 * @param theta components of theta
 * @param statistics components of the running statistics
 * @param input values of one example
 * @param forward values an example that a forward pass holds
 * @param gradient values an example that a forward and a backward pass hold
 * @param piece the same on a recorded piece
 * @param pattern values an example that record a piece
 */
public record Footprint(
    long theta,
    long statistics,
    long input,
    long forward,
    long gradient,
    long piece,
    long pattern) {

  /** The footprint of a program. */
  public static Footprint of(Program program) {
    return new Footprint(
        length(program.theta()),
        length(program.statistics()),
        program.input().size(),
        values(program, Purpose.LOSS),
        values(program, Purpose.GRADIENT),
        values(program, Purpose.GRADIENT_OF_PIECE),
        pattern(program));
  }

  private static long length(List<Block> blocks) {
    return blocks.stream().mapToLong(Block::length).sum();
  }

  private static long values(Program program, Purpose purpose) {
    return new MemoryPlan(program, purpose).slotLengths().stream().mapToLong(l -> l).sum();
  }

  private static long pattern(Program program) {
    long values = 0;
    for (int i = 1; i <= program.size(); i++) {
      Node node = program.node(i);
      values += node.layer().pattern(program.shape(node.inputs().get(0)));
    }
    return values;
  }
}
