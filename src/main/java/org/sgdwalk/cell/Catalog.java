package org.sgdwalk.cell;

import java.util.List;
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

  private Catalog() {}

  /** The cells of a scale; some need data that do not come with the program. */
  public static List<Cell> cells(Scale scale) {
    return switch (scale) {
      case SMOKE -> quick(scale);
      case CI ->
          Stream.concat(
                  quick(scale).stream(),
                  Stream.of(
                      cell("vgg11", scale, CellSizes.narrowVgg("fashion-mnist-3k")),
                      cell("resnet8", scale, CellSizes.narrowResNet("fashion-mnist-3k"))))
              .toList();
      case PAPER ->
          List.of(
              cell("mlp", scale, CellSizes.paperMlp("mnist")),
              cell("mlp", scale, CellSizes.paperMlp("fashion-mnist")),
              cell("vgg11", scale, CellSizes.paperVgg()),
              cell("resnet56", scale, CellSizes.paperResNet()),
              cell("vgg11", scale, CellSizes.paperTinyImageNet()),
              QuadraticCell.of(scale));
    };
  }

  /** Seconds a seed. */
  private static List<Cell> quick(Scale scale) {
    return List.of(
        cell(
            "mlp",
            scale,
            CellSizes.narrowMlp("fashion-mnist-3k", Schedules.NARROW_MLP_FASHION_MNIST)),
        cell("mlp", scale, CellSizes.narrowMlp("mnist", Schedules.NARROW_MLP_MNIST)),
        QuadraticCell.of(scale));
  }

  /**
   * Cells too slow for every build: judged only where they are asked for by name, with no verdicts
   * on record, and no part of the family over which the errors are spread.
   */
  public static List<Cell> onRequest(Scale scale) {
    return switch (scale) {
      case SMOKE, PAPER -> List.of();
      case CI ->
          List.of(
              cell("vgg11", scale, CellSizes.narrowVgg("cifar-10")),
              cell("resnet8", scale, CellSizes.narrowResNet("cifar-10")));
    };
  }

  /** The cells of a scale, and those on request. */
  public static List<Cell> allCells(Scale scale) {
    return Stream.concat(cells(scale).stream(), onRequest(scale).stream()).toList();
  }

  private static Cell cell(String network, Scale scale, CellSize size) {
    return NetworkCell.of(network + "/" + size.data().name(), scale, size);
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
