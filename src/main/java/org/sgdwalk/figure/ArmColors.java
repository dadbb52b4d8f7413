package org.sgdwalk.figure;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;
import org.sgdwalk.claim.Arm;

/** The colour of each arm: the same in every figure, and another for each that one panel shows. */
final class ArmColors {
  private static final Map<Arm, Color> COLORS = new EnumMap<>(Arm.class);

  static {
    give(Palette.INK, Arm.GD, Arm.GD_EXTENDED, Arm.FORK_GD, Arm.LONG_CONSTANT);
    give(Palette.BLUE, Arm.SGD, Arm.SGD_EXTENDED, Arm.FORK_SGD, Arm.LONG, Arm.LONG_CYCLICAL);
    give(Palette.ORANGE, Arm.SMALL_BATCH, Arm.NOISE_SMALL, Arm.FORK_NOISE_LOW_RATE);
    give(Palette.ORANGE, Arm.LONG_PLAIN, Arm.LONG_STEPWISE);
    give(Palette.VERMILION, Arm.LARGE_BATCH, Arm.NOISE_LARGE, Arm.LONG_SCALED, Arm.LONG_TRAPEZOID);
    give(Palette.GREEN, Arm.LOW_RATE, Arm.FORK_GD_LOW_RATE, Arm.LONG_LOW_RATE, Arm.LONG_SMALL_RATE);
    give(Palette.PURPLE, Arm.HIGH_RATE, Arm.LONG_SMALL_RATE_SCALED);
    give(Palette.BLUE, Arm.OVER_DAMPED, Arm.TWO_EIGENVALUES);
    give(Palette.VERMILION, Arm.UNDER_DAMPED);
    give(Palette.GREEN, Arm.UNSTABLE);
  }

  private ArmColors() {}

  /** Gives an arm's colour. */
  static Color of(Arm arm) {
    Color color = COLORS.get(arm);
    if (color == null) {
      throw new IllegalArgumentException(arm + " has no colour");
    }
    return color;
  }

  private static void give(Color color, Arm... arms) {
    for (Arm arm : arms) {
      COLORS.put(arm, color);
    }
  }
}
