package org.sgdwalk.cell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.stats.OperatingCharacteristic;
import org.sgdwalk.stats.SequentialTest;

/** Which claims are judged in which cells at a scale, with which error rates. */
public final class Catalog {
  /** Seeds that calibrate windows, rates and thresholds; judged seeds stay below. */
  public static final long FIRST_CALIBRATION_SEED = 1000;

  /** The usual power of a study. */
  private static final double POWER = 0.8;

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
   * The sequential test of a scale: 5 % over all its claims and cells, whether or not this build
   * judges them all. So a verdict does not depend on what else was selected.
   */
  public static SequentialTest test(Scale scale) {
    return SequentialTest.forFamily(
        cells(scale).stream().mapToInt(cell -> claims(cell).size()).sum());
  }

  /**
   * The most seeds a claim may use: at {@code ci} as many as it takes to find four of five claims
   * that hold for nine seeds in ten. At {@code smoke} too few to decide anything, at {@code paper}
   * what a large machine can be asked for.
   */
  public static int seedCap(Scale scale) {
    return switch (scale) {
      case SMOKE -> 2;
      case CI -> OperatingCharacteristic.bitsForPower(test(scale), POWER);
      case PAPER -> 16;
    };
  }
}
