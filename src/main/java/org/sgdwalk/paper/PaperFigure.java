package org.sgdwalk.paper;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sgdwalk.claim.ClaimCard;

/**
 * A figure or table of the paper.
 *
 * @param name a number, a range of numbers, or a table, for example {@code 10-13} or {@code table
 *     1}
 * @param draws what the paper drew there
 * @param redrawn how the names of those figures of the suite begin that draw the same from a run
 */
public record PaperFigure(String name, String draws, String redrawn) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:-(\\d+))?");
  private static final String WALK = "Walk of ";
  private static final String EPOCHS = "Loss and accuracy by epoch";
  private static final String BARRIERS = "Height and barriers by epoch";
  private static final String ROLES = "Roles of batch size and learning rate";
  private static final String NOISE = "Loss, accuracy and distance by update";
  private static final String SCHEDULES = "Accuracy and learning rate by schedule";

  private static final String GD =
      "GD's first updates: loss between iterates with the valley floor, gradient cosine, distance;"
          + " ";
  private static final String SGD = "as figure 1, of a few of SGD's updates of an epoch; ";
  private static final String SHARPNESS =
      "the Hessian's spectral norm and validation accuracy by epoch; ";
  private static final String BY_TREATMENT =
      "cosine and distance at several batch sizes and learning rates; ";
  private static final String WITH_NOISE =
      "GD with and without isotropic noise: training loss, validation accuracy, cosine, distance; ";
  private static final String BY_SCHEDULE =
      "validation accuracy and learning rate of step-wise, cyclical and trapezoid schedules; ";
  private static final String COUNTS = "barriers crossed in epochs 1, 10, 25 and 100; ";
  private static final String HEIGHTS = "mean heights in epochs 1, 10, 25 and 100, by rate; ";
  private static final String VGG = "VGG-11 on CIFAR-10";
  private static final String RESNET = "ResNet-56 on CIFAR-10";
  private static final String MLP = "MLP on MNIST";
  private static final String TINY = "VGG-11 on Tiny ImageNet";

  private static final List<PaperFigure> ALL =
      List.of(
          new PaperFigure("1", GD + VGG, WALK),
          new PaperFigure("2", SGD + VGG + ", epoch 1", WALK),
          new PaperFigure("3", SHARPNESS + VGG, EPOCHS),
          new PaperFigure("4", BY_TREATMENT + VGG, ROLES),
          new PaperFigure("5", WITH_NOISE + VGG, NOISE),
          new PaperFigure("6", BY_SCHEDULE + VGG, SCHEDULES),
          new PaperFigure("7", SHARPNESS + RESNET, EPOCHS),
          new PaperFigure("8", "number of barriers crossed by epoch; " + VGG, BARRIERS),
          new PaperFigure("9", GD + RESNET, WALK),
          new PaperFigure("10-13", SGD + RESNET + ", epochs 1, 2, 25 and 100", WALK),
          new PaperFigure("14-16", SGD + VGG + ", epochs 2, 25 and 100", WALK),
          new PaperFigure("17", GD + MLP, WALK),
          new PaperFigure("18-19", SGD + MLP + ", epochs 1 and 2", WALK),
          new PaperFigure("20", GD + TINY, WALK),
          new PaperFigure("21", SGD + TINY + ", epoch 1", WALK),
          new PaperFigure("22-24", BY_TREATMENT + String.join("; ", RESNET, MLP, TINY), ROLES),
          new PaperFigure("25-26", WITH_NOISE + RESNET + "; " + MLP, NOISE),
          new PaperFigure("27", BY_SCHEDULE + RESNET, SCHEDULES),
          new PaperFigure("28", "GD's three regimes on a quadratic, after LeCun et al. 1998", WALK),
          new PaperFigure("table 1", COUNTS + String.join("; ", VGG, RESNET, MLP), BARRIERS),
          new PaperFigure("table 2", HEIGHTS + VGG + "; " + RESNET, BARRIERS));

  /** Gives all of the paper, in its order, tables last. */
  public static List<PaperFigure> all() {
    return ALL;
  }

  /** Whether a claim is seen in it. */
  public boolean shows(ClaimCard claim) {
    return claim.figures().stream().anyMatch(this::overlaps);
  }

  private boolean overlaps(String other) {
    Matcher own = NUMBERS.matcher(name);
    Matcher others = NUMBERS.matcher(other);
    return (own.matches() && others.matches())
        ? last(own) >= first(others) && first(own) <= last(others)
        : name.equals(other);
  }

  private static int first(Matcher numbers) {
    return Integer.parseInt(numbers.group(1));
  }

  private static int last(Matcher numbers) {
    return Integer.parseInt(numbers.group(numbers.group(2) == null ? 1 : 2));
  }
}
