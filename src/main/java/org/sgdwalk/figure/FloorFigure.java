package org.sgdwalk.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.claim.Window;
import org.sgdwalk.stats.FloorPath;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Digits;
import org.sgdwalk.words.Treatment;

/**
 * The valley floors of the judged updates, each arm over an axis of its own so that none is
 * flattened by another, with the floor barriers that are counted; where heights are judged too,
 * they stand below beside what the floor rises by.
 */
final class FloorFigure {
  private static final int COLUMN_WIDTH = 560;
  private static final int SINGLE_WIDTH = 760;
  private static final int PANEL = 240;
  private static final int FOOT = 110;
  private static final double DOT = 5;
  private static final double RING = 11;

  private FloorFigure() {}

  /** Draws the arms of the claim's panel of floors. */
  static Figure of(Claim claim, Example example) {
    List<Arm> arms =
        claim.view().panels().stream()
            .filter(shown -> shown.quantities().contains(Quantity.FLOOR))
            .flatMap(shown -> shown.arms().stream())
            .filter(example.seed().traces()::containsKey)
            .toList();
    boolean heights =
        claim.view().panels().stream()
            .anyMatch(shown -> shown.quantities().contains(Quantity.HEIGHT));
    List<Column> columns = arms.stream().map(arm -> column(example, arm, heights)).toList();
    return new Sheet(
            StatisticFigure.title(claim, example),
            caption(claim, example, heights),
            columns,
            columns.size() == 1 ? SINGLE_WIDTH : COLUMN_WIDTH * columns.size(),
            FOOT + (heights ? 2 : 1) * PANEL)
        .draw(StatisticFigure.NAME);
  }

  /** Whether a claim is about floors. */
  static boolean shows(Claim claim, Example example) {
    return claim.view().panels().stream()
        .filter(shown -> shown.quantities().contains(Quantity.FLOOR))
        .flatMap(shown -> shown.arms().stream())
        .anyMatch(example.seed().traces()::containsKey);
  }

  private static String caption(Claim claim, Example example, boolean heights) {
    return "Judged: "
        + claim.card().statistic()
        + ". As claimed: "
        + claim.card().criterion()
        + ". Valley floors of the judged updates "
        + example.cell().valley()
        + ", each arm over its own range; rings: tops of the floor barriers that are counted."
        + (heights ? " Thick lines: means." : "")
        + " In the paper: "
        + claim.card().finding();
  }

  private static Column column(Example example, Arm arm, boolean heights) {
    Trace trace = Objects.requireNonNull(example.seed().traces().get(arm));
    Walk walk = new Walk(trace);
    Window valley = example.cell().valley();
    List<StepRow> rows =
        trace.steps().stream()
            .filter(row -> valley.contains(row.step()) && row.crossSection() != null)
            .toList();
    double[] floors =
        rows.stream()
            .flatMap(row -> Stream.ofNullable(row.crossSection()))
            .mapToDouble(CrossSectionRow::floor)
            .toArray();
    List<Panel> panels = new ArrayList<>(List.of(floors(rows, floors, walk.numericalFloor())));
    if (heights) {
      panels.add(heights(rows, floors, walk.numericalFloor()));
    }
    return new Column(
        arm.label() + ": " + Treatment.of(trace),
        Axes.integers("updates", valley.first() - 1.0, valley.last()),
        panels,
        true);
  }

  private static Panel floors(List<StepRow> rows, double[] floors, double numericalFloor) {
    Curve path = Curve.named("valley floor", Look.dashed(Palette.BLUE).withDots(DOT));
    for (int i = 0; i < floors.length; i++) {
      if (!Double.isNaN(floors[i])) {
        path.add(rows.get(i).step(), floors[i]);
      }
    }
    List<Integer> peaks = FloorPath.peaks(floors, numericalFloor);
    Curve tops =
        Curve.named("floor barriers: " + peaks.size(), Look.rings(Palette.VERMILION, RING));
    peaks.forEach(i -> tops.add(rows.get(i).step(), floors[i]));
    Panel panel = new Panel("valley floor (nats)").curve(path).curve(tops);
    return Extent.of(Stream.of(path, tops)).orUnit().apply(panel);
  }

  private static Panel heights(List<StepRow> rows, double[] floors, double numericalFloor) {
    Curve heights = Curve.named("height", Look.line(Palette.BLUE).withDots(DOT));
    Curve rises =
        Curve.named("rise of the floor, where it rises", Look.dots(Palette.VERMILION, DOT + 2));
    double before = Double.NaN;
    for (int i = 0; i < floors.length; i++) {
      CrossSectionRow section = rows.get(i).crossSection();
      if (section != null) {
        heights.add(rows.get(i).step(), section.height());
      }
      if (floors[i] - before > numericalFloor) {
        rises.add(rows.get(i).step(), floors[i] - before);
      }
      before = Double.isNaN(floors[i]) ? before : floors[i];
    }
    Panel panel = new Panel("nats").curve(heights).curve(rises);
    panel.curve(mean(heights, Look.thick(Palette.BLUE)));
    panel.curve(mean(rises, Look.thick(Palette.VERMILION)));
    return Extent.of(Stream.of(heights, rises)).orUnit().apply(panel);
  }

  private static Curve mean(Curve of, Look look) {
    double[][] points = of.points().toArray();
    double y = Arrays.stream(points[1]).average().orElse(Double.NaN);
    Curve mean =
        Curve.named("mean " + of.points().getKey() + " " + Digits.three(y), look).unnamed();
    double first = Arrays.stream(points[0]).min().orElse(Double.NaN);
    double last = Arrays.stream(points[0]).max().orElse(Double.NaN);
    return Double.isNaN(y) ? mean : mean.add(first, y).add(last, y);
  }
}
