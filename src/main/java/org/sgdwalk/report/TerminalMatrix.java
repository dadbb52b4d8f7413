package org.sgdwalk.report;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.words.Titles;

/**
 * The marks of all verdicts for a terminal or the end of a log: a row for each claim, a column for
 * each cell, and below what the marks mean, so that no colour is needed to read it.
 */
public final class TerminalMatrix {
  private static final String NONE = " ";

  /** Characters of a claim's sentence that fit beside eight cells in a log of 100. */
  private static final int SENTENCE = 64;

  /** Of terminals that have eight colours. */
  private static final String RESET = "\u001B[0m";

  private final boolean colour;
  private final Map<Outcome, String> marks = new EnumMap<>(Outcome.class);

  /**
   * Prints with or without colour.
   *
   * @param charset what the terminal or log can show; where it lacks a symbol all are letters
   */
  public TerminalMatrix(boolean colour, Charset charset) {
    this.colour = colour;
    String symbols = Arrays.stream(Outcome.values()).map(Outcome::symbol).collect(joining());
    boolean shown = charset.newEncoder().canEncode(symbols);
    for (Outcome outcome : Outcome.values()) {
      marks.put(outcome, shown ? outcome.symbol() : letter(outcome));
    }
  }

  /** What this process's terminal or log can show. */
  public static Charset charset() {
    String name = System.getProperty("native.encoding", Charset.defaultCharset().name());
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }

  /** The matrix, each line ended by a line feed; in the order of the paper. */
  public String of(List<Judged> all) {
    List<Judged> ordered = all.stream().sorted(comparing(VerdictMatrix::order)).toList();
    List<Cell> cells = all.stream().map(judged -> judged.of().cell()).distinct().toList();
    int width = String.valueOf(cells.size()).length();
    StringBuilder text = new StringBuilder("     ");
    for (int c = 1; c <= cells.size(); c++) {
      text.append(String.format(" %" + width + "d", c));
    }
    text.append("\n");
    byClaim(ordered)
        .forEach((claim, byCell) -> text.append(row(claim, byCell, cells, width)).append('\n'));
    return text + legend(cells, ordered);
  }

  private static Map<Claim, Map<Cell, Outcome>> byClaim(List<Judged> ordered) {
    Map<Claim, Map<Cell, Outcome>> byClaim = new LinkedHashMap<>();
    for (Judged judged : ordered) {
      byClaim
          .computeIfAbsent(judged.of().claim(), claim -> new LinkedHashMap<>())
          .put(judged.of().cell(), judged.verdict().outcome());
    }
    return byClaim;
  }

  private String row(Claim claim, Map<Cell, Outcome> byCell, List<Cell> cells, int width) {
    StringBuilder row = new StringBuilder(String.format("%-5s", claim.id()));
    for (Cell cell : cells) {
      Outcome outcome = byCell.get(cell);
      row.append(" ".repeat(width)).append(outcome == null ? NONE : mark(outcome));
    }
    return row + "  " + Titles.brief(claim, SENTENCE);
  }

  private String legend(List<Cell> cells, List<Judged> all) {
    StringBuilder text = new StringBuilder("\n");
    for (int c = 0; c < cells.size(); c++) {
      Cell cell = cells.get(c);
      text.append(c + 1).append(' ').append(cell.id());
      text.append(" at ").append(cell.scale().key()).append('\n');
    }
    text.append('\n');
    for (Outcome outcome : Outcome.values()) {
      long count = all.stream().filter(of -> of.verdict().outcome() == outcome).count();
      text.append(
          String.format("%s %3d %-12s %s%n", mark(outcome), count, outcome, outcome.meaning()));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private String mark(Outcome outcome) {
    String mark = marks.getOrDefault(outcome, NONE);
    return colour ? "\u001B[" + code(outcome) + "m" + mark + RESET : mark;
  }

  /** Green for the claim, red against it, yellow where seeds ran out; the rest is faint. */
  private static int code(Outcome outcome) {
    return switch (outcome) {
      case SUPPORTED -> 32;
      case OPPOSITE, WEAKER, NO_EFFECT, NOT_MET -> 31;
      case INCONCLUSIVE -> 33;
      case NOT_TESTABLE, NOT_RUN -> 2;
    };
  }

  private static String letter(Outcome outcome) {
    return switch (outcome) {
      case SUPPORTED -> "+";
      case OPPOSITE -> "-";
      case WEAKER -> "w";
      case NO_EFFECT -> "=";
      case NOT_MET -> "x";
      case INCONCLUSIVE -> "?";
      case NOT_TESTABLE -> "o";
      case NOT_RUN -> ".";
    };
  }
}
