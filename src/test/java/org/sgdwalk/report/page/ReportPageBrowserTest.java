package org.sgdwalk.report.page;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.bench.Benchmarks;
import org.sgdwalk.claim.Section;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.figure.Figures;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.report.ReportFolder;

@DisplayName("The report's page in a browser")
@Tag(Browser.TAG)
class ReportPageBrowserTest {
  private static final int DESK = 1440;
  private static final int TELEPHONE = 375;
  private static final int HEIGHT = 900;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String FEW = "few";
  private static final List<Judged> JUDGED = SyntheticPage.judged();

  /** Another one than that of the effects. */
  private static final Figure FIGURE = Figures.of(SyntheticWalkPage.judged().get(0)).get(1);

  @TempDir static @Nullable Path folder;

  private static @Nullable Browser opened;

  @BeforeAll
  static void write() throws IOException {
    opened = Browser.open();
    write(folder(), JUDGED);
    write(folder().resolve(FEW), JUDGED.subList(0, 2 * Outcome.values().length));
    Files.createDirectories(SCREENSHOTS);
  }

  private static void write(Path where, List<Judged> all) throws IOException {
    ReportFolder report = new ReportFolder(where);
    for (Judged judged : all) {
      List<Figure> figures = new ArrayList<>(Figures.of(judged));
      if (!figures.isEmpty()) {
        figures.add(FIGURE);
      }
      report.add(judged, figures);
    }
    report.write("# Verdicts\n", SyntheticPage.CONTEXT, all);
  }

  @AfterAll
  static void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Test
  void asks_for_nothing_and_says_nothing() {
    Page page = open(DESK);
    Browser.openAll(page);
    Browser.await(
        page, "() => [...document.querySelectorAll('.figure img')].every(i => i.naturalWidth > 0)");

    assertThat(page.locator(".figure img").count()).isPositive();
    assertThat(browser().errors()).isEmpty();
    assertThat(browser().requests())
        .isNotEmpty()
        .allMatch(url -> url.startsWith("blob:") || url.equals(file().toUri().toString()));
  }

  @Test
  void a_link_wins_over_a_filter() {
    Page page = open(DESK);
    page.locator("select[name=outcome]").selectOption("opposite");
    String id =
        JudgementView.id(
            JUDGED.stream()
                .filter(judged -> judged.verdict().outcome() == Outcome.SUPPORTED)
                .findFirst()
                .orElseThrow()
                .of());
    page.evaluate("id => { location.hash = id; }", id);
    Browser.await(page, "id => document.getElementById(id).open", id);

    assertThat(page.locator("[id='" + id + "'] summary").first().isVisible()).isTrue();
    assertThat(visible(page)).isEqualTo(JUDGED.size());
  }

  @Test
  void opens_the_first_figure_of_a_verdict_with_it() {
    Page page = open(DESK);
    page.locator("a.verdict.supported").first().click();
    Browser.await(
        page,
        "() => [...document.querySelectorAll('.judgement[open] .figure[open] img')].some(i => i.naturalWidth > 0)");

    assertThat(page.locator(".figure[open]").count()).isEqualTo(1);
    assertThat(page.locator(".figure[open] figcaption").innerText()).contains("In the paper:");
  }

  @Test
  void shows_every_verdict_as_it_was_judged() {
    Page page = open(DESK);
    Map<String, String> expected =
        JUDGED.stream()
            .collect(
                toMap(
                    judged -> JudgementView.id(judged.of()),
                    judged ->
                        judged.verdict().outcome().symbol()
                            + " "
                            + OutcomeView.word(judged.verdict().outcome())));
    Object shown =
        page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('.matrix a.verdict')]"
                + ".map(a => [a.hash.slice(1), a.querySelector('.say').innerText]))");

    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void filters_by_section_outcome_and_network() {
    Page page = open(DESK);
    page.locator("select[name=outcome]").selectOption("opposite");
    assertThat(visible(page)).isEqualTo(count(Outcome.OPPOSITE));
    assertThat(page.locator("output").innerText())
        .isEqualTo("%d of %d judgements".formatted(count(Outcome.OPPOSITE), JUDGED.size()));

    page.locator("select[name=network]").selectOption("VGG-11");
    long both =
        JUDGED.stream()
            .filter(judged -> judged.verdict().outcome() == Outcome.OPPOSITE)
            .filter(judged -> CellView.family(judged.of().cell()).equals("VGG-11"))
            .count();
    assertThat(both).isPositive();
    assertThat(visible(page)).isEqualTo(both);
    assertThat(page.locator(".judgement:not([hidden])").count()).isEqualTo((int) both);

    page.getByText("Show all").click();
    assertThat(visible(page)).isEqualTo(JUDGED.size());
    page.locator("select[name=section]").selectOption(Section.DISCUSSION.name());
    List<Judged> discussed =
        JUDGED.stream()
            .filter(judged -> judged.of().claim().card().section() == Section.DISCUSSION)
            .toList();
    assertThat(visible(page)).isPositive().isEqualTo(discussed.size());
    assertThat(page.locator(".claim:visible").count())
        .isEqualTo((int) discussed.stream().map(judged -> judged.of().claim()).distinct().count());
  }

  @Test
  void leads_from_a_word_to_its_reason_by_keyboard() {
    Page page = open(DESK);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("To the verdicts");

    Locator verdict = page.locator("a.verdict").nth(3);
    String id = Objects.requireNonNull(verdict.getAttribute("href")).substring(1);
    verdict.focus();
    page.keyboard().press("Enter");
    Browser.await(page, "id => document.getElementById(id).open", id);
    assertThat(page.evaluate("document.activeElement.parentElement.id")).isEqualTo(id);
    page.keyboard().press("Enter");
    Browser.await(page, "id => !document.getElementById(id).open", id);
  }

  @Test
  void has_no_link_that_leads_nowhere() {
    List<?> links =
        (List<?>)
            open(DESK)
                .evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))");

    assertThat(links)
        .isNotEmpty()
        .allSatisfy(
            link -> {
              String to = String.valueOf(link);
              if (!to.startsWith("#")) {
                assertThat(folder().resolve(to)).exists();
              }
            });
    assertThat(
            open(DESK)
                .evaluate(
                    "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1))).length"))
        .isEqualTo(0);
  }

  @Test
  void shows_markup_as_text() {
    Page page = open(DESK);

    assertThat(page.locator(".made-of-text").count()).isZero();
    assertThat(page.locator(".facts").innerText()).contains(SyntheticPage.MARKUP);
    assertThat(page.locator(".judgement > p:nth-of-type(2)").first().textContent())
        .contains(SyntheticPage.MARKUP);
  }

  /** Its tables scroll in themselves, by keyboard too; the page does not. */
  @Test
  void has_its_cost_on_a_telephone() {
    Page page = open(TELEPHONE);
    Locator cost = page.locator("section:has(> #cost)");
    cost.locator("details").evaluate("arms => { arms.open = true; }");

    assertThat(cost.locator("h3").allInnerTexts())
        .containsExactly("Runs at scale ci", "What a pass and a probe cost");
    assertThat(cost.innerText()).contains("within the noise", "faster beyond it", "197,683 ± ");
    assertThat(cost.innerText()).contains(SyntheticPage.MARKUP);
    assertThat(cost.locator(".wide[tabindex='0'][role=group] > table > caption").count())
        .isEqualTo(cost.locator("table").count())
        .isEqualTo(2 + Benchmarks.records().size());
    assertThat(Browser.overflow(page)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {TELEPHONE, 768, 1000, DESK, 2560})
  void is_never_wider_than_its_window(int width) {
    Page page = open(width);
    assertThat(Browser.overflow(page)).isZero();
    Browser.openAll(page);
    assertThat(Browser.overflow(page)).isZero();
  }

  /** Of a page with every word, all of it open: of the large one it takes minutes. */
  @ParameterizedTest
  @CsvSource({"375,LIGHT", "1440,LIGHT", "1440,DARK"})
  void is_accessible_in_both_themes(int width, ColorScheme scheme) {
    Page page = browser().page(folder().resolve(FEW).resolve("index.html"), width, HEIGHT, scheme);
    Browser.openAll(page);

    assertThat(Browser.violations(new AxeBuilder(page))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"375,LIGHT", "375,DARK", "1440,LIGHT", "1440,DARK", "2560,LIGHT", "2560,DARK"})
  void can_be_looked_at(int width, ColorScheme scheme) {
    Path shot = SCREENSHOTS.resolve("report-%d-%s.png".formatted(width, scheme));
    byte[] png =
        browser()
            .page(file(), width, HEIGHT, scheme)
            .screenshot(new Page.ScreenshotOptions().setPath(shot));
    assertThat(png).hasSizeGreaterThan(20_000);
  }

  private static long visible(Page page) {
    return page.locator(".matrix a.verdict:visible").count();
  }

  private static long count(Outcome outcome) {
    return JUDGED.stream().filter(judged -> judged.verdict().outcome() == outcome).count();
  }

  private static Page open(int width) {
    return browser().page(file(), width, HEIGHT, ColorScheme.LIGHT);
  }

  private static Path folder() {
    return Objects.requireNonNull(folder, "set before the first test");
  }

  private static Path file() {
    return folder().resolve("index.html");
  }

  private static Browser browser() {
    return Objects.requireNonNull(opened, "opened before the first test");
  }
}
