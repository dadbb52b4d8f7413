package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NumpyArchiveProperties {

  @Property(tries = 300)
  void float32_values_read_back_are_those_written(@ForAll float[] values) {
    NumpyArray array = NumpyArray.ofFloats(values, values.length, 1);

    assertThat(roundTrip(array).toFloats()).isEqualTo(values);
    assertThat(roundTrip(array).shape()).containsExactly(values.length, 1);
  }

  @Property(tries = 300)
  void float64_values_read_back_are_those_written(@ForAll double[] values) {
    NumpyArray array = NumpyArray.ofDoubles(values, values.length);

    assertThat(roundTrip(array).toDoubles()).isEqualTo(values);
    assertThat(roundTrip(array).type()).isEqualTo(NumpyType.FLOAT64);
  }

  private static NumpyArray roundTrip(NumpyArray array) {
    byte[] bytes = NumpyArchive.write(Map.of("a", array));
    return Objects.requireNonNull(NumpyArchive.read(bytes, "npz").get("a"));
  }
}
