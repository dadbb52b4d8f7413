package org.sgdwalk.net;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.trace.NumpyArchive;
import org.sgdwalk.trace.NumpyArray;

/**
 * Numbers of PyTorch 1.13 in float64 for an MLP 784-24-16-10 on the first 48 images of
 * Fashion-MNIST, normalised with mean .2860 and std .3530; see {@code
 * src/test/resources/oracle/README.md}.
 */
final class Oracle {
  private static final Standardization PIXELS = new Standardization(.2860, .3530);

  private final Map<String, NumpyArray> arrays;
  private final JsonNode numbers;
  private final boolean batchNorm;

  Oracle(boolean batchNorm) {
    String name = "mlp-24-16-" + (batchNorm ? "bn" : "plain");
    this.batchNorm = batchNorm;
    this.arrays = NumpyArchive.read(bytes(name + ".npz"), name + ".npz");
    try {
      this.numbers = new ObjectMapper().readTree(bytes(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LossSurface surface(Precision precision, int threads, int chunk) {
    DataPart part = new DataPart(images(), 0, List.of(PIXELS));
    DataSet data = new DataSet("oracle", part, part, List.of(PIXELS), Map.of());
    RunSpec spec =
        new RunSpec(
            new NetworkSpec.Mlp(List.of(24, 16), batchNorm),
            new DataSpec("oracle", part.size(), part.size(), chunk),
            new OptimizerSpec.Gd(0.1, 0),
            new ScheduleSpec.Constant(),
            LengthSpec.ofSteps(1),
            0,
            null,
            precision,
            new ProbeSpec(null, new EvaluationSpec(1)),
            List.of());
    return Dl4jLossSurface.open(spec, data, threads);
  }

  double[] theta() {
    return concatenated("theta/");
  }

  double[] gradient() {
    return concatenated("grad/");
  }

  double[] statistics() {
    return concatenated("stats/");
  }

  double number(String key) {
    return numbers.required(key).doubleValue();
  }

  JsonNode list(String key) {
    return numbers.required(key);
  }

  private double[] concatenated(String prefix) {
    return arrays.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> !entry.getKey().endsWith("num_batches_tracked"))
        .map(entry -> entry.getValue().toDoubles())
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private ImageSet images() {
    double[] x = Objects.requireNonNull(arrays.get("x")).toDoubles();
    double[] y = Objects.requireNonNull(arrays.get("y")).toDoubles();
    byte[] pixels = new byte[x.length];
    for (int i = 0; i < x.length; i++) {
      pixels[i] = (byte) Math.round((x[i] * PIXELS.std() + PIXELS.mean()) * 255);
    }
    byte[] labels = new byte[y.length];
    for (int i = 0; i < y.length; i++) {
      labels[i] = (byte) y[i];
    }
    return ImageSet.of(1, 28, 28, pixels, labels);
  }

  static double largestDifference(double[] one, double[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Math.abs(one[i] - other[i]))
        .max()
        .orElseThrow();
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Oracle.class.getResourceAsStream("/oracle/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
