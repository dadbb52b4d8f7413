package org.sgdwalk.net;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.trace.npz.NumpyArchive;
import org.sgdwalk.trace.npz.NumpyArray;

/**
 * Numbers of PyTorch 1.13 in float64 for a small network of each family on 48 real images; how they
 * were made stands in {@code fixtures/oracle/README.md}.
 */
@SuppressWarnings("ImmutableEnumChecker") // read once, changed by nobody
enum Oracle {
  MLP("mlp-24-16-plain", new NetworkSpec.Mlp(List.of(24, 16), false)),
  MLP_BN("mlp-24-16-bn", new NetworkSpec.Mlp(List.of(24, 16), true)),
  VGG11("vgg11-2-plain", new NetworkSpec.Vgg11(2, false)),
  VGG11_BN("vgg11-2-bn", new NetworkSpec.Vgg11(2, true)),
  RESNET8("resnet8-3-plain", new NetworkSpec.ResNet(8, 3, false)),
  RESNET8_BN("resnet8-3-bn", new NetworkSpec.ResNet(8, 3, true));

  private static final List<Standardization> GRAY = List.of(new Standardization(.2860, .3530));

  private static final List<Standardization> COLOUR =
      List.of(
          new Standardization(.4914, .247),
          new Standardization(.4822, .243),
          new Standardization(.4465, .262));

  private final NetworkSpec network;
  private final Map<String, NumpyArray> arrays;
  private final JsonNode numbers;

  Oracle(String name, NetworkSpec network) {
    this.network = network;
    this.arrays = NumpyArchive.read(bytes(name + ".npz"), name + ".npz");
    try {
      this.numbers = new ObjectMapper().readTree(bytes(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LossSurface surface(Precision precision, int threads, int chunk) {
    return surface(Engines.of(Engines.STANDARD), precision, threads, chunk);
  }

  LossSurface surface(Engine engine, Precision precision, int threads, int chunk) {
    return surface(engine, precision, threads, chunk, Examples.RESIDENT_BYTES);
  }

  LossSurface surface(
      Engine engine, Precision precision, int threads, int chunk, long residentBytes) {
    return surface(engine, precision, threads, chunk, Room.STANDARD.withFeatures(residentBytes));
  }

  LossSurface surface(Engine engine, Precision precision, int threads, int chunk, Room room) {
    List<Standardization> standardization = network instanceof NetworkSpec.Mlp ? GRAY : COLOUR;
    DataPart part = new DataPart(images(standardization), 0, standardization);
    DataSet data = new DataSet("oracle", part, part, standardization, Map.of());
    RunSpec spec =
        new RunSpec(
            network,
            new DataSpec("oracle", part.size(), part.size(), chunk),
            new OptimizerSpec.Gd(0.1, 0),
            new ScheduleSpec.Constant(),
            LengthSpec.ofSteps(1),
            0,
            null,
            precision,
            new ProbeSpec(null, new EvaluationSpec(1)),
            List.of());
    return NetworkLossSurface.open(engine, spec, data, threads, room);
  }

  boolean hasBatchNorm() {
    return network.batchNorm();
  }

  /** A vector over the parameters in the surface's order, from arrays {@code prefix/parameter}. */
  ParameterVector byName(LossSurface surface, String prefix) {
    double[] zeros = new double[Math.toIntExact(surface.dimension())];
    return surface.vector(ordered(surface.parameters(surface.vector(zeros)), prefix));
  }

  /** The running statistics in the surface's order; a plain network has none. */
  Normalization evalMode(LossSurface surface) {
    if (!hasBatchNorm()) {
      return Normalization.TRAIN;
    }
    Normalization.Running initial = (Normalization.Running) surface.initialStatistics().evalMode();
    double[] values = ordered(surface.statistics(initial.statistics()), "stats/");
    return Normalization.eval(ParameterVector.of(initial.statistics().precision(), values));
  }

  /** A flat vector of the archive, in PyTorch's order of parameters. */
  double[] flat(String name) {
    return Objects.requireNonNull(arrays.get(name), name).toDoubles();
  }

  private double[] ordered(List<NamedArray> layout, String prefix) {
    return layout.stream()
        .flatMapToDouble(array -> Arrays.stream(flat(prefix + array.name())))
        .toArray();
  }

  double number(String key) {
    return numbers.required(key).doubleValue();
  }

  JsonNode list(String key) {
    return numbers.required(key);
  }

  private ImageSet images(List<Standardization> standardization) {
    double[] x = flat("x");
    double[] y = flat("y");
    int channels = standardization.size();
    int plane = x.length / y.length / channels;
    byte[] pixels = new byte[x.length];
    for (int i = 0; i < x.length; i++) {
      Standardization scale = standardization.get(i / plane % channels);
      pixels[i] = (byte) Math.round((x[i] * scale.std() + scale.mean()) * 255);
    }
    byte[] labels = new byte[y.length];
    for (int i = 0; i < y.length; i++) {
      labels[i] = (byte) y[i];
    }
    int side = (int) Math.sqrt(plane);
    return ImageSet.of(new ImageShape(channels, side, side), 10, pixels, labels);
  }

  static double largestDifference(double[] one, double[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Math.abs(one[i] - other[i]))
        .max()
        .orElseThrow();
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Path.of("fixtures", "oracle", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
