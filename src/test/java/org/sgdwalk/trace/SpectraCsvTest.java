package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("spectra.csv")
class SpectraCsvTest {
  private static final String TEXT =
      """
      epoch,step,eigenvalue,residual,density
      0,0,-4,0.01,
      0,0,3,0.02,
      0,0,-5.5,,0
      0,0,2.5,,0.125
      """;

  @TempDir private Path root;

  @Test
  void has_eigenvalues_with_residuals_then_a_densitys_points() {
    assertThat(SpectraCsv.format(Traces.spectra(), false, "spectra.csv")).isEqualTo(TEXT);
    assertThat(SpectraCsv.parse(TEXT, "spectra.csv")).isEqualTo(Traces.spectra());
  }

  @Test
  void has_no_row_that_is_both_or_neither() {
    String message = "a row has a residual or a density, not both and not neither";
    for (String cells : List.of("0.01,0.5", ",")) {
      assertThatThrownBy(
              () -> SpectraCsv.parse(TEXT.replace("0.01,\n", cells + "\n"), "spectra.csv"))
          .hasMessage("spectra.csv: line 2, column density: " + message);
    }
  }

  @Test
  void lies_in_the_directory_of_a_trace_whose_spec_asks_for_it_and_must_be_there()
      throws Exception {
    Path dir = root.resolve("run");
    TraceDirectory.write(dir, TraceEditTest.trace(), Map.of());

    assertThat(TraceDirectory.read(dir).spectra()).isEqualTo(TraceEditTest.trace().spectra());
    assertThat(TraceDirectory.read(dir).epochs()).isEqualTo(TraceEditTest.trace().epochs());
    Path manifest = dir.resolve("manifest.json");
    String unsealed = ManifestSum.unseal(Files.readString(manifest), "manifest");
    Files.writeString(manifest, ManifestSum.seal(unsealed.replace("spectra.csv", "other.csv")));
    assertThatThrownBy(() -> TraceDirectory.read(dir))
        .hasMessage(manifest + ": sha256.spectra.csv: missing");
  }
}
