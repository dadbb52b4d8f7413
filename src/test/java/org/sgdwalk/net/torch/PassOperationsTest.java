package org.sgdwalk.net.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.Batch;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.FirstLayer;
import org.sgdwalk.net.Linearization;
import org.sgdwalk.net.NetworkSize;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.PassOperations;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.Rounding;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.net.network.Networks;
import org.sgdwalk.net.program.Convolution;
import org.sgdwalk.net.program.GraphCompiler;
import org.sgdwalk.net.program.Linear;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.Precision;

/** What a plan counts is what the engine's kernels multiply, to the last operation. */
@DisplayName("The operations of each pass")
class PassOperationsTest {
  private static final int ROWS = 3;
  private static final int CLASSES = 10;
  private static final ImageShape GRAY = new ImageShape(1, 28, 28);
  private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

  /** Networks of every kind, as the paper has them but for width where that costs time. */
  record Case(NetworkSpec network, ImageShape image) {
    Shape input() {
      return network instanceof NetworkSpec.Mlp
          ? Shape.features(image.pixels())
          : new Shape(32, 32, image.channels());
    }

    Program program() {
      return GraphCompiler.compile(Networks.graph(network, input(), CLASSES), input());
    }

    PassOperations planned() {
      return NetworkSize.passes(network, image, CLASSES);
    }
  }

  static List<Case> networks() {
    return List.of(
        new Case(new NetworkSpec.Mlp(List.of(500, 350), true), GRAY),
        new Case(new NetworkSpec.Mlp(List.of(12), false), GRAY),
        new Case(new NetworkSpec.Vgg11(64, true), COLOUR),
        new Case(new NetworkSpec.Vgg11(4, false), GRAY),
        new Case(new NetworkSpec.ResNet(56, 16, true), COLOUR),
        new Case(new NetworkSpec.ResNet(8, 4, true), GRAY));
  }

  /** A network whose kernels count. */
  private static final class Counted implements AutoCloseable {
    private final AtomicLong count = new AtomicLong();
    private final Program program;
    private final Replica replica;
    private final Features rows;
    private final Batch batch;
    private final ParameterVector theta;

    Counted(Program program) {
      Engine engine = Engines.of(Engines.STANDARD);
      engine.start();
      this.program = program;
      replica = engine.replica(program, Precision.FLOAT32);
      wrapKernels();
      rows = engine.features(ROWS, program.input().size(), Precision.FLOAT32);
      batch = new Batch(rows, Collections.nCopies(ROWS, 0));
      rows.write(gaussians(ROWS * program.input().size()), batch.labels());
      theta = vector(gaussians(program.parameters()));
      replica.moveTo(theta);
    }

    private void wrapKernels() {
      try {
        Field field = TorchReplica.class.getDeclaredField("kernels");
        field.setAccessible(true);
        List<Kernel> counting = new ArrayList<>();
        for (Object kernel : (List<?>) field.get(replica)) {
          counting.add(counting((Kernel) kernel, counting.size() + 1));
        }
        field.set(replica, List.copyOf(counting));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("a replica has a list of kernels", e);
      }
    }

    private Kernel counting(Kernel kernel, int node) {
      boolean hasWeights =
          program.node(node).layer() instanceof Linear
              || program.node(node).layer() instanceof Convolution;
      return hasWeights ? new CountingKernel(kernel, node, program.node(node), count) : kernel;
    }

    /** Operations an example of some work. */
    double of(Runnable work) {
      count.set(0);
      work.run();
      return (double) count.get() / ROWS;
    }

    Linearization linearize() {
      return replica.linearize(batch, true);
    }

    void product(Linearization at) {
      replica.moveGradient(at, batch, theta);
    }

    void along(double... a) {
      ParameterVector to = theta.copy().scale(1.01);
      try (FirstLayer start = replica.firstLayer(theta, batch);
          FirstLayer end = replica.firstLayer(to, batch)) {
        Replica.Line line = new Replica.Line(theta, to, Rounding.NEAREST, start, end);
        replica.lossesAlong(line, a, batch, true);
      }
    }

    private static double[] gaussians(int count) {
      RandomGenerator random = new Well19937c(1);
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = random.nextGaussian() / 10;
      }
      return values;
    }

    private static ParameterVector vector(double[] components) {
      return ParameterVector.of(Precision.FLOAT32, components);
    }

    @Override
    public void close() {
      rows.close();
      replica.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void are_those_of_the_kernels(Case network) {
    PassOperations planned = network.planned();
    try (Counted counted = new Counted(network.program())) {
      assertThat(counted.of(() -> counted.replica.loss(counted.batch, true)))
          .isEqualTo((double) planned.forward());
      assertThat(counted.of(() -> counted.replica.differentiate(counted.batch, null)))
          .isEqualTo(planned.gradient());
      try (Linearization at = counted.linearize()) {
        assertThat(counted.of(() -> counted.linearize().close())).isEqualTo(planned.gradient());
        assertThat(counted.of(() -> counted.product(at))).isEqualTo(planned.product());
      }
    }
  }

  /** Five points, each but for the first layer, whose products at both ends serve all. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void along_a_line_are_those_of_the_kernels(Case network) {
    PassOperations planned = network.planned();
    try (Counted counted = new Counted(network.program())) {
      assertThat(counted.replica.sharesFirstLayer()).isEqualTo(planned.sharesFirst());
      if (planned.sharesFirst()) {
        assertThat(counted.of(() -> counted.along(0, 0.2, 0.4, 0.6, 1)))
            .isEqualTo(5 * planned.pointOfLine() + planned.line());
      }
    }
  }

  /** So that the rule of thumb, 3 and 6 forward passes, can be seen to be near. */
  @Test
  void of_the_papers_networks_are_these() {
    assertThat(networks().stream().map(Case::planned).mapToLong(PassOperations::forward).boxed())
        .startsWith(2L * (784 * 500 + 500 * 350 + 350 * 10));
    PassOperations mlp = networks().get(0).planned();
    assertThat(mlp.onInput()).isEqualTo(2 * 784 * 500);
    assertThat(mlp.gradient()).isEqualTo(3.0 * mlp.forward() - 2 * 784 * 500);
    assertThat(mlp.product()).isEqualTo(6.0 * mlp.forward() - 4 * 2 * 784 * 500);
    assertThat(mlp.pointOfLine()).isEqualTo(2 * (500 * 350 + 350 * 10));
    PassOperations vgg = networks().get(2).planned();
    assertThat(vgg.onInput()).isEqualTo(2 * 32 * 32 * 64 * 3 * 3 * 3);
    assertThat(vgg.forward()).isEqualTo(2 * vgg11());
  }

  /** Side, channels in and out of each convolution; and the classifier. */
  private static long vgg11() {
    long[][] convolutions = {
      {32, 3, 64}, {16, 64, 128}, {8, 128, 256}, {8, 256, 256},
      {4, 256, 512}, {4, 512, 512}, {2, 512, 512}, {2, 512, 512}
    };
    long sum = 512 * 512 + 512 * 512 + 512 * 10;
    for (long[] each : convolutions) {
      sum += each[0] * each[0] * 3 * 3 * each[1] * each[2];
    }
    return sum;
  }
}
