package org.sgdwalk.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
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

/**
 * An MLP without batch norm on a few images of a few pixels: so small that matrices over theta can
 * be written down. In float64.
 *
 * @param hidden widths of the hidden layers
 * @param side images have side x side pixels
 * @param classes number of classes
 * @param pixels 0 to 255, image by image
 * @param labels one an image
 */
record TinyProblem(
    List<Integer> hidden, int side, int classes, List<Integer> pixels, List<Integer> labels) {
  private static final List<Standardization> PLAIN = List.of(new Standardization(0, 1));

  /** Random pixels and labels. */
  static TinyProblem random(List<Integer> hidden, int side, int classes, int examples, long seed) {
    RandomGenerator random = new Well19937c(seed);
    List<Integer> pixels =
        IntStream.range(0, examples * side * side).mapToObj(i -> random.nextInt(256)).toList();
    List<Integer> labels =
        IntStream.range(0, examples).mapToObj(i -> random.nextInt(classes)).toList();
    return new TinyProblem(hidden, side, classes, pixels, labels);
  }

  TinyProblem withLabels(List<Integer> newLabels) {
    return new TinyProblem(hidden, side, classes, pixels, newLabels);
  }

  /** Each image once with every label. */
  TinyProblem withEveryLabel() {
    List<Integer> allPixels = new ArrayList<>();
    List<Integer> allLabels = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      allPixels.addAll(pixels);
      for (int i = 0; i < examples(); i++) {
        allLabels.add(label);
      }
    }
    return new TinyProblem(hidden, side, classes, allPixels, allLabels);
  }

  int examples() {
    return labels.size();
  }

  /** The values that the network takes of an example. */
  double[] input(int example) {
    int size = side * side;
    return pixels.subList(example * size, (example + 1) * size).stream()
        .mapToDouble(pixel -> pixel / 255.0)
        .toArray();
  }

  /** Widths of all layers, the input's first. */
  List<Integer> widths() {
    List<Integer> widths = new ArrayList<>(List.of(side * side));
    widths.addAll(hidden);
    widths.add(classes);
    return widths;
  }

  LossSurface surface(int threads) {
    byte[] bytes = new byte[pixels.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = pixels.get(i).byteValue();
    }
    byte[] labelBytes = new byte[examples()];
    for (int i = 0; i < labelBytes.length; i++) {
      labelBytes[i] = labels.get(i).byteValue();
    }
    ImageSet images = ImageSet.of(new ImageShape(1, side, side), classes, bytes, labelBytes);
    DataPart part = new DataPart(images, 0, PLAIN);
    return NetworkLossSurface.open(
        Engines.of(Engines.STANDARD),
        spec(),
        new DataSet("tiny", part, part, PLAIN, Map.of()),
        threads);
  }

  private RunSpec spec() {
    return new RunSpec(
        new NetworkSpec.Mlp(hidden, false),
        new DataSpec("tiny", examples(), examples(), examples()),
        new OptimizerSpec.Gd(0.1, 0),
        new ScheduleSpec.Constant(),
        LengthSpec.ofSteps(1),
        0,
        null,
        Precision.FLOAT64,
        new ProbeSpec(null, new EvaluationSpec(1)),
        List.of());
  }
}
