package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.sgdwalk.net.engine.Block;
import org.sgdwalk.net.engine.Engine;
import org.sgdwalk.net.engine.GraphCompiler;
import org.sgdwalk.net.engine.Program;
import org.sgdwalk.net.engine.Shape;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.spec.NetworkSpec;

/** One configuration, two ways to run it. */
@DisplayName("The engine computes what DL4J's own ComputationGraph computes")
class Dl4jAgreementTest {
  private static final int ROWS = 4;
  private static final int CLASSES = 10;

  /** Both compute in float64; what is left is the order of summation. */
  private static final double CLOSE = 1e-10;

  /** A network and the images it takes. */
  private record Case(NetworkSpec network, Shape input) {}

  @BeforeAll
  static void start() {
    Backend.start();
  }

  static Stream<Case> cases() {
    List<Shape> inputs = List.of(new Shape(32, 32, 1), new Shape(32, 32, 3), new Shape(64, 64, 3));
    return Stream.of(false, true)
        .flatMap(
            batchNorm ->
                Stream.concat(
                    Stream.of(
                        new Case(
                            new NetworkSpec.Mlp(List.of(7, 5), batchNorm), Shape.features(30))),
                    inputs.stream().flatMap(input -> convolutional(input, batchNorm))));
  }

  private static Stream<Case> convolutional(Shape input, boolean batchNorm) {
    return Stream.of(
        new Case(new NetworkSpec.Vgg11(2, batchNorm), input),
        new Case(new NetworkSpec.ResNet(8, 2, batchNorm), input));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agrees_on_logits_and_gradient_in_train_mode(Case networkAndInput) {
    Shape input = networkAndInput.input();
    ComputationGraphConfiguration graph =
        Networks.graph(networkAndInput.network(), input, CLASSES, DataType.DOUBLE);
    Program program = GraphCompiler.compile(graph, input);
    RandomGenerator random = new Well19937c(7);
    List<Integer> labels = IntStream.range(0, ROWS).mapToObj(i -> random.nextInt(CLASSES)).toList();
    INDArray images = gaussians(random, ROWS, input.height(), input.width(), input.channels());
    Dl4jNetwork dl4j = new Dl4jNetwork(graph, program);
    try (Engine engine = new Engine(program, DataType.DOUBLE)) {
      engine.theta().assign(theta(program, random));
      dl4j.setTheta(engine.theta());
      List<INDArray> logits = new ArrayList<>();
      engine.differentiate(
          images.reshape(ROWS, input.size()),
          (z, gradient) -> {
            logits.add(z.dup());
            CrossEntropy.differentiate(z, labels, gradient);
          });

      INDArray forDl4j =
          networkAndInput.network() instanceof NetworkSpec.Mlp
              ? images.reshape(ROWS, input.size())
              : images.permute(0, 3, 1, 2).dup('c');
      assertThat(dl4j.logits(forDl4j).distance2(logits.get(0))).isCloseTo(0, within(CLOSE));
      INDArray expected = dl4j.gradient(forDl4j, labels);
      assertThat(expected.norm2Number().doubleValue()).isGreaterThan(0.01);
      assertThat(expected.distance2(engine.gradient())).isCloseTo(0, within(CLOSE));
    }
  }

  /** As drawn at the start of a run, with something added: no bias and no beta is 0. */
  private static INDArray theta(Program program, RandomGenerator random) {
    double[] values =
        program.theta().stream()
            .flatMapToDouble(
                block ->
                    IntStream.range(0, block.length())
                        .mapToDouble(
                            i -> block.initial().draw(random) + 0.1 * random.nextGaussian()))
            .toArray();
    return Nd4j.createFromArray(values);
  }

  private static INDArray gaussians(RandomGenerator random, long... shape) {
    int length = Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
    double[] values = IntStream.range(0, length).mapToDouble(i -> random.nextGaussian()).toArray();
    return Nd4j.createFromArray(values).reshape(shape);
  }

  /** DL4J's network with its parameters by the engine's blocks. */
  private static final class Dl4jNetwork {
    private final ComputationGraph graph;
    private final List<Block> blocks;

    Dl4jNetwork(ComputationGraphConfiguration configuration, Program program) {
      graph = new ComputationGraph(configuration);
      graph.init();
      blocks = program.theta();
    }

    void setTheta(INDArray theta) {
      for (Block block : blocks) {
        INDArray parameter = graph.getLayer(layer(block)).getParam(key(block));
        asHere(parameter, block).assign(part(theta, block));
      }
    }

    INDArray logits(INDArray images) {
      Map<String, INDArray> activations = graph.feedForward(images, true);
      return Objects.requireNonNull(activations.get(layer(blocks.get(blocks.size() - 1))));
    }

    /** DL4J's gradient is the sum over the rows. */
    INDArray gradient(INDArray images, List<Integer> labels) {
      INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, labels.size(), CLASSES);
      for (int row = 0; row < labels.size(); row++) {
        oneHot.putScalar(row, labels.get(row), 1);
      }
      graph.setInputs(images);
      graph.setLabels(oneHot);
      graph.computeGradientAndScore();
      INDArray flat = Nd4j.zeros(DataType.DOUBLE, graph.numParams());
      for (Block block : blocks) {
        INDArray ofBlock = graph.gradient().getGradientFor(layer(block) + "_" + key(block));
        part(flat, block).assign(asHere(ofBlock, block));
      }
      return flat.get(NDArrayIndex.interval(0, end())).divi(labels.size());
    }

    private long end() {
      return blocks.stream().mapToLong(Block::length).sum();
    }

    private static INDArray part(INDArray flat, Block block) {
      long[] shape = block.shape().stream().mapToLong(Integer::longValue).toArray();
      return flat.get(NDArrayIndex.interval(block.offset(), block.offset() + block.length()))
          .reshape(shape);
    }

    /** Vectors are [1, n] there, and weights of linear layers [in, out]. */
    private static INDArray asHere(INDArray there, Block block) {
      return switch (block.shape().size()) {
        case 1 -> there.reshape(there.length());
        case 2 -> there.transpose();
        default -> there;
      };
    }

    private static String layer(Block block) {
      return block.name().substring(0, block.name().lastIndexOf('.'));
    }

    private String key(Block block) {
      boolean norm =
          blocks.stream()
              .anyMatch(
                  other ->
                      other.name().equals(layer(block) + ".weight") && other.shape().size() == 1);
      boolean weight = block.name().endsWith(".weight");
      return norm ? (weight ? "gamma" : "beta") : (weight ? "W" : "b");
    }
  }
}
