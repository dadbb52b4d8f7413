package org.sgdwalk.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.probe.Eigenpair;
import org.sgdwalk.probe.Sharpness;
import org.sgdwalk.probe.SharpnessProbe;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.stats.SpectralDensity;
import org.sgdwalk.stats.TraceEstimate;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.train.LearningRate;

/** Measures the Hessian at ends of epochs and keeps what a row of {@code epochs.csv} cannot. */
final class CurvatureRecorder {
  private final RunSpec spec;
  private final SharpnessSpec asked;
  private final SharpnessProbe probe;
  private final LearningRate learningRate;
  private final List<SpectrumRow> spectra = new ArrayList<>();

  CurvatureRecorder(RunSpec spec, SharpnessSpec asked, LossSurface surface) {
    this.spec = spec;
    this.asked = asked;
    this.probe = new SharpnessProbe(surface, asked, spec.seed());
    this.learningRate = LearningRate.of(spec);
  }

  List<SpectrumRow> spectra() {
    return spectra;
  }

  /** The Hessian at theta after so many updates; null where a product of it overflows. */
  @Nullable SharpnessRow measure(int epoch, int step, ParameterVector theta) {
    Optional<Sharpness> measured = probe.measure(theta);
    if (measured.isEmpty()) {
      return null;
    }
    Sharpness sharpness = measured.get();
    if (asked.hasSpectra()) {
      addSpectrum(epoch, step, sharpness);
    }
    Eigenpair largest = sharpness.largest();
    double eta = learningRate.at(Math.min(step + 1, spec.updates()));
    TraceEstimate trace = sharpness.trace();
    return new SharpnessRow(
        largest.value(),
        largest.residual(),
        largest.iterations(),
        eta * largest.value(),
        trace == null ? Double.NaN : trace.trace(),
        trace == null ? Double.NaN : trace.standardError());
  }

  private void addSpectrum(int epoch, int step, Sharpness sharpness) {
    for (Eigenpair pair : sharpness.pairs()) {
      spectra.add(new SpectrumRow(epoch, step, pair.value(), pair.residual(), Double.NaN));
    }
    SpectralDensity density = sharpness.density();
    for (int i = 0; density != null && i < density.grid().size(); i++) {
      spectra.add(
          new SpectrumRow(epoch, step, density.grid().get(i), Double.NaN, density.values().get(i)));
    }
  }
}
