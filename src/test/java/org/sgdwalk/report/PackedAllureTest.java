package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On pages in the form of Allure 2; {@code .ci/run} looks at the one of a build. */
@DisplayName("The Allure report, packed")
class PackedAllureTest {
  private static final String SVG = "<svg>θ " + "valley ".repeat(5000) + "</svg>";
  private static final String TREND = "[{\"data\":{\"passed\":2}},{\"data\":{},\"buildOrder\":7}]";
  private static final String SECTIONS =
      "{\"total\":2,\"items\":[{\"name\":\"3.1 b\"},{\"name\":\"1 a\"}]}";

  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("data/attachments/a.svg", SVG);
    FILES.put("data/attachments/b.svg", SVG);
    FILES.put("history/history-trend.json", TREND);
    FILES.put("history/history.json", "{}");
    FILES.put("widgets/behaviors.json", SECTIONS);
  }

  @TempDir Path folder;

  private static String page(String head) {
    StringBuilder page = new StringBuilder("<html><head>" + head + "</head><body>\n");
    page.append("    <script defer>\n      Promise.allSettled([\n");
    FILES.forEach(
        (name, text) -> page.append("        d('%s','%s'),\n".formatted(name, base64(text))));
    return page
        + "      ]).then(function(){window.reportDataReady = true;})\n    </script>\n</body></html>";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final String ANALYTICS =
      """
      <script src="data:text/javascript;base64,AA=="></script>
          <script async src="https://www.example.org/gtag/js?id=G-1"></script>
          <script>
              function gtag(){dataLayer.push(arguments);}
          </script>
      """;

  private String packed() throws IOException {
    Path report = Files.writeString(folder.resolve("report.html"), page(ANALYTICS));
    AllureFiles.write(folder.resolve("results"), Map.of(AllureFiles.SCALE, "ci"));
    Path packed = folder.resolve("allure/index.html");
    PackedAllure.pack(folder.resolve("results"), report, packed, folder.resolve("kept"));
    return Files.readString(packed);
  }

  /** What the page's script unpacks: content and names of each file. */
  private static Map<String, String> unpacked(String page) throws IOException {
    String mark = "type=\"text/plain\">";
    int begin = page.indexOf(mark) + mark.length();
    byte[] bytes = Base64.getDecoder().decode(page.substring(begin, page.indexOf('<', begin)));
    Map<String, String> files = new LinkedHashMap<>();
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      for (JsonNode file : new ObjectMapper().readTree(plain)) {
        byte[] content = file.get(0).asText().getBytes(StandardCharsets.ISO_8859_1);
        for (int name = 1; name < file.size(); name++) {
          files.put(file.get(name).asText(), new String(content, StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }

  @Test
  void has_every_file_in_a_fraction_of_the_space() throws IOException {
    assertThat(unpacked(packed()))
        .containsOnlyKeys(FILES.keySet())
        .containsEntry("data/attachments/a.svg", SVG)
        .containsEntry("data/attachments/b.svg", SVG);
    assertThat(packed().length()).isLessThan(page(ANALYTICS).length() / 10);
  }

  @Test
  void asks_no_host() throws IOException {
    assertThat(packed()).doesNotContain("://", "gtag").contains("data:text/javascript");
  }

  @Test
  void is_refused_where_it_would_still_ask_one() {
    assertThatThrownBy(() -> AllurePage.of(page("<link rel=x href='//example.org/a.css'>")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another form");
    assertThatThrownBy(() -> AllurePage.of("<html></html>")).hasMessageContaining("no data");
  }

  @Test
  void has_the_sections_in_the_papers_order() throws IOException {
    assertThat(unpacked(packed()).get("widgets/behaviors.json"))
        .isEqualTo("{\"total\":2,\"items\":[{\"name\":\"1 a\"},{\"name\":\"3.1 b\"}]}");
  }

  @Test
  void leaves_a_history_with_numbered_builds_to_the_next_build() throws IOException {
    packed();
    Path results = folder.resolve("next");
    AllureFiles.begin(results, folder.resolve("kept"), "ci");
    assertThat(results.resolve("history/history.json")).hasContent("{}");
    assertThat(results.resolve("history/history-trend.json"))
        .hasContent("[{\"data\":{\"passed\":2},\"buildOrder\":8},{\"data\":{},\"buildOrder\":7}]");
  }

  @Test
  void leaves_the_history_of_another_scale_alone() throws IOException {
    packed();
    AllureFiles.begin(folder.resolve("next"), folder.resolve("kept"), "desk");
    assertThat(folder.resolve("next/history")).doesNotExist();
  }

  @Test
  void is_none_where_allure_made_none() throws IOException {
    Path packed = folder.resolve("packed.html");
    PackedAllure.pack(folder, folder.resolve("none.html"), packed, folder.resolve("kept"));
    assertThat(packed).doesNotExist();
  }
}
