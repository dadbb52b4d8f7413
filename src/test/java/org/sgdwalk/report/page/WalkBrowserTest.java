package org.sgdwalk.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.StepRow;

/** The synthetic walks have three losses a cross-section, and none in every third update. */
@DisplayName("A walk, step by step, in a browser")
@Tag(Browser.TAG)
class WalkBrowserTest {
  private static final int DESK = 1440;
  private static final int HEIGHT = 900;
  private static final String PLACE = "ci/" + SyntheticWalks.CELL.folder();
  private static final int UPDATES = SyntheticWalks.trace(Arm.GD).steps().size();

  @TempDir static @Nullable Path folder;

  private static @Nullable Browser opened;

  @BeforeAll
  static void write() throws IOException {
    opened = Browser.open();
    Files.writeString(file(), SyntheticWalkPage.html());
  }

  @AfterEach
  void says_and_asks_nothing() {
    assertThat(browser().errors()).isEmpty();
    assertThat(browser().requests()).allMatch(url -> url.startsWith(file().toUri().toString()));
  }

  @AfterAll
  static void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Test
  void shows_the_losses_of_the_update_under_the_pointer() {
    Page page = open("#walk=" + PLACE + "/gd/4");
    assertThat(value(page, "Update")).startsWith("4 of " + UPDATES);

    pointAt(page, 7);
    assertThat(value(page, "Update")).startsWith("7 of ");
    assertThat(value(page, "Training loss")).isEqualTo(losses(7));
    assertThat(value(page, "Minimum")).isEqualTo(number(2.0 / 7) + " at a = 0.5");
    assertThat(value(page, "Gradient cosine")).isEqualTo(number(Math.sin(7)));
    assertThat(value(page, "Distance from start")).isEqualTo(number(Math.sqrt(7)));
    assertThat(status(page)).as("the chosen update stays").startsWith("Update 4 of ");

    page.mouse().move(0, 0);
    assertThat(value(page, "Update")).startsWith("4 of ");
  }

  @Test
  void draws_the_section_of_the_update_that_the_slider_or_a_click_chooses() {
    Page page = open("#walk=" + PLACE + "/sgd/4");
    assertThat(drawn(page)).isEqualTo(expected(Arm.SGD, 4));

    slider(page).fill("9");
    assertThat(drawn(page)).isEqualTo(expected(Arm.SGD, 10));
    assertThat(status(page)).startsWith("Update 10 of ").contains("minimum inside, no barrier");
    assertThat(page.locator(".walk-section").getAttribute("aria-label"))
        .endsWith(
            ": "
                + String.join(
                    ", ", expected(Arm.SGD, 10).stream().map(WalkBrowserTest::text).toList()));

    pointAt(page, 13);
    page.mouse().down();
    page.mouse().up();
    assertThat(drawn(page)).isEqualTo(expected(Arm.SGD, 13));
  }

  @Test
  void says_where_an_update_has_no_section() {
    Page page = open("#walk=" + PLACE + "/gd/6");

    assertThat(status(page)).startsWith("Update 6 of ").contains("nearest with one is 5");
    assertThat(page.locator(".walk-section").isVisible()).isFalse();
    slider(page).press("ArrowRight");
    assertThat(page.locator(".walk-section").isVisible()).isTrue();
    page.locator("[data-to=before]").click();
    assertThat(status(page)).startsWith("Update 5 of ");
    page.locator("[data-to=after]").click();
    assertThat(status(page)).startsWith("Update 7 of ");
  }

  @Test
  void draws_no_line_where_nothing_was_probed() {
    List<?> losses =
        (List<?>)
            open("#walk=" + PLACE + "/gd/4")
                .evaluate("document.querySelector('.walk-plots > div').plot.data[2].slice(0, 12)");

    assertThat(losses.subList(0, 5)).doesNotContainNull();
    assertThat(losses.subList(5, 7)).containsNull();
  }

  @Test
  void goes_from_update_to_update_by_keyboard() {
    Page page = open("#walk=" + PLACE + "/gd/4");
    slider(page).press("ArrowRight");
    assertThat(status(page)).startsWith("Update 5 of ");

    Locator plots = page.locator(".walk-plots");
    plots.press("ArrowLeft");
    plots.press("ArrowLeft");
    assertThat(status(page)).startsWith("Update 3 of ");
    plots.press("End");
    assertThat(status(page)).startsWith("Update %d of ".formatted(UPDATES));
    assertThat(slider(page).getAttribute("aria-valuetext")).isEqualTo("update " + UPDATES);
    plots.press("ArrowRight");
    plots.press("Home");
    assertThat(status(page)).startsWith("Update 1 of ");
  }

  @Test
  void zooms_all_plots_and_shows_all_updates_again() {
    Page page = open("#walk=" + PLACE + "/gd/4");
    assertThat(ranges(page)).hasSizeGreaterThan(2).allMatch(List.of(0, UPDATES)::equals);

    drag(page, 10, 20);
    assertThat(ranges(page)).allSatisfy(range -> assertThat(range).isEqualTo(List.of(10, 20)));
    assertThat(status(page)).as("a drag chooses nothing").startsWith("Update 4 of ");
    assertThat(page.locator(".walk-range").innerText()).contains("to 20 of " + UPDATES);
    page.locator("[data-zoom=all]").click();
    assertThat(ranges(page)).allMatch(List.of(0, UPDATES)::equals);

    page.locator(".walk-plots").press("+");
    assertThat(ranges(page)).noneMatch(List.of(0, UPDATES)::equals);
    page.locator(".walk-plots").press("Escape");
    assertThat(ranges(page)).allMatch(List.of(0, UPDATES)::equals);
  }

  @Test
  void moves_what_it_shows_to_the_chosen_update() {
    Page page = open("#walk=" + PLACE + "/gd/4");
    drag(page, 10, 20);
    slider(page).fill("40");

    assertThat(ranges(page).get(0)).isEqualTo(List.of(36, 46));
  }

  @Test
  void is_led_to_by_a_judgement_and_by_its_own_link() {
    Page page = open("");
    assertThat(
            page.evaluate(
                "[...document.querySelectorAll('.to-walk a')].every(a => document.getElementById(a.hash.slice(1)))"))
        .isEqualTo(true);
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    page.locator(".to-walk a", new Page.LocatorOptions().setHasText("SGD, long")).first().click();
    Browser.await(page, "document.querySelector('[name=arm]').value === 'long'");
    assertThat(page.locator("[name=cell]").inputValue()).isEqualTo(PLACE);

    slider(page).fill("100");
    page.locator(".walk-here").click();
    assertThat(page.url()).endsWith("#walk=" + PLACE + "/long/101");
    page.reload();
    Browser.await(page, "document.querySelector('.walk-status').textContent.includes('101 of')");
    assertThat(page.locator("[name=arm]").inputValue()).isEqualTo("long");
    page.locator("[name=arm]").selectOption("gd");
    Browser.await(
        page,
        "document.querySelector('.walk-status').textContent.includes(' of %d,')"
            .formatted(UPDATES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#walk=",
        "#walk=ci/nowhere/gd/3",
        "#walk=ci/%/gd",
        "#%E0%A4%A",
        "#walk=PLACE/nothing",
        "#walk=PLACE/gd/0",
        "#walk=PLACE/gd/99999999999999",
        "#walk=PLACE/gd/-4",
        "#walk=PLACE/gd/<img src=x onerror=alert(1)>"
      })
  void shows_its_first_walk_where_a_link_makes_no_sense(String hash) {
    Page page = open(hash.replace("PLACE", PLACE));

    assertThat(status(page)).startsWith("Update 1 of " + UPDATES);
    assertThat(page.locator("[name=arm]").inputValue()).isEqualTo("gd");
    assertThat(page.locator("#walk img").count()).isZero();
  }

  @Test
  void opens_a_link_beyond_the_end_and_in_capitals() {
    assertThat(status(open("#walk=" + PLACE + "/SGD/99999")))
        .startsWith("Update %d of ".formatted(UPDATES));
  }

  @ParameterizedTest
  @ValueSource(ints = {375, 768, DESK, 2560})
  void is_never_wider_than_its_window(int width) {
    Page page = open("#walk=" + PLACE + "/long/100", width, ColorScheme.LIGHT);
    assertThat(Browser.overflow(page)).isZero();
    page.setViewportSize(320, HEIGHT);
    Browser.await(page, "document.querySelector('.walk-plots canvas').clientWidth < 320");
    assertThat(Browser.overflow(page)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"375,LIGHT", "375,DARK", "1440,LIGHT", "1440,DARK"})
  void is_accessible_in_both_themes(int width, ColorScheme scheme) {
    Page page = open("#walk=" + PLACE + "/gd/4", width, scheme);

    assertThat(Browser.violations(new AxeBuilder(page).include("#walk"))).isEmpty();
    assertThat(page.locator("#walk [role=status]").count()).isEqualTo(1);
    page.locator("#walk")
        .screenshot(
            new Locator.ScreenshotOptions()
                .setPath(
                    Path.of("target", "screenshots", "walk-%d-%s.png".formatted(width, scheme))));
  }

  @Test
  void is_not_printed() {
    Page page = open("");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.locator("#walk").isVisible()).isFalse();
  }

  /** Whole updates, from and to, of each plot. */
  private static List<?> ranges(Page page) {
    return (List<?>)
        page.evaluate(
            "[...document.querySelectorAll('.walk-plots > div')].map(({plot}) => "
                + "[Math.round(plot.scales.x.min), Math.round(plot.scales.x.max)])");
  }

  private static List<?> drawn(Page page) {
    return (List<?>) page.evaluate("document.querySelector('.walk-section').plot.data[1]");
  }

  private static List<Double> expected(Arm arm, int step) {
    StepRow row = SyntheticWalks.trace(arm).steps().get(step - 1);
    CrossSectionRow section = Objects.requireNonNull(row.crossSection());
    return section.losses().stream().map(x -> Objects.requireNonNull(Rounded.of(x))).toList();
  }

  private static String losses(int step) {
    List<Double> losses = expected(Arm.GD, step);
    return text(losses.get(0)) + " to " + text(losses.get(losses.size() - 1));
  }

  private static String number(double x) {
    return text(Objects.requireNonNull(Rounded.of(x)));
  }

  /** As a script writes a number. */
  private static String text(double x) {
    return String.valueOf(x).replaceAll("\\.0$", "");
  }

  private static String value(Page page, String name) {
    return page.locator(
            ".walk-values > div",
            new Page.LocatorOptions()
                .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(name))))
        .locator("dd")
        .first()
        .innerText();
  }

  private static String status(Page page) {
    return page.locator(".walk-status").innerText();
  }

  private static Locator slider(Page page) {
    return page.locator("#walk input[type=range]");
  }

  /** The middle of an update, on the plot of losses. */
  private static void pointAt(Page page, double step) {
    move(page, step - 0.5);
  }

  private static void drag(Page page, double from, double to) {
    move(page, from);
    page.mouse().down();
    move(page, (from + to) / 2);
    move(page, to);
    page.mouse().up();
  }

  private static void move(Page page, double x) {
    Locator over = page.locator(".walk-plots .u-over").first();
    over.scrollIntoViewIfNeeded();
    BoundingBox box = over.boundingBox();
    Object left =
        page.evaluate("x => document.querySelector('.walk-plots > div').plot.valToPos(x, 'x')", x);
    page.mouse().move(box.x + ((Number) left).doubleValue(), box.y + 60);
    page.evaluate("() => new Promise(requestAnimationFrame)");
  }

  private static Page open(String hash) {
    return open(hash, DESK, ColorScheme.LIGHT);
  }

  private static Page open(String hash, int width, ColorScheme scheme) {
    Page page = browser().page(file(), hash, width, HEIGHT, scheme);
    Browser.await(page, "document.querySelector('.walk-status').textContent !== ''");
    return page;
  }

  private static Path file() {
    return Objects.requireNonNull(folder, "set before the first test").resolve("index.html");
  }

  private static Browser browser() {
    return Objects.requireNonNull(opened, "opened before the first test");
  }
}
