package org.sgdwalk.claim;

import java.util.List;
import java.util.Set;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.NetworkSpec;

/**
 * The sizes of the networks' cells. {@code docs/claims.md} says why the sizes, windows and learning
 * rates are what they are; they were chosen on seeds from 1000 up.
 */
final class CellSizes {
  /** The paper's learning rate for MLP and VGG-11. */
  private static final double RATE = 0.1;

  /** The paper's two factors are unknown; this is the default of its code. */
  private static final double NOISE = 0.02;

  private CellSizes() {}

  /** A narrow MLP on 1,000 images: seconds a seed. */
  static CellSize narrowMlp(String dataName, Schedules schedules) {
    return new CellSize(
        new NetworkSpec.Mlp(List.of(64, 64), true),
        new DataSpec(dataName, 1000, 500, 250),
        null,
        50,
        RATE,
        60,
        new Window(20, 60),
        List.of(1, 3, 7, 25),
        10,
        160,
        NOISE,
        schedules,
        Set.of());
  }

  /** The paper's MLP on its 45,000 images: for a large machine. */
  static CellSize paperMlp(String dataName) {
    return new CellSize(
        new NetworkSpec.Mlp(List.of(500, 350), true),
        new DataSpec(dataName, 45_000, 10_000, 5_000),
        null,
        100,
        RATE,
        100,
        new Window(30, 100),
        List.of(1, 10, 25, 40),
        10,
        2250,
        NOISE,
        Schedules.PAPER_MLP,
        Set.of());
  }
}
