package org.sgdwalk.claim;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** A treatment in a claim's design. The arms of one seed share the initialisation and the data. */
public enum Arm {
  /** Full-batch gradient descent at the reference learning rate. */
  GD("GD"),
  /** Mini-batch SGD at the reference batch size and learning rate. */
  SGD("SGD"),
  /** SGD with the smallest batch of the design. */
  SMALL_BATCH("SGD, small batch"),
  /** SGD with the largest batch of the design. */
  LARGE_BATCH("SGD, large batch"),
  /** SGD at half the reference learning rate. */
  LOW_RATE("SGD, half LR"),
  /** SGD at twice the reference learning rate. */
  HIGH_RATE("SGD, twice LR"),
  /** A long SGD run at the reference batch size and learning rate. */
  LONG("SGD, long"),
  /** The long run at half the learning rate, over the same batches. */
  LONG_LOW_RATE("SGD, long, half LR"),
  /** The long run with batch and learning rate both multiplied by the same factor. */
  LONG_SCALED("SGD, long, batch and LR scaled"),
  /** The long run at a tenth of the learning rate. */
  LONG_SMALL_RATE("SGD, long, LR/10"),
  /** That run with batch and learning rate both multiplied by the same factor. */
  LONG_SMALL_RATE_SCALED("SGD, long, LR/10, batch and LR scaled"),
  /** A long SGD run of the network without batch norm. */
  LONG_PLAIN("SGD, long, no batch norm"),
  /** A long SGD run at the best constant learning rate. */
  LONG_CONSTANT("SGD, long, best constant LR"),
  /** That run, initialisation and batches included, with a learning rate that falls in steps. */
  LONG_STEPWISE("SGD, long, step-wise LR"),
  /** That run with a cyclical learning rate. */
  LONG_CYCLICAL("SGD, long, cyclical LR"),
  /** That run with a learning rate that rises, stays and falls. */
  LONG_TRAPEZOID("SGD, long, trapezoid LR"),
  /** GD for as many updates as the noisy runs: beyond the window of the other GD run. */
  GD_EXTENDED("GD, extended"),
  /** SGD at the reference batch size for as many updates. */
  SGD_EXTENDED("SGD, extended"),
  /** Extended GD with the smaller isotropic noise. */
  NOISE_SMALL("GD + isotropic noise"),
  /** Extended GD with the larger isotropic noise. */
  NOISE_LARGE("GD + larger isotropic noise"),
  /** The run with the smaller noise, going on with that noise at a tenth of the learning rate. */
  FORK_NOISE_LOW_RATE("noise, then noise at LR/10"),
  /** The run with the smaller noise, going on with GD. */
  FORK_GD("noise, then GD"),
  /** The run with the smaller noise, going on with GD at a tenth of the learning rate. */
  FORK_GD_LOW_RATE("noise, then GD at LR/10"),
  /** The run with the smaller noise, going on with SGD. */
  FORK_SGD("noise, then SGD"),
  /** GD along an eigenvector of a quadratic with eta lambda below 1. */
  OVER_DAMPED("GD, eta lambda < 1"),
  /** GD along an eigenvector with eta lambda between 1 and 2. */
  UNDER_DAMPED("GD, 1 < eta lambda < 2"),
  /** GD along an eigenvector with eta lambda above 2. */
  UNSTABLE("GD, eta lambda > 2"),
  /** GD in a valley of a quadratic: an under-damped and an over-damped eigenvalue. */
  TWO_EIGENVALUES("GD, an eigenvalue of each");

  private final String label;

  Arm(String label) {
    this.label = label;
  }

  /** For legends and messages. */
  public String label() {
    return label;
  }

  /** Its name in files, for example {@code long-plain}: {@code plan --specs} writes them. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Names of several, in their order, separated by commas. */
  public static String keys(Collection<Arm> arms) {
    return arms.stream().sorted().map(Arm::key).collect(Collectors.joining(", "));
  }
}
