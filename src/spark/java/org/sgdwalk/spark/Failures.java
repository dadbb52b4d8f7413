package org.sgdwalk.spark;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Spark's errors say of their cause. */
final class Failures {
  private static final Pattern TRIES = Pattern.compile("failed (\\d+) times");

  /** Behind it stand the task's machine and its error, or what became of the executor. */
  private static final Pattern LAST = Pattern.compile("(?i)most recent failure:\\s*([^\\n]*)");

  private static final Pattern OWN =
      Pattern.compile(Pattern.quote(TaskFailure.class.getName()) + ": (.*)");

  private static final String NOWHERE = "cannot run anywhere";

  private Failures() {}

  /** One line: how often it was tried, and what went wrong at last. */
  static String line(@Nullable Throwable error) {
    String said =
        Objects.requireNonNullElse(error == null ? null : error.getMessage(), "no reason is known");
    Matcher tries = TRIES.matcher(said);
    String tried =
        tries.find()
            ? "failed " + tries.group(1) + " times, at last: "
            : said.contains(NOWHERE) ? "failed on all machines, at last: " : "";
    return tried + cause(error, said);
  }

  private static String cause(@Nullable Throwable error, String said) {
    return Stream.iterate(error, e -> e != null, Throwable::getCause)
        .filter(TaskFailure.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst()
        .or(
            () ->
                Stream.of(OWN, LAST)
                    .flatMap(p -> p.matcher(said).results())
                    .map(r -> r.group(1))
                    .findFirst())
        .orElseGet(() -> said.lines().findFirst().orElse(said));
  }

  /** Of a message of Spark's own, which may be a page. */
  static String firstLine(Throwable error) {
    String said = Objects.requireNonNullElse(error.getMessage(), error.toString());
    return said.lines().findFirst().orElse(said);
  }
}
