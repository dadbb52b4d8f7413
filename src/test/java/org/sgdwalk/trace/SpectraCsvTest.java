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
import org.sgdwalk.spec.RunSpec;

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
    TraceDirectory.write(dir, trace(), Map.of());

    assertThat(Files.readString(dir.resolve("spectra.csv"))).isEqualTo(TEXT);
    assertThat(TraceDirectory.read(dir).spectra()).isEqualTo(Traces.spectra());
    assertThat(TraceDirectory.read(dir).epochs()).isEqualTo(Traces.sharpEpochs());
    Path manifest = dir.resolve("manifest.json");
    String unsealed = ManifestSum.unseal(Files.readString(manifest), "manifest");
    Files.writeString(manifest, ManifestSum.seal(unsealed.replace("spectra.csv", "other.csv")));
    assertThatThrownBy(() -> TraceDirectory.read(dir))
        .hasMessage(manifest + ": sha256.spectra.csv: missing");
  }

  private static Trace trace() {
    Manifest plain = Traces.manifest(4, new Status.Complete());
    RunSpec spec = plain.spec().withProbes(Traces.WITH_SPECTRA);
    Manifest manifest = new Manifest(spec, plain.status(), plain.provenance(), Map.of());
    List<StepRow> steps =
        Traces.rows(4).stream()
            .map(
                row ->
                    new StepRow(
                        row.step(),
                        row.epoch(),
                        row.learningRate(),
                        row.batchLoss(),
                        row.gradNorm(),
                        row.cosine(),
                        row.distance(),
                        row.paramNorm(),
                        null))
            .toList();
    return new Trace(manifest, steps, Traces.sharpEpochs(), Traces.spectra());
  }
}
