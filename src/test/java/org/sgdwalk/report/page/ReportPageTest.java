package org.sgdwalk.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;

@DisplayName("The report's page")
class ReportPageTest {
  /** Each word twice. */
  private static final List<Judged> JUDGED =
      SyntheticPage.judged().subList(0, 2 * Outcome.values().length);

  private static final String HTML =
      ReportPage.html(SyntheticPage.CONTEXT, JUDGED, new PageFigures(), of -> "place");

  @Test
  void escapes_what_it_shows() {
    assertThat(HTML)
        .startsWith("<!DOCTYPE html>")
        .doesNotContain("<b class=\"made-of-text\">")
        .contains("&lt;b class=\"made-of-text\"&gt;bold&lt;/b&gt; &amp; 'quoted'");
  }

  @Test
  void asks_no_host() {
    assertThat(HTML).doesNotContain("http:", "https:", "//cdn", "<link");
  }

  @Test
  void shows_no_verdict_of_a_claim_that_was_not_run() {
    Judged first =
        JUDGED.stream()
            .filter(judged -> judged.verdict().outcome() == Outcome.NOT_RUN)
            .findFirst()
            .orElseThrow();
    JudgementView view =
        JudgementView.of(first, "place", List.of(), List.of(), TraceAddresses.NONE);

    assertThat(List.of(view.median(), view.seeds(), view.again(), view.runs(), view.folder()))
        .containsOnly("");
    assertThat(view.path()).isNull();
    assertThat(view.dots()).isNull();
  }

  @Test
  void counts_the_words_it_shows() {
    ScaleView scale =
        PageView.of(SyntheticPage.CONTEXT, JUDGED, new PageFigures(), of -> "").scales().get(0);

    assertThat(scale.outcomes().stream().mapToLong(OutcomeView::count).sum())
        .isEqualTo(JUDGED.size());
    assertThat(scale.cells().stream().mapToLong(CellView::supported).sum())
        .isEqualTo(JUDGED.stream().filter(j -> j.verdict().outcome() == Outcome.SUPPORTED).count());
    assertThat(scale.costs()).allMatch(cost -> cost.updates() >= cost.runs());
  }

  @Test
  void keeps_a_figure_of_several_verdicts_once() throws IOException {
    PageFigures figures = new PageFigures();
    figures.add("a", new Figure("A walk", "<svg/>", "Look.", "step\n"));
    figures.add("b", new Figure("A walk", "<svg/>", "Look.", "step\n"));
    figures.add("b", new Figure("Another", "<svg></svg>", "", "step\n"));

    assertThat(figures.at("a"))
        .containsExactly(new PageFigure("figure-1", "A walk", "Look.", "a/a-walk"));
    assertThat(figures.at("a").get(0).csv()).isEqualTo("a/a-walk.csv");
    assertThat(figures.at("b")).extracting(PageFigure::id).containsExactly("figure-1", "figure-2");
    assertThat(figures.idsByData()).hasSize(2);
    String data = figures.idsByData().keySet().iterator().next();
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data)))) {
      assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("<svg/>");
    }
  }

  @Test
  void addresses_folders_from_where_it_stands() {
    assertThat(PageContext.address(Path.of("reports"), Path.of("target", "my traces")))
        .isEqualTo("../target/my%20traces/");
  }

  @Test
  void keeps_what_is_known_of_a_run() {
    PageContext context = new PageContext(Map.of("CPU", "this"), Map.of());

    assertThat(context.with("CPU", "other").facts()).containsExactly(Map.entry("CPU", "this"));
    assertThat(context.with("JDK", "17").facts()).containsEntry("JDK", "17");
  }
}
