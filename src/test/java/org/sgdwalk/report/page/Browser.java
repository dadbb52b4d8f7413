package org.sgdwalk.report.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The system's Chromium, and what it said and asked for. */
final class Browser implements AutoCloseable {
  /** What tests of pages are tagged with: what they try is no JDK's doing. */
  static final String TAG = "browser";

  private static final List<String> FLAGS =
      List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");

  /**
   * How long a step of a test may take, in milliseconds: a busy machine draws hundreds of figures.
   */
  private static final double PATIENCE = 240_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> errors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private @Nullable BrowserContext shown;

  private Browser(Path chromium) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }

  /** Opens one, or skips the test that asks for it. */
  static Browser open() {
    Optional<Path> chromium =
        Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(chromium.isPresent(), "no Chromium in /usr/bin: the page was tried in no browser");
    return new Browser(chromium.orElseThrow());
  }

  /** A window with the page of a file. */
  Page page(Path file, int width, int height, ColorScheme scheme) {
    return page(file, "", width, height, scheme);
  }

  /**
   * A window with the page of a file, in place of the one that was open.
   *
   * @param hash where in the page, with its number sign; may be empty
   */
  Page page(Path file, String hash, int width, int height, ColorScheme scheme) {
    if (shown != null) {
      shown.close();
    }
    shown =
        browser.newContext(
            new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
    shown.setDefaultTimeout(PATIENCE);
    Page page = shown.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri() + hash);
    return page;
  }

  /** Opens all that a reader can open in a page. */
  static void openAll(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
  }

  /**
   * Waits until an expression is true in a page. The driver's own wait asks again from inside the
   * page, which the page's policy forbids.
   */
  static void await(Page page, String expression) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(expression)));
  }

  /** As {@link #await(Page, String)} for a function of one argument. */
  static void await(Page page, String function, Object argument) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(function, argument)));
  }

  /** By how many pixels a page is wider than its window. */
  static int overflow(Page page) {
    Object beyond =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) beyond).intValue();
  }

  /**
   * What a page, or a part of it, violates of WCAG 2.1, levels A and AA: each rule with a place.
   */
  static List<String> violations(AxeBuilder axe) {
    return axe
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
        .analyze()
        .getViolations()
        .stream()
        .map(violation -> violation.getId() + violation.getNodes().get(0).getHtml())
        .toList();
  }

  /** Errors and warnings of all pages. */
  List<String> errors() {
    return errors;
  }

  /** Addresses that any page asked for, its own included. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
