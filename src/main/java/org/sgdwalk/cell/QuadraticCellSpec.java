package org.sgdwalk.cell;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.Window;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;

/**
 * GD on random quadratics, in float64. The arms of a seed share the eigenvectors; the learning rate
 * is 1, so eta lambda is the largest eigenvalue itself, and each arm draws it from its own range.
 *
 * @param id for example {@code quadratic}
 * @param maxDimension most dimensions that a seed draws
 * @param why reasons by key
 */
record QuadraticCellSpec(String id, int maxDimension, Map<String, String> why) implements CellSpec {
  /** Few, so that a start is not shrunk to the rounding of the other directions: 0.1^10 of it. */
  private static final int UPDATES = 10;

  private static final double RATE = 1;

  /** Checks the id and copies the map. */
  QuadraticCellSpec {
    CellFile.requireId(id);
    why = Map.copyOf(why);
  }

  @JsonCreator
  static QuadraticCellSpec of(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "maxDimension", required = true) int maxDimension,
      @JsonProperty("why") @Nullable Map<String, String> why) {
    return new QuadraticCellSpec(id, maxDimension, why == null ? Map.of() : why);
  }

  /**
   * The ranges stay off the edges 1 and 2, where rounding decides, and off values whose walk would
   * be over in fewer updates than are judged.
   */
  @Override
  public Cell cell(Scale scale) {
    Map<Arm, RunSpec> arms = new EnumMap<>(Arm.class);
    arms.put(Arm.OVER_DAMPED, run(new NetworkSpec.Quadratic(maxDimension, 0.05, 0.9)));
    arms.put(Arm.UNDER_DAMPED, run(new NetworkSpec.Quadratic(maxDimension, 1.1, 1.95)));
    arms.put(Arm.UNSTABLE, run(new NetworkSpec.Quadratic(maxDimension, 2.05, 4)));
    arms.put(
        Arm.TWO_EIGENVALUES,
        run(new NetworkSpec.Quadratic(maxDimension, 1.85, 1.95, List.of(0.05, 0.25))));
    return new Cell(id, scale, arms, new Window(1, UPDATES), List.of());
  }

  private static RunSpec run(NetworkSpec quadratic) {
    return new RunSpec(
        quadratic,
        new DataSpec(RunSpec.NO_DATA, 1, 1, 1),
        new OptimizerSpec.Gd(RATE, 0),
        new ScheduleSpec.Constant(),
        LengthSpec.ofSteps(UPDATES),
        0,
        null,
        Precision.FLOAT64,
        new ProbeSpec(
            new CrossSectionSpec(
                CrossSectionSpec.DEFAULT_POINTS, BatchNormMode.TRAIN, 0, 1, List.of(), 0),
            new EvaluationSpec(1)),
        List.of());
  }
}
