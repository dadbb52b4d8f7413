package org.sgdwalk.report.page;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.judge.Outcome;

/**
 * The page that a build at scale {@code ci} has made, in a browser: {@code -Dsgdwalk.test.page} is
 * its file. Its pictures are in {@code target/screenshots}.
 */
@DisplayName("The page of a build in a browser")
class BuiltPageTest {
  private static final String FILE = "sgdwalk.test.page";
  private static final long MOST_BYTES = 5_000_000;
  private static final int HEIGHT = 1000;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Path RECORD = Path.of("fixtures", "verdicts", "ci.csv");

  private static @Nullable Browser opened;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(
        !System.getProperty(FILE, "").isEmpty(), "no page: -D" + FILE + "=reports/index.html");
    opened = Browser.open();
    Files.createDirectories(SCREENSHOTS);
  }

  @AfterAll
  static void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Test
  void is_small() throws IOException {
    assertThat(Files.size(file())).isLessThan(MOST_BYTES);
  }

  /** Each verdict of the matrix by claim and cell, and nothing else. */
  @Test
  void has_the_matrix_of_the_record_and_of_the_table_beside_it() throws IOException {
    Object matrix =
        page(1440, ColorScheme.LIGHT)
            .evaluate(
                """
                () => {
                  const cells = [...document.querySelectorAll('.matrix thead bdi')].map(b => b.textContent);
                  const said = {};
                  for (const row of document.querySelectorAll('.matrix tbody tr:not(.section)')) {
                    row.querySelectorAll('td').forEach((td, i) => {
                      if (td.dataset.outcome) {
                        said[row.querySelector('b').textContent + ' ' + cells[i]] =
                            td.querySelector('.say').innerText;
                      }
                    });
                  }
                  return said;
                }
                """);

    assertThat(matrix).isEqualTo(verdicts(RECORD));
    assertThat(matrix).isEqualTo(verdicts(file().resolveSibling("effects.csv")));
  }

  @Test
  void draws_every_figure_and_asks_for_nothing() {
    Page page = page(1440, ColorScheme.LIGHT);
    Browser.openAll(page);
    Browser.await(
        page, "() => [...document.querySelectorAll('.figure img')].every(i => i.naturalWidth > 0)");

    assertThat(page.locator(".figure img").count()).isGreaterThan(300);
    assertThat(browser().errors()).isEmpty();
    assertThat(browser().requests())
        .allMatch(url -> url.startsWith("blob:") || url.startsWith(file().toUri().toString()));
  }

  @ParameterizedTest
  @CsvSource({"375", "768", "1440", "2560"})
  void is_never_wider_than_its_window(int width) {
    Page page = page(width, ColorScheme.LIGHT);
    Browser.openAll(page);
    assertThat(Browser.overflow(page)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"375,DARK", "1440,LIGHT", "1440,DARK"})
  void is_accessible(int width, ColorScheme scheme) {
    assertThat(Browser.violations(new AxeBuilder(page(width, scheme)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"375,LIGHT", "375,DARK", "1440,LIGHT", "1440,DARK", "2560,LIGHT", "2560,DARK"})
  void can_be_looked_at(int width, ColorScheme scheme) {
    Page page = page(width, scheme);
    shoot(page, "built-%d-%s".formatted(width, scheme));
    page.locator("a.verdict[href='#ci-T7-mlp-mnist-6k']").click();
    Browser.await(
        page,
        "() => [...document.querySelectorAll('details.figure[open] img')].some(i => i.naturalWidth > 0)");
    page.evaluate("document.querySelector('.judgement[open]').scrollIntoView()");
    shoot(page, "built-why-%d-%s".formatted(width, scheme));
  }

  private static void shoot(Page page, String name) {
    Path file = SCREENSHOTS.resolve(name + ".png");
    assertThat(page.screenshot(new Page.ScreenshotOptions().setPath(file)))
        .hasSizeGreaterThan(20_000);
  }

  /** Symbol and word by claim and cell, of a table whose first columns are claim, cell, verdict. */
  private static Map<String, String> verdicts(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> line.split(",", 4))
        .collect(
            toMap(
                row -> row[0] + " " + row[1],
                row -> {
                  Outcome outcome = Outcome.valueOf(row[2]);
                  return outcome.symbol() + " " + OutcomeView.word(outcome);
                },
                (one, other) -> one,
                TreeMap::new));
  }

  private static Page page(int width, ColorScheme scheme) {
    return browser().page(file(), width, HEIGHT, scheme);
  }

  private static Path file() {
    return Path.of(Objects.requireNonNull(System.getProperty(FILE))).toAbsolutePath();
  }

  private static Browser browser() {
    return Objects.requireNonNull(opened, "opened before the first test");
  }
}
