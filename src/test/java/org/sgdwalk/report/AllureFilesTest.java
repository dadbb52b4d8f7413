package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.judge.Outcome;

@DisplayName("Files beside the Allure results")
class AllureFilesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "passed, SUPPORTED: all, Supported",
    "failed, OPPOSITE: below, Opposite: the contrary is shown",
    "failed, WEAKER: short, Weaker: short of the criterion",
    "failed, NO_EFFECT: within, No effect beyond the margin",
    "failed, NOT_MET: none, Not met by nearly every seed",
    "skipped, NOT_TESTABLE: no edge, Not testable in the cell",
    "unknown, INCONCLUSIVE: half, Inconclusive",
    "skipped, NOT_RUN: no data, Not run",
    "failed, DIFFERS from the record, Differs from the record",
    "broken, expected 1, Harness error",
    "broken, SUPPORTED: all, Harness error"
  })
  void each_test_is_in_one_category(String status, String message, String category)
      throws IOException {
    AllureFiles.begin(directory, directory.resolve("kept"), "ci");

    JsonNode categories =
        new ObjectMapper().readTree(directory.resolve("categories.json").toFile());
    List<String> matching = new ArrayList<>();
    for (JsonNode each : categories) {
      if (each.get("matchedStatuses").toString().contains('"' + status + '"')
          && (message + "\nmore").matches(each.get("messageRegex").asText())) {
        matching.add(each.get("name").asText());
      }
    }
    assertThat(matching).containsExactly(category);
  }

  @Test
  void environment_is_what_was_given() throws IOException {
    AllureFiles.write(directory, new TreeMap<>(Map.of("CPU model", "a=b:c \u00fc", "JDK", "17")));

    assertThat(Files.readString(directory.resolve("environment.properties")))
        .isEqualTo("CPU\\ model=a\\=b\\:c \\u00FC\nJDK=17\n");
  }

  @Test
  void seeds_are_a_table() {
    assertThat(SeedsCsv.of(SyntheticWalks.verdict("T1", Outcome.NOT_MET, 1.0 / 3, Double.NaN)))
        .isEqualTo(
            """
            seed,effect,holds,note
            1,0.333333,false,"note, ""quoted""\"
            2,,false,"note, ""quoted""\"
            """);
  }

  @Test
  void a_description_escapes_what_is_not_html() {
    assertThat(
            VerdictHtml.of(
                SyntheticWalks.verdict("T1", Outcome.NOT_MET),
                Catalog.stopping(Scale.CI),
                List.of(new Figure("A & B", "<svg width='100%'>#\n\"</svg>", "", ""))))
        .contains(
            "It falls &amp; rises", "mean &lt; 0", "section 3.1 Optimization trajectory; figure 1")
        .contains(
            "alt=\"A &amp; B\" src=\"data:image/svg+xml,&lt;svg width='100%25'&gt;%23%0A&quot;&lt;/svg&gt;\"");
  }
}
