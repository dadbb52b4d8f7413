package org.sgdwalk.net.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.Rounding;
import org.sgdwalk.net.RunningStatistics;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

/** On the CPU's memory as if it were a device's. Each reading would wait for a card. */
@DisplayName("Between a device and the host goes")
class DeviceTransfersTest {
  private static final RunSpec SPEC =
      SpecJson.read(
          """
          { "network": {"kind": "vgg11", "width": 2, "batchNorm": true},
            "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 20},
            "optimizer": {"kind": "gd", "learningRate": 0.1}, "length": {"steps": 1}, "seed": 1 }
          """);
  private static final int[] BATCH = IntStream.range(0, 30).toArray();

  private LossSurface surface;
  private ParameterVector theta;

  @BeforeEach
  void open() {
    DataSet data = DataSet.load(SPEC.data(), new DataCatalog(null));
    surface = NetworkLossSurface.open(TorchEngine.onStandIn(), SPEC, data, 1);
    theta = surface.initialTheta(new Well19937c(1));
  }

  @AfterEach
  void close() {
    surface.close();
  }

  private static long readings(Runnable work) {
    long before = Memory.readings();
    work.run();
    return Memory.readings() - before;
  }

  @Test
  void one_reading_a_section_of_all_its_points_and_chunks() {
    ParameterVector to = theta.copy().scale(1.01);
    double[] a = IntStream.rangeClosed(0, 10).mapToDouble(k -> k / 10.0).toArray();

    assertThat(
            readings(() -> surface.losses(theta, to, a, Rounding.NEAREST, 20, Normalization.TRAIN)))
        .isEqualTo(1);
  }

  @Test
  void one_reading_a_gradient_of_all_its_chunks_and_one_an_evaluation() {
    assertThat(readings(() -> surface.fullGradient(theta))).isEqualTo(1);
    assertThat(readings(() -> surface.batchGradient(theta, BATCH))).isEqualTo(1);
    assertThat(readings(() -> surface.evaluateTraining(theta, Normalization.TRAIN))).isEqualTo(1);
  }

  /** The first makes the passes that are kept; their losses nobody asks for. */
  @Test
  void two_readings_a_product_for_the_length_of_v_and_whether_theta_is_the_same() {
    ParameterVector v = surface.normal(1);
    surface.hessianVector(theta, v);

    assertThat(readings(() -> surface.hessianVector(theta, v))).isEqualTo(2);
  }

  @Test
  void one_reading_a_chunk_and_direction_of_slopes_and_one_whether_theta_is_the_same() {
    RunSpec plain =
        SpecJson.read(SpecJson.write(SPEC).replaceAll("(batchNorm\" : )true", "$1false"));
    DataSet data = DataSet.load(plain.data(), new DataCatalog(null));
    try (LossSurface other = NetworkLossSurface.open(TorchEngine.onStandIn(), plain, data, 1)) {
      ParameterVector at = other.initialTheta(new Well19937c(1));
      List<ParameterVector> directions = List.of(other.normal(1), other.normal(2));
      other.exampleSlopes(at, directions);

      assertThat(readings(() -> other.exampleSlopes(at, directions))).isEqualTo(3 * 2 + 1);
    }
  }

  @Test
  void nothing_for_an_update_of_theta_its_noise_and_its_statistics() {
    RunningStatistics running = surface.initialStatistics();
    ParameterVector seen = surface.fullGradient(theta).batchStatistics();

    assertThat(
            readings(
                () -> {
                  ParameterVector noise = surface.normal(3);
                  theta.copy().addScaled(-0.1, noise);
                  running.update(seen);
                }))
        .isZero();
  }

  @Test
  void vectors_that_nobody_holds_are_given_back_when_they_are_many() {
    VectorCount count = new VectorCount(1 << 20);
    for (int i = 0; i < 100; i++) {
      count.count(new Object(), 1 << 16);
    }

    assertThat(count.bytes()).isLessThanOrEqualTo((1 << 20) + (1 << 16));
  }
}
