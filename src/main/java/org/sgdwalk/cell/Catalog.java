package org.sgdwalk.cell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.paper.Claims;

/** Which claims are judged in which cells at a scale, with which error rates. */
public final class Catalog {
  /** Seeds that calibrate windows, rates and thresholds; judged seeds stay below. */
  public static final long FIRST_CALIBRATION_SEED = 1000;

  private static final Map<Scale, Listed> LISTED = new ConcurrentHashMap<>();

  private Catalog() {}

  /** The cells of a scale; some need data that do not come with the program. */
  public static List<Cell> cells(Scale scale) {
    return listed(scale).cells();
  }

  /**
   * Cells too slow for every build: judged only where they are asked for by name, with no verdicts
   * on record, and no part of the family over which the errors are spread.
   */
  public static List<Cell> onRequest(Scale scale) {
    return listed(scale).onRequest();
  }

  private static Listed listed(Scale scale) {
    return LISTED.computeIfAbsent(scale, Listed::of);
  }

  /** The cells of the files that a scale lists. */
  private record Listed(List<Cell> cells, List<Cell> onRequest) {
    static Listed of(Scale scale) {
      CellList list = CellList.read(scale);
      return new Listed(cells(scale, list.cells()), cells(scale, list.onRequest()));
    }

    private static List<Cell> cells(Scale scale, List<String> files) {
      return files.stream().map(file -> CellFile.readResource(file).cell(scale)).toList();
    }
  }

  /** The cells of a scale, and those on request. */
  public static List<Cell> allCells(Scale scale) {
    return Stream.concat(cells(scale).stream(), onRequest(scale).stream()).toList();
  }

  /** The claims that a cell has arms for. */
  public static List<Claim> claims(Cell cell) {
    return Claims.all().stream().filter(claim -> cell.has(claim.arms())).toList();
  }

  /**
   * The most seeds a claim may use: at {@code ci} as many as find three of four laws that hold for
   * nine seeds in ten, and four of five averages of .9 deviations over seeds. At {@code smoke} too
   * few to decide anything, at {@code desk} and {@code paper-lite} as many as a law takes at least,
   * at {@code paper} what a large machine can be asked for.
   */
  public static Stopping stopping(Scale scale) {
    return Stopping.of(
        switch (scale) {
          case SMOKE -> 2;
          case CI -> 28;
          case DESK, PAPER_LITE -> 14;
          case PAPER -> 16;
        });
  }

  /** Claims times cells of a scale, whether or not a build judges them all. */
  public static int judgements(Scale scale) {
    return cells(scale).stream().mapToInt(cell -> claims(cell).size()).sum();
  }
}
