package org.sgdwalk.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.NetworkSize;
import org.sgdwalk.net.PassOperations;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.spec.SharpnessSpec;

/**
 * A network on random images, to be timed.
 *
 * @param engine what computes
 * @param network the network
 * @param image one image
 * @param classes number of classes
 * @param chunk images: one chunk is all there is
 * @param batch images of a mini-batch, at most a chunk
 */
record TrialNetwork(
    Engine engine, NetworkSpec network, ImageShape image, int classes, int chunk, int batch) {
  /** A thread makes some ten forward passes of a chunk of so many operations a second. */
  private static final double MOST_OPERATIONS = 10e9;

  /** On a chunk that is not so large that it takes long. */
  static TrialNetwork of(
      Engine engine, NetworkSpec network, ImageShape image, int classes, int chunk, int batch) {
    long forward = NetworkSize.operations(network, image, classes);
    int quick = (int) Math.max(1, Math.min(chunk, MOST_OPERATIONS / forward));
    return new TrialNetwork(engine, network, image, classes, Math.max(quick, batch), batch);
  }

  /** One thread's, on which it is to be used. */
  TrialSurface open() {
    PassOperations passes = NetworkSize.passes(network, image, classes);
    return new TrialSurface(
        NetworkLossSurface.open(engine, spec(), images(), 1), passes, chunk, batch);
  }

  private RunSpec spec() {
    SharpnessSpec products =
        engine.differentiatesTwice() ? SharpnessSpec.roughlyAt(List.of(1)) : null;
    return new RunSpec(
        network,
        new DataSpec("noise", chunk, 1, chunk),
        new OptimizerSpec.Sgd(batch, 0.1, 0),
        new ScheduleSpec.Constant(),
        LengthSpec.ofEpochs(1),
        0,
        null,
        Precision.FLOAT32,
        new ProbeSpec(null, new EvaluationSpec(1), products, null),
        List.of());
  }

  private DataSet images() {
    RandomGenerator random = new Well19937c(0);
    byte[] pixels = new byte[chunk * image.pixels()];
    random.nextBytes(pixels);
    byte[] labels = new byte[chunk];
    for (int i = 0; i < chunk; i++) {
      labels[i] = (byte) (i % classes);
    }
    ImageSet set = ImageSet.of(image, classes, pixels, labels);
    List<Standardization> scale =
        Collections.nCopies(image.channels(), new Standardization(0.5, 0.3));
    return new DataSet(
        "noise",
        new DataPart(set, 0, scale),
        new DataPart(set.slice(0, 1), 0, scale),
        scale,
        Map.of());
  }
}
