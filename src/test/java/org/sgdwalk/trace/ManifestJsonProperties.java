package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ManifestJsonProperties {

  @Provide
  Arbitrary<Double> numbers() {
    return Traces.numbers();
  }

  private static List<Double> all(int channels, double first, double others) {
    List<Double> all = new ArrayList<>(Collections.nCopies(channels, others));
    all.set(0, first);
    return all;
  }

  @Property(tries = 300)
  void a_manifest_read_back_is_the_one_written(
      @ForAll @IntRange(min = 1) int step,
      @ForAll String text,
      @ForAll @Size(max = 3) Map<String, String> map,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll("numbers") double mean,
      @ForAll("numbers") double std,
      @ForAll boolean fromThetaFile) {
    Provenance.DataProvenance data =
        new Provenance.DataProvenance(
            text, map, text, text, all(channels, mean, 0.5), all(channels, std, 0.25));
    Manifest manifest =
        new Manifest(
            Traces.spec(7),
            new Status.Diverged(step),
            new Provenance(
                data,
                text,
                text,
                text,
                text,
                text,
                map,
                step,
                text,
                fromThetaFile ? new Provenance.ThetaProvenance(text, text) : null),
            map);

    assertThat(ManifestJson.read(ManifestJson.write(manifest), "manifest.json"))
        .isEqualTo(manifest);
  }
}
