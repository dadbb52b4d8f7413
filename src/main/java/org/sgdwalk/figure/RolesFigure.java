package org.sgdwalk.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Window;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Treatment;

/**
 * The paper's figure 4: gradient cosine and distance from the initialisation for several batch
 * sizes and for several learning rates.
 */
final class RolesFigure {
  /** Arms that differ in the batch, smallest first. */
  static final List<Arm> BATCHES = List.of(Arm.SMALL_BATCH, Arm.SGD, Arm.LARGE_BATCH, Arm.GD);

  /** Arms that differ in the learning rate, smallest first. */
  static final List<Arm> RATES = List.of(Arm.LOW_RATE, Arm.SGD, Arm.HIGH_RATE);

  /** Long enough to calm the cosine's noise, short against the 60 updates of a walk. */
  private static final int WINDOW = 9;

  private static final int COLUMN_WIDTH = 560;
  private static final int SINGLE_WIDTH = 760;
  private static final int HEIGHT = 520;

  private RolesFigure() {}

  /** Draws the treatments that the seed has at least two arms of. */
  static Figure of(Example example) {
    SeedTraces seed = example.seed();
    List<Column> columns = new ArrayList<>();
    if (shows(seed, BATCHES)) {
      columns.add(column("Batch size", seed, BATCHES, Treatment::batch));
    }
    if (shows(seed, RATES)) {
      columns.add(column("Learning rate", seed, RATES, Treatment::rate));
    }
    return new Sheet(
            "Roles of batch size and learning rate: " + example.where(),
            "Cosine: dots are updates, lines are means over "
                + WINDOW
                + " updates; shaded: the judged updates. What to look for: whether a larger batch"
                + " turns back more (left), which a larger rate should not (right).",
            columns,
            columns.size() == 1 ? SINGLE_WIDTH : COLUMN_WIDTH * columns.size(),
            HEIGHT)
        .draw("Roles of batch size and learning rate");
  }

  /** Whether there are two treatments to compare. */
  static boolean shows(SeedTraces seed, List<Arm> arms) {
    return arms.stream().filter(seed.traces()::containsKey).count() > 1;
  }

  private static Column column(
      String heading, SeedTraces seed, List<Arm> arms, Function<RunSpec, String> label) {
    Panel cosine = new Panel("gradient cosine").range(-1, 1).horizontal(0, Palette.SOFT_INK);
    Panel distance = new Panel("distance from init.");
    int last = 1;
    for (Arm arm : arms) {
      Trace trace = seed.traces().get(arm);
      if (trace == null) {
        continue;
      }
      List<StepRow> steps = trace.steps();
      last = Math.max(last, steps.size());
      Color color = ArmColors.of(arm);
      String name = arm.label() + ": " + label.apply(trace.manifest().spec());
      cosine.curve(
          Series.byUpdate(name, Look.dots(Palette.light(color), 4), steps, StepRow::cosine)
              .unnamed());
      cosine.curve(
          Series.runningMean(name, Look.line(color), steps, StepRow::cosine, WINDOW).unnamed());
      distance.curve(Series.byUpdate(name, Look.line(color), steps, StepRow::distance));
    }
    Window valley = seed.cell().valley();
    cosine.shade(valley.first() - 1.0, valley.last());
    return new Column(
        heading, Axes.integers("updates", 0, last + 0.5), List.of(cosine, distance), true);
  }
}
