package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sgdwalk.spec.Precision;

@DisplayName("The piece of the loss around theta is recorded once for all products there")
class PiecesTest {
  /** In chunks of 20, 20 and 8. */
  private static final int CHUNK = 20;

  @BeforeAll
  static void start() {
    Backend.start();
  }

  private static LossSurface surface(Oracle oracle, int threads) {
    return oracle.surface(Precision.FLOAT32, threads, CHUNK);
  }

  /** A product on a surface that has made none before. */
  private static double[] alone(Oracle oracle, ParameterVector theta, ParameterVector v) {
    try (LossSurface surface = surface(oracle, 1)) {
      return surface.hessianVector(theta, v).toArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void gives_each_product_the_digits_that_it_has_alone(Oracle oracle) {
    try (LossSurface surface = surface(oracle, 2)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      for (int k = 0; k < 3; k++) {
        ParameterVector v = surface.normal(k);
        assertThat(surface.hessianVector(theta, v).toArray()).isEqualTo(alone(oracle, theta, v));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void records_anew_where_theta_was_changed(Oracle oracle) {
    try (LossSurface surface = surface(oracle, 2)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      ParameterVector v = surface.normal(1);
      surface.hessianVector(theta, v);

      theta.addScaled(0.3, v);

      assertThat(surface.hessianVector(theta, v).toArray()).isEqualTo(alone(oracle, theta, v));
    }
  }

  @Test
  void knows_its_theta_to_the_last_bit_and_keeps_a_copy() {
    ParameterVector theta =
        ParameterVector.of(Nd4j.defaultFloatingPointType(), new double[] {1, 2});
    try (Pieces pieces = new Pieces(theta, 0)) {
      assertThat(pieces.areAt(theta)).isTrue();
      theta.addScaled(1e-7, theta);
      assertThat(pieces.areAt(theta)).isFalse();
    }
  }

  @Test
  void keeps_what_there_is_room_for_and_records_the_rest_each_time() {
    ParameterVector theta = ParameterVector.of(Nd4j.defaultFloatingPointType(), new double[] {1});
    AtomicInteger recorded = new AtomicInteger();
    try (Pieces pieces = new Pieces(theta, 10)) {
      pieces.keep(0, 6, () -> piece(recorded));
      pieces.keep(1, 6, () -> piece(recorded));
      pieces.keep(2, 4, () -> piece(recorded));

      assertThat(recorded).hasValue(2);
      assertThat(pieces.of(0)).isNotNull();
      assertThat(pieces.of(1)).isNull();
      assertThat(pieces.of(2)).isNotNull();
    }
  }

  private static INDArray piece(AtomicInteger recorded) {
    return Nd4j.createFromArray((byte) recorded.incrementAndGet());
  }
}
