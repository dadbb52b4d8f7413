package org.sgdwalk.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sgdwalk.trace.Deviation;
import org.sgdwalk.trace.ProvenanceComparison;
import org.sgdwalk.trace.TraceComparison;
import org.sgdwalk.words.Digits;

/** What a replay found, for a terminal. */
final class ReplayText {
  private ReplayText() {}

  /** The outcome, the largest deviation of each column, and what of the provenance differs. */
  static List<String> lines(TraceComparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(outcome(comparison));
    comparison.largest().forEach(of -> lines.add(largest(of)));
    lines.add(provenance(comparison.provenance()));
    return lines;
  }

  private static String outcome(TraceComparison comparison) {
    return switch (comparison.outcome()) {
      case IDENTICAL -> identical(comparison);
      case WITHIN_TOLERANCE ->
          "equal within tolerance, "
              + Digits.three(comparison.tolerance())
              + " of each column's largest magnitude; the largest deviations:";
      case DIFFERENT ->
          "different"
              + comparison.firstDifferent().map(ReplayText::from).orElse("")
              + comparison.beginning().map(ReplayText::begins).orElse("")
              + "; the largest deviations:";
    };
  }

  private static String identical(TraceComparison comparison) {
    String numbers = String.join(", ", comparison.sameNumbers());
    return Stream.of(
            comparison.sameBytes().isEmpty()
                ? ""
                : "same bytes in " + String.join(", ", comparison.sameBytes()),
            numbers.isEmpty() ? "" : "same numbers in " + numbers)
        .filter(part -> !part.isEmpty())
        .collect(joining("; ", "identical: ", ""));
  }

  private static String from(Deviation first) {
    return " from step %d on: %s, column %s: recorded %s, here %s"
        .formatted(
            first.step(), first.file(), first.column(), cell(first.recorded()), cell(first.here()));
  }

  private static String begins(Deviation of) {
    return "; something else computed, and it began with %s of %s at step %d"
        .formatted(relative(of), of.column(), of.step());
  }

  private static String relative(Deviation of) {
    return Double.isInfinite(of.relative()) ? "not there in both" : Digits.three(of.relative());
  }

  private static String cell(String text) {
    return text.isEmpty() ? "nothing" : text;
  }

  private static String largest(Deviation of) {
    return "  %s, %s: %s at step %d".formatted(of.file(), of.column(), relative(of), of.step());
  }

  private static String provenance(ProvenanceComparison comparison) {
    return comparison.differences().isEmpty()
        ? "provenance: the same here"
        : "provenance: "
            + comparison.differences().stream()
                .map(of -> of.key() + " " + cell(of.recorded()) + ", here " + cell(of.here()))
                .collect(joining("; "));
  }
}
