package org.sgdwalk.table;

import java.util.List;
import java.util.function.BiFunction;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.trace.CrossSectionRow;

/** The paper's tables, and what they show of a walk. */
public enum PaperTable {
  /** Barriers that the updates of an epoch cross; ours above the numerical floor. */
  BARRIERS("Table 1: barriers crossed in an epoch of 450 updates", "table-1.csv") {
    @Override
    double measure(Walk walk, int epoch) {
      double floor = walk.numericalFloor();
      return walk.count(epoch, section -> section.barrierHeight() > floor);
    }
  },
  /** Mean height above the valley floor over an epoch, nats per example. */
  HEIGHTS("Table 2: mean height in an epoch (nats)", "table-2.csv") {
    @Override
    double measure(Walk walk, int epoch) {
      return walk.mean(epoch, CrossSectionRow::height);
    }
  };

  /** The runs that last as long as the paper's; where it says no rate, the first is meant. */
  private static final List<Arm> ARMS = List.of(Arm.LONG, Arm.LONG_LOW_RATE);

  private final String title;
  private final String file;

  PaperTable(String title, String file) {
    this.title = title;
    this.file = file;
  }

  /** For headings. */
  public String title() {
    return title;
  }

  /** The paper's numbers, in their order. */
  public List<PaperValue> ofPaper() {
    return PaperValue.readResource(file);
  }

  /** The quantity of a walk in an epoch; NaN where it was not probed. */
  abstract double measure(Walk walk, int epoch);

  /**
   * The paper's numbers, each with ours where there are runs of the same network, data, learning
   * rate and epoch.
   *
   * @param cells where ours may be
   * @param made the seeds of an arm of a cell whose runs were made
   * @return one row a number of the paper
   */
  public List<PaperRow> beside(
      List<PaperValue> paper, List<Cell> cells, BiFunction<Cell, Arm, List<SeedTraces>> made) {
    return paper.stream().map(value -> row(value, cells, made)).toList();
  }

  private PaperRow row(
      PaperValue value, List<Cell> cells, BiFunction<Cell, Arm, List<SeedTraces>> made) {
    for (Cell cell : cells) {
      for (Arm arm : ARMS) {
        if (cell.arms().containsKey(arm) && value.isOf(cell.spec(arm, 0))) {
          return new PaperRow(value, ours(made.apply(cell, arm), arm, value.epoch()));
        }
      }
    }
    return new PaperRow(value, List.of());
  }

  /** One number a seed whose run is complete and was probed there. */
  private List<Double> ours(List<SeedTraces> seeds, Arm arm, int epoch) {
    return seeds.stream()
        .filter(SeedTraces::isComplete)
        .map(seed -> measure(seed.walk(arm), epoch))
        .filter(Double::isFinite)
        .toList();
  }
}
