package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.spec.Precision;

@DisplayName("What is kept of the first layer from one step to the next")
class FirstLayersTest {
  private static final double[] POINTS = {0.25, 0.5, 0.75, 1};
  private static final int CHUNK = 16;

  private static LossSurface surface(int threads) {
    return Oracle.MLP_BN.surface(Precision.FLOAT32, threads, CHUNK);
  }

  private static double[] section(LossSurface surface, ParameterVector from, ParameterVector to) {
    return surface.losses(from, to, POINTS, Rounding.NEAREST, CHUNK, Normalization.TRAIN);
  }

  /** Fresh surfaces have nothing kept. */
  private static double[] sectionAlone(ParameterVector from, ParameterVector to) {
    try (LossSurface fresh = surface(1)) {
      return section(fresh, from, to);
    }
  }

  private static double[] gradientAlone(ParameterVector theta) {
    try (LossSurface fresh = surface(1)) {
      return fresh.fullGradient(theta).vector().toArray();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void changes_no_digit_of_the_next_section_and_gradient(int threads) {
    try (LossSurface surface = surface(threads)) {
      ParameterVector first = Oracle.MLP_BN.byName(surface, "theta/");
      ParameterVector second = first.copy().addScaled(0.1, surface.normal(1));
      ParameterVector third = second.copy().addScaled(0.1, surface.normal(2));
      section(surface, first, second);

      assertThat(surface.fullGradient(second).vector().toArray()).isEqualTo(gradientAlone(second));
      assertThat(section(surface, second, third)).isEqualTo(sectionAlone(second, third));
      assertThat(section(surface, third, first)).isEqualTo(sectionAlone(third, first));
    }
  }

  @Test
  void is_not_taken_for_a_theta_that_was_changed() {
    try (LossSurface surface = surface(2)) {
      ParameterVector first = Oracle.MLP_BN.byName(surface, "theta/");
      ParameterVector second = first.copy().addScaled(0.1, surface.normal(1));
      section(surface, first, second);

      second.addScaled(0.2, surface.normal(3));

      assertThat(surface.fullGradient(second).vector().toArray()).isEqualTo(gradientAlone(second));
      assertThat(section(surface, second, first)).isEqualTo(sectionAlone(second, first));
    }
  }

  @Test
  void is_kept_as_far_as_there_is_room_and_freed_with_all() {
    ParameterVector theta = ParameterVector.of(Precision.FLOAT32, new double[] {1});
    Counted six = new Counted(6);
    Counted four = new Counted(4);
    try (FirstLayers all = FirstLayers.at(theta, 10)) {
      all.keep(0, six);
      all.keep(1, new Counted(6));
      all.keep(2, four);
      all.keep(2, four);

      assertThat(all.find(1)).isNull();
      try (FirstLayer found = all.find(0)) {
        assertThat(found).isSameAs(six);
        assertThat(six.handles).isEqualTo(2);
      }
      assertThat(six.handles).isEqualTo(1);
      assertThat(four.handles).isEqualTo(1);
    }
    assertThat(six.handles + four.handles).isZero();
  }

  @Test
  void is_nothing_where_nothing_is_to_be_kept() {
    try (FirstLayers none = FirstLayers.none()) {
      none.keep(0, new Counted(1));
      assertThat(none.find(0)).isNull();
      assertThat(none.areAt(ParameterVector.of(Precision.FLOAT32, new double[] {1}))).isFalse();
    }
  }

  /** Counts the handles that are open, its maker's own apart. */
  private static final class Counted implements FirstLayer {
    private final long bytes;
    private int handles;

    Counted(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public FirstLayer share() {
      handles++;
      return this;
    }

    @Override
    public void close() {
      handles--;
    }
  }
}
