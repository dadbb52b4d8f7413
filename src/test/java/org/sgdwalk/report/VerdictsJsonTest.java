package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RecordMatch;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.report.page.Cost;
import org.sgdwalk.report.page.PageContext;
import org.sgdwalk.report.page.TraceAddresses;

@DisplayName("verdicts.json")
class VerdictsJsonTest {
  private static final Path SCHEMA = Path.of("docs", "verdicts.schema.json");
  private static final Verdict LAW =
      SyntheticWalks.verdict("T1", Outcome.NOT_MET, 0.123456789, Double.NaN, -1);

  @TempDir Path folder;

  private JsonNode written(List<Judged> judged) throws IOException {
    return new ObjectMapper().readTree(text(judged, Cost.ofSavedTraces()));
  }

  private String text(List<Judged> judged, Cost cost) throws IOException {
    ReportFolder report = new ReportFolder(folder);
    report.write(
        "page", new PageContext(Map.of("JDK", "17"), Map.of(), TraceAddresses.NONE, cost), judged);
    return Files.readString(folder.resolve("verdicts.json"));
  }

  /** The same verdicts give the same bytes, however long they took. */
  @Test
  void has_no_time() throws IOException {
    Cost cost =
        Cost.ofBuild(
            Duration.ofMinutes(19), (cell, arm) -> Optional.empty(), "", folder.resolve("none"));

    assertThat(text(everyOutcome(), cost)).isEqualTo(text(everyOutcome(), Cost.ofSavedTraces()));
    assertThat(written(everyOutcome()).get("environment").size()).isEqualTo(1);
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(SCHEMA));
  }

  private static List<Judged> everyOutcome() {
    List<Judged> all = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      all.add(SyntheticWalks.judged(SyntheticWalks.verdict("T1", outcome, 1, Double.NaN)));
    }
    all.add(SyntheticWalks.judged(Verdict.notRun(LAW.of(), LAW.cell(), "no data")));
    return all;
  }

  @Test
  void is_as_its_schema_says_whatever_the_verdict() throws IOException {
    assertThat(schema().validate(written(everyOutcome()))).isEmpty();
  }

  @Test
  void is_refused_by_its_schema_where_a_key_is_missing_or_unknown() throws IOException {
    ObjectNode page = (ObjectNode) written(everyOutcome());
    ObjectNode first = (ObjectNode) page.get("verdicts").get(0);
    first.remove("reason");
    assertThat(schema().validate(page)).hasSize(1);
    first.put("reason", "because").put("colour", "red");
    assertThat(schema().validate(page)).hasSize(1);
  }

  @Test
  void has_a_schema_of_its_version_that_knows_every_word() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Files.readString(SCHEMA));
    JsonNode verdict = schema.at("/properties/verdicts/items/properties");
    assertThat(schema.at("/properties/version/const").asInt()).isEqualTo(VerdictsJson.VERSION);
    assertThat(words(verdict.at("/outcome/enum")))
        .containsExactlyElementsOf(Arrays.stream(Outcome.values()).map(Outcome::name).toList());
    assertThat(words(verdict.at("/scale/enum")))
        .containsExactlyElementsOf(Arrays.stream(Scale.values()).map(Scale::key).toList());
    assertThat(words(verdict.at("/record/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(RecordMatch.Kind.values()).map(RecordMatch.Kind::words).toList());
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  @Test
  void has_numbers_as_they_were_computed() throws IOException {
    JsonNode page = written(List.of(SyntheticWalks.judged(LAW)));
    JsonNode verdict = page.get("verdicts").get(0);
    assertThat(verdict.get("seeds").get(0).get("effect").doubleValue()).isEqualTo(0.123456789);
    assertThat(verdict.get("seeds").get(1).get("effect").isNull()).isTrue();
    assertThat(verdict.get("holds").intValue()).isEqualTo(LAW.holds());
    assertThat(page.at("/environment/JDK").asText()).isEqualTo("17");
  }

  @Test
  void is_removed_with_the_rest_of_an_earlier_report() throws IOException {
    written(everyOutcome());
    Files.createDirectories(folder.resolve("ci/mlp/T1"));
    Files.createDirectories(folder.resolve("desk/mlp/T1"));
    new ReportFolder(folder).clear(Scale.CI);
    assertThat(folder.toFile().list()).containsExactly("desk");
  }
}
