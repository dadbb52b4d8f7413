package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.SharpnessSpec;

/** Whoever changes a cell can make the sums anew: what is read must still be possible. */
@DisplayName("A trace whose sums are right and whose content is not")
class TraceEditTest {
  private static final int STEPS = 4;

  @TempDir private Path root;
  private Path dir;

  @BeforeEach
  void write() {
    dir = root.resolve("run");
    TraceDirectory.write(dir, trace(), Map.of());
  }

  /** Cross-sections, curvature, spectra and covariance at once. */
  static Trace trace() {
    Trace plain = Traces.complete(STEPS);
    Manifest of = plain.manifest();
    ProbeSpec probes =
        new ProbeSpec(
            of.spec().probes().crossSection(),
            of.spec().probes().evaluation(),
            new SharpnessSpec(1, List.of(), 0.01, 80, 2, 2, new DensitySpec(1, 10, 20)),
            new CovarianceSpec(1));
    Manifest manifest =
        new Manifest(of.spec().withProbes(probes), of.status(), of.provenance(), Map.of());
    CovarianceRow noise = new CovarianceRow(8, 4, 2, 3, 1, 1);
    SharpnessRow flat = new SharpnessRow(-4, 0.01, 3, 0.02, 12, 0.1 * 3, 7, 0.5);
    SharpnessRow sharp = new SharpnessRow(8, 0, 8, 0, 9, 0.1 * 8, 7, 0.25);
    List<EpochRow> epochs =
        List.of(
            new EpochRow(0, 0, 2.3, 0.1, 2.3, 0.1).with(flat, noise),
            new EpochRow(1, 2, 2, 0.5, 2.25, 0.3),
            new EpochRow(2, 4, 1, 0.5, 2, 0.3).with(sharp, noise));
    List<SpectrumRow> spectra = new ArrayList<>();
    spectra.addAll(spectrum(0, 0, -4, 0.01, 3));
    spectra.addAll(spectrum(2, 4, 8, 0, 5));
    return new Trace(manifest, plain.steps(), epochs, spectra);
  }

  private static List<SpectrumRow> spectrum(
      int epoch, int step, double first, double residual, double second) {
    List<SpectrumRow> rows = new ArrayList<>();
    rows.add(new SpectrumRow(epoch, step, first, residual, Double.NaN, 2));
    rows.add(new SpectrumRow(epoch, step, second, 0.02, Double.NaN, 1));
    for (int point = 0; point < 20; point++) {
      rows.add(new SpectrumRow(epoch, step, point, Double.NaN, 0.05));
    }
    return rows;
  }

  /** Puts text into a file and makes all sums right. */
  private void put(String file, String text) throws IOException {
    Path path = dir.resolve(file);
    String before = DigestUtils.sha256Hex(Files.readAllBytes(path));
    Files.writeString(path, text);
    reseal(before, DigestUtils.sha256Hex(Files.readAllBytes(path)));
  }

  private void reseal(String from, String to) throws IOException {
    Path manifest = dir.resolve("manifest.json");
    String text = ManifestSum.unseal(Files.readString(manifest), "m");
    assertThat(text).contains(from);
    Files.writeString(manifest, ManifestSum.seal(text.replace(from, to)));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> TraceDirectory.read(dir))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith(dir + "/" + message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void is_there_only_when_it_was_changed() throws IOException {
    assertThat(TraceDirectory.read(dir).steps()).isEqualTo(trace().steps());
    put("steps.csv", Files.readString(dir.resolve("steps.csv")));
    assertThat(TraceDirectory.read(dir).spectra()).isEqualTo(trace().spectra());
  }

  /** File, line, column and the cell's new text. */
  @ParameterizedTest(name = "{0} line {1} {2} := {3}")
  @CsvSource(
      emptyValue = "",
      value = {
        "steps.csv, 2, step, 2",
        "steps.csv, 3, step, 7",
        "steps.csv, 2, epoch, 999999999",
        "steps.csv, 4, epoch, 1",
        "steps.csv, 3, lr, 0.2",
        "steps.csv, 3, lr, ''",
        "steps.csv, 3, batch_loss, -1",
        "steps.csv, 3, batch_loss, ''",
        "steps.csv, 3, batch_loss, NaN",
        "steps.csv, 3, batch_loss, 1E999",
        "steps.csv, 3, grad_norm, -1E-7",
        "steps.csv, 3, cosine, 100",
        "steps.csv, 3, cosine, -1.000001",
        "steps.csv, 3, cosine, ''",
        "steps.csv, 2, cosine, 0.5",
        "steps.csv, 3, distance, -1",
        "steps.csv, 3, distance, 1",
        "steps.csv, 3, param_norm, -2",
        "steps.csv, 4, param_norm, 2.1",
        "steps.csv, 3, loss_a00, ''",
        "steps.csv, 3, loss_a00, -3",
        "steps.csv, 3, loss_a01, 0.5",
        "steps.csv, 3, loss_a02, 4",
        "steps.csv, 2, loss_a00, 3",
        "steps.csv, 3, floor, 1E308",
        "steps.csv, 3, floor, ''",
        "steps.csv, 3, floor_a, 0.25",
        "steps.csv, 3, floor_a, ''",
        "steps.csv, 3, height, 1.6",
        "steps.csv, 3, height, -1",
        "steps.csv, 3, barrier_height, 0.1",
        "steps.csv, 3, convexity, 0",
        "steps.csv, 3, convexity, 2",
        "steps.csv, 3, quadratic_r2, 0.5",
        "steps.csv, 3, alpha, 0.5",
        "steps.csv, 3, numerical_floor, 0.1",
        "epochs.csv, 2, epoch, 1",
        "epochs.csv, 4, epoch, 3",
        "epochs.csv, 3, step, 3",
        "epochs.csv, 2, train_loss, -1",
        "epochs.csv, 2, train_loss, ''",
        "epochs.csv, 3, train_accuracy, 5",
        "epochs.csv, 3, train_accuracy, ''",
        "epochs.csv, 3, val_loss, -0.5",
        "epochs.csv, 3, val_accuracy, -0.1",
        "epochs.csv, 2, spectral_norm, 5",
        "epochs.csv, 2, lambda_max, 4",
        "epochs.csv, 2, lambda_max_residual, -1",
        "epochs.csv, 2, lambda_positive, 6",
        "epochs.csv, 4, lambda_positive, 7",
        "epochs.csv, 2, lambda_positive_residual, ''",
        "epochs.csv, 2, hessian_products, 0",
        "epochs.csv, 2, eta_lambda, 0.5",
        "epochs.csv, 2, hessian_trace, ''",
        "epochs.csv, 2, hessian_trace_error, -1",
        "epochs.csv, 2, covariance_trace, -8",
        "epochs.csv, 2, max_parameter_variance, -4",
        "epochs.csv, 2, v1_C_v1, -2",
        "epochs.csv, 2, alignment, -3",
        "epochs.csv, 2, alignment, ''",
        "epochs.csv, 2, random_alignment, 2",
        "epochs.csv, 3, covariance_trace, 8",
        "spectra.csv, 2, eigenvalue, -3.5",
        "spectra.csv, 2, residual, 0.02",
        "spectra.csv, 3, eigenvalue, 4.5",
        "spectra.csv, 3, residual, -1",
        "spectra.csv, 3, v_C_v, -1",
        "spectra.csv, 3, v_C_v, ''",
        "spectra.csv, 4, density, -0.05",
        "spectra.csv, 5, eigenvalue, -7",
        "spectra.csv, 5, epoch, 1",
        "spectra.csv, 5, step, 3",
      })
  void is_refused_with_file_line_and_column(String file, int line, String column, String cell)
      throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(dir.resolve(file)));
    String[] cells = lines.get(line - 1).split(",", -1);
    int place = List.of(lines.get(0).split(",", -1)).indexOf(column);
    assertThat(place).isNotNegative();
    assertThat(cells[place]).isNotEqualTo(cell);
    cells[place] = cell;
    lines.set(line - 1, String.join(",", cells));
    put(file, String.join("\n", lines) + "\n");

    assertRefused(file);
  }

  /** Traces of before there was alpha lack the column, and not its cells. */
  @Test
  void is_refused_where_alpha_is_empty_in_all_rows() throws IOException {
    List<String> lines = Files.readAllLines(dir.resolve("steps.csv"));
    int place = List.of(lines.get(0).split(",", -1)).indexOf("alpha");
    List<String> emptied = new ArrayList<>(lines.subList(0, 1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      cells[place] = "";
      emptied.add(String.join(",", cells));
    }
    put("steps.csv", String.join("\n", emptied) + "\n");
    assertRefused("steps.csv: line 3, column alpha: ");
  }

  /** Rows taken away, doubled, exchanged; columns taken away and added. */
  @ParameterizedTest
  @CsvSource({"steps.csv, 5", "epochs.csv, 4", "spectra.csv, 45"})
  void is_refused_where_rows_are_missing_too_many_or_out_of_order(String file, int lines)
      throws IOException {
    List<String> all = Files.readAllLines(dir.resolve(file));
    assertThat(all).hasSize(lines);
    for (int row = 1; row < all.size(); row++) {
      List<String> fewer = new ArrayList<>(all);
      fewer.remove(row);
      put(file, String.join("\n", fewer) + "\n");
      assertRefused(file);
      List<String> doubled = new ArrayList<>(all);
      doubled.add(row, all.get(row));
      put(file, String.join("\n", doubled) + "\n");
      assertRefused(file);
    }
    List<String> shuffled = new ArrayList<>(all);
    Collections.swap(shuffled, 1, all.size() - 1);
    put(file, String.join("\n", shuffled) + "\n");
    assertRefused(file);
    put(file, String.join(",x\n", all) + ",x\n");
    assertRefused(file + ": line 1, column x: unknown");
    put(file, String.join("\n", all.stream().map(TraceEditTest::withoutFirst).toList()) + "\n");
    assertRefused(file + ": line 1, column " + all.get(0).split(",", -1)[0] + ": missing");
    put(file, "");
    assertRefused(file);
  }

  private static String withoutFirst(String line) {
    return line.substring(line.indexOf(',') + 1);
  }

  @Test
  void is_refused_where_sections_that_were_probed_are_blank() throws IOException {
    List<String> lines = Files.readAllLines(dir.resolve("steps.csv"));
    List<String> blank =
        lines.stream()
            .map(
                line ->
                    line.startsWith("step")
                        ? line
                        : line.replaceAll(",2,3,1,2,.*", ",2,,,,,,,,,,,"))
            .toList();
    assertThat(blank).isNotEqualTo(lines);
    put("steps.csv", String.join("\n", blank) + "\n");
    assertRefused("steps.csv: line 3, column loss_a00: must be a number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"seed\" : 1 | \"seed\" : 2",
        "\"a.gz\" : \"00\" | \"a.gz\" : \"01\"",
        "\"backend\" : \"backend\" | \"backend\" : \"another\"",
        "\"engine\" : \"torch\" | \"engine\" : \"dl4j\"",
        "abc-dirty | abc",
        "\"learningRate\" : 0.1 | \"learningRate\" : 0.2",
        "\"threads\" : 2 | \"threads\" : 3",
        "\"jdk\" : | \"jdk\"  :",
      })
  void is_refused_where_the_manifest_was_changed(String from, String to) throws IOException {
    Path manifest = dir.resolve("manifest.json");
    String text = Files.readString(manifest);
    assertThat(text).contains(from);
    Files.writeString(manifest, text.replace(from, to));
    assertRefused("manifest.json: changed since it was written; sha256 of the rest is ");
  }

  @Test
  void is_refused_where_the_sum_of_the_manifest_is_broken_and_read_where_there_is_none()
      throws IOException {
    Path manifest = dir.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, ManifestSum.unseal(text, "m"));
    assertThat(TraceDirectory.read(dir).steps()).hasSize(STEPS);
    Files.writeString(manifest, text.replace("manifestSha256\" : \"", "manifestSha256\" : \"x"));
    assertRefused("manifest.json: manifestSha256: must be the last line but one");
  }

  @Test
  void is_refused_where_a_key_of_the_sums_is_no_file_of_a_trace() throws IOException {
    String before = "\"epochs.csv\"";
    for (String key : List.of("\\u0000", "../epochs.csv", "theta-1.npz", "x\\ny", ".")) {
      reseal(before, "\"" + key + "\" : \"00\",\n    " + "\"epochs.csv\"");
      assertRefused("manifest.json: sha256.");
      another();
    }
  }

  private void another() throws IOException {
    dir = root.resolve("run" + System.nanoTime());
    TraceDirectory.write(dir, trace(), Map.of());
  }

  @Test
  @Timeout(60)
  void is_refused_where_a_file_is_a_pipe_a_folder_a_device_or_too_large() throws Exception {
    Path steps = dir.resolve("steps.csv");
    byte[] content = Files.readAllBytes(steps);
    Files.delete(steps);
    assertRefused("steps.csv: missing");
    Files.createDirectory(steps);
    assertRefused("steps.csv: must be a plain file");
    Files.delete(steps);
    Files.createSymbolicLink(steps, Path.of("/dev/zero"));
    assertRefused("steps.csv: must be a plain file");
    Files.delete(steps);
    assertThat(new ProcessBuilder("mkfifo", steps.toString()).start().waitFor()).isZero();
    assertRefused("steps.csv: must be a plain file");
    Files.delete(steps);
    Files.write(steps, Arrays.copyOf(content, 1 << 20));
    assertRefused("steps.csv: 1048576 bytes; such a run's has at most ");
  }
}
