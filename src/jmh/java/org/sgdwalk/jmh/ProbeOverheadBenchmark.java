package org.sgdwalk.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.probe.CrossSectionProbe;
import org.sgdwalk.probe.GradientCosine;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.SeedStreams;

/**
 * What a probe adds to training: the time of one SGD step (batch 100 of 400 images), without a
 * probe and with one every so many steps.
 *
 * <p>How to read it: divide by the step with probe {@code NONE}. An iteration must last several
 * times {@code every} steps. Cross-section, evaluation and Hessian-vector product go over all
 * training images, so their share grows with the number of these over the batch: with 45,000 images
 * and batch 100 it is 112 times as much as here.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 5)
@State(Scope.Benchmark)
public class ProbeOverheadBenchmark {
  private static final double LEARNING_RATE = 0.01;
  private static final int[] BATCH = IntStream.range(0, 100).toArray();

  /** What is measured at a probed step. */
  public enum Probe {
    /** Nothing. */
    NONE,
    /** Cosine with the last gradient, distance from the start, norms. */
    COSINE,
    /** Eleven points, of which one is the last step's. */
    CROSS_SECTION,
    /** Loss and accuracy on the training and the validation images. */
    EVALUATION,
    /** One Hessian-vector product. */
    HESSIAN_VECTOR,
    /** All of them. */
    ALL;

    boolean includes(Probe other) {
      return this == other || this == ALL;
    }
  }

  /** Which probe. */
  @Param public Probe probe = Probe.NONE;

  /** Steps from one probed step to the next. */
  @Param({"1", "16", "256"})
  public int every = 1;

  private final GradientCosine cosine = new GradientCosine();

  private CrossSectionProbe crossSection;

  private ParameterVector theta;

  private long step;

  /** At the initialisation. */
  @Setup
  public void start(Surface surface) {
    theta = surface.from;
    crossSection =
        new CrossSectionProbe(
            surface.loss,
            new CrossSectionSpec(11, BatchNormMode.TRAIN, 0, 1, List.of(), 0),
            new DataSpec("noise", Surface.IMAGES, Surface.IMAGES, Surface.CHUNK),
            SeedStreams.stream(0, SeedStreams.CHUNKS));
  }

  /** The next step. */
  @Benchmark
  public ParameterVector step(Surface surface, Blackhole blackhole) {
    ParameterVector gradient = surface.loss.batchGradient(theta, BATCH).vector();
    ParameterVector next = theta.copy().addScaled(-LEARNING_RATE, gradient);
    if (step++ % every == 0) {
      if (probe.includes(Probe.COSINE)) {
        blackhole.consume(cosine.next(gradient) + gradient.norm() + next.norm());
        blackhole.consume(next.distance(surface.from));
      }
      if (probe.includes(Probe.CROSS_SECTION)) {
        blackhole.consume(crossSection.measure(theta, next, Normalization.TRAIN));
      }
      evaluateAndDifferentiate(surface, next, blackhole);
    }
    theta = next;
    return theta;
  }

  private void evaluateAndDifferentiate(Surface surface, ParameterVector at, Blackhole blackhole) {
    if (probe.includes(Probe.EVALUATION)) {
      blackhole.consume(surface.loss.evaluateTraining(at, Normalization.TRAIN));
      blackhole.consume(surface.loss.evaluateValidation(at, Normalization.TRAIN));
    }
    if (probe.includes(Probe.HESSIAN_VECTOR)) {
      blackhole.consume(surface.loss.hessianVector(at, surface.from));
    }
  }
}
