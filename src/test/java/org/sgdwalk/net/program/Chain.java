package org.sgdwalk.net.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.hipparchus.random.RandomGenerator;

/** A program for a test, layer after layer; most read what the one before wrote. */
public final class Chain {
  private static final double EPSILON = 1e-5;
  private static final int CLASSES = 3;

  private final Shape input;
  private final List<Node> nodes = new ArrayList<>();

  private Chain(Shape input) {
    this.input = input;
  }

  /**
   * Starts with a layer with parameters, on images or on features. Its gradient is made of what the
   * layers behind it pass back, so that their input gradients are checked with it.
   */
  public static Chain on(Shape input) {
    Chain chain = new Chain(input);
    return input.isFeatures()
        ? chain.then(new Linear(input.channels(), input.channels()))
        : chain.convolution(1, 1, input.channels());
  }

  /** Adds a layer that reads the one before. */
  public Chain then(Layer layer) {
    add(layer, last());
    return this;
  }

  /** With as much padding as keeps the sides at stride 1. */
  public Chain convolution(int size, int stride, int out) {
    return then(
        new Convolution(size, stride, (size - 1) / 2, shape(last()).channels(), out, false));
  }

  /** Adds batch norm. */
  public Chain batchNorm() {
    return then(new BatchNorm(shape(last()).channels(), EPSILON));
  }

  /**
   * A pre-activation residual block as ResNet has it.
   *
   * @param stride 1 adds the input itself, 2 its projection by a 1x1 convolution
   * @param batchNorm whether each ReLU has a batch norm before it
   */
  public Chain residual(int stride, boolean batchNorm) {
    int start = last();
    int out = stride * shape(start).channels();
    activation(batchNorm).convolution(3, stride, out);
    int branch = activation(batchNorm).convolution(3, 1, out).last();
    int shortcut =
        stride == 1
            ? start
            : add(new Convolution(1, stride, 0, shape(start).channels(), out, false), start);
    add(new Add(), branch, shortcut);
    return this;
  }

  private Chain activation(boolean batchNorm) {
    return (batchNorm ? batchNorm() : this).then(new Relu());
  }

  /**
   * Adds layers that keep the shape; each reads one that came before, whichever. What nobody reads
   * is added up in the end.
   */
  public Chain tangle(int layers, RandomGenerator random) {
    int first = last();
    int channels = shape(first).channels();
    List<Layer> kinds =
        List.of(
            new Add(),
            new Relu(),
            new BatchNorm(channels, EPSILON),
            new Convolution(1, 1, 0, channels, channels, true));
    for (int i = 0; i < layers; i++) {
      Layer layer = last() == first ? new Relu() : kinds.get(random.nextInt(kinds.size()));
      int one = first + random.nextInt(last() - first + 1);
      if (layer instanceof Add) {
        int other = first + random.nextInt(last() - first);
        add(layer, one, other < one ? other : other + 1);
      } else {
        add(layer, one);
      }
    }
    return joinLooseEnds(first);
  }

  private Chain joinLooseEnds(int first) {
    List<Integer> read = nodes.stream().flatMap(node -> node.inputs().stream()).toList();
    IntStream.rangeClosed(first, last() - 1)
        .filter(position -> !read.contains(position))
        .forEach(position -> add(new Add(), position, last()));
    return this;
  }

  /** Ends with logits, after a flattening if there are pixels left. */
  public Program program() {
    if (!isVector(last())) {
      then(new Flatten());
    }
    then(new Linear(shape(last()).channels(), CLASSES));
    return new Program(new ComputationGraphConfiguration(), input, nodes);
  }

  /** Position of the layer added last; 0 is the input. */
  public int last() {
    return nodes.size();
  }

  /** Adds a layer that reads these positions, and gives its own. */
  public int add(Layer layer, int... inputs) {
    List<Integer> positions = Arrays.stream(inputs).boxed().toList();
    nodes.add(new Node("layer" + last(), layer, positions, layer.output(shape(positions.get(0)))));
    return last();
  }

  private boolean isVector(int position) {
    if (position == 0) {
      return input.isFeatures();
    }
    Node node = nodes.get(position - 1);
    return node.layer().givesVector(isVector(node.inputs().get(0)));
  }

  private Shape shape(int position) {
    return position == 0 ? input : nodes.get(position - 1).shape();
  }
}
