package org.sgdwalk.trace.npz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sgdwalk.trace.TraceException;

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

  /** Names are in no check sum, so an array may be missing under its own. */
  @Property(tries = 2000)
  void a_changed_file_gives_the_arrays_that_were_written_or_one_short_line(
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 300) Integer> places,
      @ForAll byte value) {
    NumpyArray array = NumpyArray.ofDoubles(new double[] {1, 2, 3}, 3);
    byte[] file = NumpyArchive.write(Map.of("a", array));
    places.forEach(place -> file[place % file.length] ^= value);
    try {
      NumpyArchive.read(file, "t.npz")
          .values()
          .forEach(read -> assertThat(read.toDoubles()).isEqualTo(array.toDoubles()));
    } catch (TraceException e) {
      assertThat(e).message().startsWith("t.npz: ").doesNotContain("null").hasLineCount(1);
      assertThat(e).message().hasSizeLessThan(300);
    }
  }

  private static NumpyArray roundTrip(NumpyArray array) {
    byte[] bytes = NumpyArchive.write(Map.of("a", array));
    return Objects.requireNonNull(NumpyArchive.read(bytes, "npz").get("a"));
  }
}
