package org.sgdwalk.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.probe.Eigenpair;
import org.sgdwalk.probe.NoiseAlignment;
import org.sgdwalk.probe.RandomDirections;
import org.sgdwalk.probe.Sharpness;
import org.sgdwalk.probe.SharpnessProbe;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.LearningRate;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.stats.SpectralDensity;
import org.sgdwalk.stats.TraceEstimate;
import org.sgdwalk.trace.CovarianceRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.SpectrumRow;

/**
 * Measures the Hessian and the gradient covariance at ends of epochs and keeps what a row of {@code
 * epochs.csv} cannot.
 */
final class CurvatureRecorder {
  private final RunSpec spec;
  private final SharpnessSpec asked;
  private final LossSurface surface;
  private final SharpnessProbe probe;
  private final LearningRate learningRate;
  private final List<SpectrumRow> spectra = new ArrayList<>();

  CurvatureRecorder(RunSpec spec, SharpnessSpec asked, LossSurface surface) {
    this.spec = spec;
    this.asked = asked;
    this.surface = surface;
    this.probe = new SharpnessProbe(surface, asked, spec.seed());
    this.learningRate = LearningRate.of(spec);
  }

  List<SpectrumRow> spectra() {
    return spectra;
  }

  /** Goes on behind these. */
  void goTo(List<SpectrumRow> until) {
    spectra.addAll(until);
  }

  /**
   * The evaluation with what is measured at its theta; as it is where a product overflows.
   *
   * @param evalMode the running statistics there
   */
  EpochRow measure(EpochRow evaluation, ParameterVector theta, Normalization evalMode) {
    Optional<Sharpness> measured = probe.measure(theta, evalMode);
    if (measured.isEmpty()) {
      return evaluation;
    }
    Sharpness sharpness = measured.get();
    NoiseAlignment noise = noise(theta, sharpness);
    if (asked.hasSpectra()) {
      addSpectrum(evaluation.epoch(), evaluation.step(), sharpness, noise);
    }
    return evaluation.with(row(evaluation.step(), sharpness), noise == null ? null : row(noise));
  }

  private SharpnessRow row(int step, Sharpness sharpness) {
    Eigenpair largest = sharpness.largest();
    double eta = learningRate.at(Math.min(step + 1, spec.updates()));
    TraceEstimate trace = sharpness.trace();
    Eigenpair positive = sharpness.extremes().positive();
    double lambda = positive == null ? Double.NaN : positive.value();
    Eigenpair evalMode = sharpness.evalMode();
    return new SharpnessRow(
        largest.value(),
        largest.residual(),
        lambda,
        positive == null ? Double.NaN : positive.residual(),
        sharpness.extremes().products(),
        eta * lambda,
        trace == null ? Double.NaN : trace.trace(),
        trace == null ? Double.NaN : trace.standardError(),
        evalMode == null ? Double.NaN : evalMode.value(),
        evalMode == null ? Double.NaN : evalMode.residual());
  }

  /** Its directions are drawn from the start of their stream at each measurement. */
  private @Nullable NoiseAlignment noise(ParameterVector theta, Sharpness sharpness) {
    CovarianceSpec wanted = spec.probes().covariance();
    if (wanted == null) {
      return null;
    }
    RandomDirections directions =
        new RandomDirections(surface, SeedStreams.stream(spec.seed(), SeedStreams.COVARIANCE));
    List<ParameterVector> sharpest =
        sharpness.extremes().pairs().stream().map(Eigenpair::vector).toList();
    return NoiseAlignment.at(surface, theta, sharpest, directions, wanted.directions());
  }

  private static CovarianceRow row(NoiseAlignment noise) {
    return new CovarianceRow(
        noise.covariance().trace(),
        noise.covariance().largestVariance(),
        noise.alongSharp(0),
        noise.ofSharpest(),
        noise.randomMean(),
        noise.randomLargest());
  }

  private void addSpectrum(
      int epoch, int step, Sharpness sharpness, @Nullable NoiseAlignment noise) {
    List<Eigenpair> pairs = sharpness.extremes().pairs();
    for (int i = 0; i < pairs.size(); i++) {
      Eigenpair pair = pairs.get(i);
      double along = noise == null ? Double.NaN : noise.alongSharp(i);
      spectra.add(new SpectrumRow(epoch, step, pair.value(), pair.residual(), Double.NaN, along));
    }
    SpectralDensity density = sharpness.density();
    for (int i = 0; density != null && i < density.grid().size(); i++) {
      spectra.add(
          new SpectrumRow(epoch, step, density.grid().get(i), Double.NaN, density.values().get(i)));
    }
  }
}
