package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.spec.Precision;

@DisplayName("What Hessian products need of a theta")
class LinearizationsTest {
  private static double[] alone(Oracle oracle, ParameterVector theta, ParameterVector v) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT32, 1, 16)) {
      return surface.hessianVector(theta, v).toArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void is_made_anew_where_theta_was_changed(Oracle oracle) {
    try (LossSurface surface = oracle.surface(Precision.FLOAT32, 2, 16)) {
      ParameterVector theta = oracle.byName(surface, "theta/");
      ParameterVector v = surface.normal(1);
      surface.hessianVector(theta, v);

      theta.addScaled(0.3, v);

      assertThat(surface.hessianVector(theta, v).toArray()).isEqualTo(alone(oracle, theta, v));
    }
  }

  @Test
  void knows_its_theta_to_the_last_bit_and_keeps_a_copy() {
    ParameterVector theta = ParameterVector.of(Precision.FLOAT32, new double[] {1, 2});
    try (Linearizations all = new Linearizations(theta, Normalization.TRAIN, 0)) {
      assertThat(all.areAt(theta, Normalization.TRAIN)).isTrue();
      theta.addScaled(1e-7, theta);
      assertThat(all.areAt(theta, Normalization.TRAIN)).isFalse();
    }
  }

  @Test
  void knows_its_statistics_likewise() {
    ParameterVector theta = ParameterVector.of(Precision.FLOAT32, new double[] {1, 2});
    ParameterVector running = ParameterVector.of(Precision.FLOAT32, new double[] {0, 1});
    try (Linearizations all = new Linearizations(theta, Normalization.eval(running), 0)) {
      assertThat(all.areAt(theta, Normalization.eval(running.copy()))).isTrue();
      assertThat(all.areAt(theta, Normalization.TRAIN)).isFalse();
      running.addScaled(1e-7, theta);
      assertThat(all.areAt(theta, Normalization.eval(running))).isFalse();
    }
  }

  @Test
  void is_kept_as_far_as_there_is_room_and_freed_with_all() {
    ParameterVector theta = ParameterVector.of(Precision.FLOAT32, new double[] {1});
    Kept six = new Kept(6);
    Kept four = new Kept(4);
    try (Linearizations all = new Linearizations(theta, Normalization.TRAIN, 10)) {
      assertThat(all.keep(0, six)).isTrue();
      assertThat(all.keep(1, new Kept(6))).isFalse();
      assertThat(all.keep(2, four)).isTrue();

      assertThat(all.of(0)).isSameAs(six);
      assertThat(all.of(1)).isNull();
      assertThat(all.of(2)).isSameAs(four);
    }
    assertThat(six.closed && four.closed).isTrue();
  }

  private static final class Kept implements Linearization {
    private final long bytes;
    private boolean closed;

    Kept(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
