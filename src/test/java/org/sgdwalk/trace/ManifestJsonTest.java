package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestJsonTest {
  private static final Manifest MANIFEST = Traces.manifest(4, new Status.Diverged(3));
  private static final String TEXT = ManifestJson.write(MANIFEST);

  @Test
  void the_text_reads_back_and_ends_its_lines_with_a_newline_alone() {
    assertThat(ManifestJson.read(TEXT, "manifest.json")).isEqualTo(MANIFEST);
    assertThat(TEXT)
        .endsWith("}\n")
        .doesNotContain("\r")
        .contains("  \"status\" : {\n    \"kind\" : \"diverged\",\n    \"step\" : 3\n  }");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"status\" | \"note\" : 1, \"status\" | note: Unrecognized field \"note\"",
        "\"gitRevision\" : \"abc-dirty\" | \"os\" : \"x\" | Duplicate",
        "\"jdk\" : \"17\", | ~~ | provenance.jdk: Missing required creator property 'jdk'",
        "\"jdk\" : \"17\" | \"jdk\" : null | provenance.jdk: must not be null",
        "\"threads\" : 2 | \"threads\" : \"2\" | provenance.threads: ",
        "\"kind\" : \"diverged\" | \"kind\" : \"lost\" | status: ",
        "\"step\" : 3 | \"stop\" : 3 | status.step: Missing required creator property",
        "\"batch\" : 10 | \"batch\" : 0 | spec.optimizer.batch: must be 1 to 10000000, got 0",
        "\"mean\" : 0.25 | \"mean\" : [ ] | "
            + "provenance.data: mean and std: 0 and 1 numbers; must be one of each for every channel",
        "\"mean\" : 0.25 | \"mean\" : [ 0.25, 0.5 ] | "
            + "provenance.data: mean and std: 2 and 1 numbers; must be one of each for every channel",
        "\"mean\" : 0.25 | \"mean\" : [ 0.25, null ] | provenance.data.mean[1]: must not be null",
        "\"mean\" : 0.25 | \"mean\" : \"0.25\" | provenance.data.mean",
        "\"mean\" : 0.25 | \"mean\" : \"\" | provenance.data",
        "\"seed\" : 1 | \"seed\" : 1, \"seeds\" : 1 | spec.seeds: Unrecognized field",
      })
  void what_is_wrong_is_named_by_file_and_key(String good, String bad, String message) {
    String corrupt = TEXT.replace(good, bad);

    assertThat(corrupt).isNotEqualTo(TEXT);
    assertThatThrownBy(() -> ManifestJson.read(corrupt, "d/manifest.json"))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith("d/manifest.json: " + message);
  }

  @Test
  void what_is_no_json_object_is_refused() {
    assertThatThrownBy(() -> ManifestJson.read("", "m")).isInstanceOf(TraceException.class);
    assertThatThrownBy(() -> ManifestJson.read("[]", "m")).hasMessage("m: must be a JSON object");
    assertThatThrownBy(() -> ManifestJson.read("{", "m")).isInstanceOf(TraceException.class);
    assertThatThrownBy(() -> ManifestJson.read(TEXT + "{}", "m"))
        .isInstanceOf(TraceException.class);
  }

  @Test
  void numbers_are_written_with_the_same_digits_on_every_jdk() {
    // 2^-44: JDK 17's Double.toString gives 5.6843418860808015E-14.
    assertThat(ManifestJson.write(scaled(List.of(0.25), List.of(0x1p-44))))
        .contains("\"std\" : 5.684341886080802E-14");
  }

  @Test
  void the_scale_of_one_channel_is_a_number_that_of_several_is_a_list() {
    assertThat(TEXT).contains("\"mean\" : 0.25,\n", "\"std\" : 0.5\n");
    Manifest colour = scaled(List.of(0.5, 0.25, 0.125), List.of(0.5, 0.5, 1.0));
    String text = ManifestJson.write(colour);
    assertThat(text)
        .contains("\"mean\" : [ 0.5, 0.25, 0.125 ],\n", "\"std\" : [ 0.5, 0.5, 1.0 ]\n");
    assertThat(ManifestJson.read(text, "m")).isEqualTo(colour);
  }

  @Test
  void the_file_that_a_run_started_from_is_there_or_has_no_key() {
    assertThat(TEXT).doesNotContain("initialTheta");
    assertThat(MANIFEST.isRunOf(MANIFEST.spec())).isTrue();
    Manifest elsewhere = startedFrom(new Provenance.ThetaProvenance("theta-000004.npz", "ab"));
    String text = ManifestJson.write(elsewhere);
    assertThat(text)
        .contains(
            "\"initialTheta\" : {\n      \"file\" : \"theta-000004.npz\",\n      \"sha256\" : \"ab\"\n");
    assertThat(ManifestJson.read(text, "m")).isEqualTo(elsewhere).isNotEqualTo(MANIFEST);
    assertThat(elsewhere.isRunOf(MANIFEST.spec())).isFalse();
    assertThatThrownBy(() -> ManifestJson.read(text.replace("\"ab\"", "null"), "m"))
        .hasMessage("m: provenance.initialTheta.sha256: must not be null");
    assertThatThrownBy(() -> ManifestJson.read(text.replace("\"file\"", "\"path\""), "m"))
        .hasMessageStartingWith("m: provenance.initialTheta.");
  }

  @Test
  void the_sums_of_the_indices_are_there_or_have_no_key_in_older_traces() {
    assertThat(TEXT).doesNotContain("IndicesSha256");
    Provenance.DataProvenance d = MANIFEST.provenance().data();
    Manifest summed =
        withData(
            new Provenance.DataProvenance(
                d.name(), d.sha256(), "2 of 0-9", "ab", "10-11", "cd", d.mean(), d.std()));
    String text = ManifestJson.write(summed);
    assertThat(text)
        .contains("\"trainIndicesSha256\" : \"ab\"", "\"validationIndicesSha256\" : \"cd\"");
    assertThat(ManifestJson.read(text, "m")).isEqualTo(summed);
  }

  private static Manifest startedFrom(Provenance.ThetaProvenance file) {
    Provenance p = MANIFEST.provenance();
    Provenance provenance =
        new Provenance(
            p.data(),
            p.jdk(),
            p.os(),
            p.cpu(),
            p.engine(),
            p.backend(),
            p.versions(),
            2,
            "abc",
            file);
    return new Manifest(MANIFEST.spec(), MANIFEST.status(), provenance, MANIFEST.sha256());
  }

  private static Manifest scaled(List<Double> mean, List<Double> std) {
    Provenance.DataProvenance d = MANIFEST.provenance().data();
    return withData(new Provenance.DataProvenance(d.name(), d.sha256(), "0-1", "2-3", mean, std));
  }

  private static Manifest withData(Provenance.DataProvenance data) {
    Provenance p = MANIFEST.provenance();
    Provenance provenance =
        new Provenance(
            data,
            p.jdk(),
            p.os(),
            p.cpu(),
            p.engine(),
            p.backend(),
            p.versions(),
            p.threads(),
            "abc");
    return new Manifest(MANIFEST.spec(), MANIFEST.status(), provenance, MANIFEST.sha256());
  }
}
