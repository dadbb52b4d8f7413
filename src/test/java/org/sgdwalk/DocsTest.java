package org.sgdwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The documents")
class DocsTest {
  private static final int WIDTH = 120;
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

  static Stream<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      documents.add(Path.of(name));
    }
    for (String folder : List.of("docs", "fixtures", "findings")) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        documents.addAll(paths.filter(path -> path.toString().endsWith(".md")).toList());
      }
    }
    return documents.stream();
  }

  /** Tables are as wide as they need, and code is as it is. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void have_prose_in_lines_that_a_terminal_shows(Path document) throws IOException {
    boolean code = false;
    for (String line : Files.readAllLines(document)) {
      code ^= line.startsWith("```");
      boolean prose = !code && !line.matches("(\\||#|<!--).*");
      if (prose && !line.startsWith("    ") && line.strip().contains(" ")) {
        assertThat(line).hasSizeLessThanOrEqualTo(WIDTH);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void link_to_files_that_are_there(Path document) throws IOException {
    Path folder = document.toAbsolutePath().getParent();
    assertThat(
            LINK.matcher(Files.readString(document))
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceAll("]\\(|[#)].*", ""))
                .filter(link -> !link.startsWith("http")))
        .allSatisfy(link -> assertThat(Path.of(String.valueOf(folder), link)).exists());
  }
}
