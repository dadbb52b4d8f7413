package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.Slow;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.torch.TorchEngine;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.spec.KernelChoice;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SharpnessRow;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

/** Whole runs with every probe, the device's part played by the CPU's memory. */
@DisplayName("A run on a device's memory")
@Slow
class RunOnDeviceTest {
  private static final double PERCENT = 1e-6;

  private static final String PROBES =
      """
      "crossSection": {"points": 5, "recheckEvery": 2},
      "sharpness": {"everyEpochs": 1, "topK": 2, "traceProbes": 2}
      """;

  private static Trace run(Engine engine, String network, String optimizer, String probes) {
    String spec =
        """
        { "network": %s,
          "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 20},
          "optimizer": %s, "length": {"epochs": 2}, "seed": 3, "precision": "float64",
          "keepTheta": [2], "probes": {%s} }
        """
            .formatted(network, optimizer, probes);
    return new LocalRunner(new DataCatalog(null), 1, engine)
        .run(SpecJson.read(spec), Progress.NONE)
        .trace();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 'mlp', 'hidden': [8], 'batchNorm': true}",
        "{'kind': 'mlp', 'hidden': [8], 'batchNorm': false}",
        "{'kind': 'vgg11', 'width': 2, 'batchNorm': true}",
        "{'kind': 'resnet', 'depth': 8, 'width': 2, 'batchNorm': false}"
      })
  void has_the_numbers_of_one_on_the_heap(String network) {
    String json = network.replace('\'', '"');
    String probes = network.contains("false") ? PROBES + ", \"covariance\": {}" : PROBES;
    String sgd = "{\"kind\": \"sgd\", \"batch\": 20, \"learningRate\": 0.1}";
    Trace heap = run(new TorchEngine(KernelChoice.PORTABLE), json, sgd, probes);
    Trace device = run(TorchEngine.onStandIn(), json, sgd, probes);

    assertThat(device.steps()).hasSameSizeAs(heap.steps()).hasSize(6);
    for (int i = 0; i < heap.steps().size(); i++) {
      compare(device.steps().get(i), heap.steps().get(i));
    }
    for (int i = 0; i < heap.epochs().size(); i++) {
      compare(device.epochs().get(i), heap.epochs().get(i));
    }
  }

  private static void compare(StepRow found, StepRow expected) {
    close(found.gradNorm(), expected.gradNorm());
    close(found.batchLoss(), expected.batchLoss());
    close(found.distance(), expected.distance());
    close(found.paramNorm(), expected.paramNorm());
    CrossSectionRow section = Objects.requireNonNull(found.crossSection());
    CrossSectionRow other = Objects.requireNonNull(expected.crossSection());
    for (int k = 0; k < other.losses().size(); k++) {
      close(section.losses().get(k), other.losses().get(k));
    }
  }

  private static void compare(EpochRow found, EpochRow expected) {
    close(found.trainLoss(), expected.trainLoss());
    close(found.valLoss(), expected.valLoss());
    SharpnessRow sharpness = Objects.requireNonNull(found.sharpness());
    SharpnessRow other = Objects.requireNonNull(expected.sharpness());
    assertThat(sharpness.lambdaMax())
        .isCloseTo(other.lambdaMax(), within(2 * (sharpness.residual() + other.residual())));
    assertThat(found.covariance() == null).isEqualTo(expected.covariance() == null);
    if (found.covariance() != null && expected.covariance() != null) {
      close(found.covariance().trace(), expected.covariance().trace());
    }
    assertThat(found.trainAccuracy()).isEqualTo(expected.trainAccuracy());
  }

  private static void close(double found, double expected) {
    assertThat(found).isCloseTo(expected, withinPercentage(PERCENT));
  }

  /** Noise is drawn by the device's generator: the same twice, another than on the heap. */
  @Test
  void draws_the_same_noise_twice() {
    String mlp = "{\"kind\": \"mlp\", \"hidden\": [8], \"batchNorm\": true}";
    String noise =
        "{\"kind\": \"gd-noise\", \"learningRate\": 0.1, \"varianceBatch\": 20, \"factor\": 1}";
    List<Trace> twice =
        List.of(
            run(TorchEngine.onStandIn(), mlp, noise, PROBES),
            run(TorchEngine.onStandIn(), mlp, noise, PROBES));

    assertThat(twice.get(0).manifest().status()).isEqualTo(twice.get(1).manifest().status());
    assertThat(twice.get(0).manifest().status()).isNotInstanceOf(Status.Diverged.class);
    assertThat(twice.get(0).steps()).isEqualTo(twice.get(1).steps());
    assertThat(twice.get(0).epochs()).isEqualTo(twice.get(1).epochs());
  }
}
