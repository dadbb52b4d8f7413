package org.sgdwalk.net.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * A network as layers in an order in which they can be computed, with the layout of its parameters.
 * Immutable; workers share it.
 */
public final class Program {
  private final ComputationGraphConfiguration definition;
  private final Shape input;
  private final List<Node> nodes;
  private final List<List<Integer>> readers;
  private final List<Block> theta;
  private final List<Block> statistics;

  Program(ComputationGraphConfiguration definition, Shape input, List<Node> nodes) {
    this.definition = definition;
    this.input = input;
    this.nodes = List.copyOf(nodes);
    this.readers = readers(this.nodes);
    this.theta = layout(nodes, Layer::parameters);
    this.statistics = layout(nodes, Layer::statistics);
  }

  private static List<Block> layout(List<Node> nodes, Function<Layer, List<Parameter>> which) {
    List<Block> blocks = new ArrayList<>();
    int offset = 0;
    for (Node node : nodes) {
      for (Parameter parameter : which.apply(node.layer())) {
        Block block =
            new Block(
                node.name() + "." + parameter.name(),
                parameter.shape(),
                offset,
                parameter.initial());
        blocks.add(block);
        offset = block.end();
      }
    }
    return List.copyOf(blocks);
  }

  /** What it was compiled from. */
  public ComputationGraphConfiguration definition() {
    return definition;
  }

  /** One example as the network takes it. */
  public Shape input() {
    return input;
  }

  /** Blocks of theta: layer by layer, each weight before its bias, as in PyTorch. */
  public List<Block> theta() {
    return theta;
  }

  /** Blocks of batch norm's running statistics; empty without batch norm. */
  public List<Block> statistics() {
    return statistics;
  }

  /** Components of theta. */
  public int parameters() {
    return Block.length(theta);
  }

  /** Components of the running statistics. */
  public int statisticsLength() {
    return Block.length(statistics);
  }

  /** Multiplications and additions of one example's forward pass in its products. */
  public long operationsPerExample() {
    return Stream.iterate(1, i -> i <= size(), i -> i + 1)
        .mapToLong(i -> node(i).layer().operations(shape(node(i).inputs().get(0))))
        .sum();
  }

  /** Of those the ones in layers that read the network's input, which has no gradient. */
  public long operationsOnInput() {
    return readers(0).stream().mapToLong(i -> node(i).layer().operations(input)).sum();
  }

  /** The last node that reads a node's result; the node itself where nobody does. */
  public int lastReader(int position) {
    List<Integer> all = readers(position);
    return all.isEmpty() ? position : all.get(all.size() - 1);
  }

  /**
   * Whether the network begins with a product of whole examples and weights, of which its result is
   * linear. A convolution of images is linear too, but a small part of its network, and its result
   * the largest there is: made anew at each point it takes no longer, and no memory at the ends.
   */
  public boolean startsLinear() {
    return node(1).layer() instanceof Linear && readers(0).size() == 1;
  }

  /** First component of theta that does not belong to the first layer. */
  public int endOfFirstLayer() {
    return theta.stream()
        .filter(block -> block.name().startsWith(node(1).name() + "."))
        .mapToInt(Block::end)
        .max()
        .orElse(0);
  }

  /** Number of nodes. */
  public int size() {
    return nodes.size();
  }

  /** Nodes count from 1; 0 is the input. */
  public Node node(int position) {
    return nodes.get(position - 1);
  }

  /** Shape of one example of a node\'s result, or of the input. */
  public Shape shape(int position) {
    return position == 0 ? input : node(position).shape();
  }

  /**
   * Shape of one example of a node's result.
   *
   * @throws IllegalArgumentException if no node has this name
   */
  public Shape shapeOf(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name))
        .shape();
  }

  /** Nodes that read a node's result, in order. */
  public List<Integer> readers(int position) {
    return readers.get(position);
  }

  /** Of the input and of every node, in one pass: a plan asks for each several times. */
  private static List<List<Integer>> readers(List<Node> nodes) {
    List<List<Integer>> readers = new ArrayList<>();
    for (int i = 0; i <= nodes.size(); i++) {
      readers.add(new ArrayList<>());
    }
    for (int i = 1; i <= nodes.size(); i++) {
      for (int input : Set.copyOf(nodes.get(i - 1).inputs())) {
        readers.get(input).add(i);
      }
    }
    return readers.stream().map(List::copyOf).toList();
  }
}
