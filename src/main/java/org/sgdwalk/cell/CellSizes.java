package org.sgdwalk.cell;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Window;
import org.sgdwalk.spec.Augmentation;
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

  /** Table 2's first rate for ResNet-56; appendix A says 0.1. */
  private static final double RESNET_RATE = 0.3;

  /** Epochs of the small long runs: the paper's 1, 10, 25 and 100 of 100, in proportion. */
  private static final List<Integer> EPOCHS = List.of(1, 3, 7, 25);

  /** Those of the paper on CIFAR-10. */
  private static final List<Integer> PAPER_EPOCHS = List.of(1, 10, 25, 100);

  /** The paper says nothing of these for ResNet: what noise does to the sharp directions. */
  private static final Set<Arm> NO_PLAIN = Set.of(Arm.LONG_PLAIN);

  /**
   * What the paper shows of CIFAR-10 alone: rates and schedules of the long run, noise and what
   * follows it, its alignment.
   */
  private static final Set<Arm> CIFAR_ONLY =
      Set.of(
          Arm.LONG_LOW_RATE,
          Arm.LONG_PLAIN,
          Arm.GD_EXTENDED,
          Arm.SGD_EXTENDED,
          Arm.NOISE_SMALL,
          Arm.NOISE_LARGE,
          Arm.FORK_NOISE_LOW_RATE,
          Arm.FORK_GD,
          Arm.FORK_GD_LOW_RATE,
          Arm.FORK_SGD);

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
        EPOCHS,
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

  /** A narrow VGG-11 on 100 images: tens of seconds a seed. */
  static CellSize narrowVgg(String dataName) {
    return narrowConvolutional(new NetworkSpec.Vgg11(4, true), dataName, RATE, Set.of());
  }

  /** The shallowest and narrow ResNet on 100 images: tens of seconds a seed. */
  static CellSize narrowResNet(String dataName) {
    return narrowConvolutional(new NetworkSpec.ResNet(8, 4, true), dataName, RESNET_RATE, NO_PLAIN);
  }

  private static CellSize narrowConvolutional(
      NetworkSpec network, String dataName, double rate, Set<Arm> without) {
    return new CellSize(
        network,
        new DataSpec(dataName, 100, 200, 100),
        null,
        10,
        rate,
        50,
        new Window(20, 50),
        EPOCHS,
        5,
        60,
        NOISE,
        null,
        without);
  }

  /** The paper's VGG-11 on its 45,000 images: for a machine with GPUs. */
  static CellSize paperVgg() {
    return paperConvolutional(
        new NetworkSpec.Vgg11(64, true),
        "cifar-10",
        5_000,
        RATE,
        Schedules.untuned(RATE),
        Set.of());
  }

  /** The paper's ResNet-56. */
  static CellSize paperResNet() {
    return paperConvolutional(
        new NetworkSpec.ResNet(56, 16, true),
        "cifar-10",
        5_000,
        RESNET_RATE,
        Schedules.untuned(RESNET_RATE),
        NO_PLAIN);
  }

  /**
   * The paper's VGG-11 on Tiny ImageNet. Which subset it took is unknown: here as many images as of
   * the other sets, of all classes.
   */
  static CellSize paperTinyImageNet() {
    return paperConvolutional(
        new NetworkSpec.Vgg11(64, true), "tiny-imagenet", 10_000, RATE, null, CIFAR_ONLY);
  }

  private static CellSize paperConvolutional(
      NetworkSpec network,
      String dataName,
      int validation,
      double rate,
      @Nullable Schedules schedules,
      Set<Arm> without) {
    return new CellSize(
        network,
        new DataSpec(dataName, 45_000, validation, 500),
        Augmentation.CROP_FLIP,
        100,
        rate,
        100,
        new Window(30, 100),
        PAPER_EPOCHS,
        10,
        2250,
        NOISE,
        schedules,
        without);
  }
}
