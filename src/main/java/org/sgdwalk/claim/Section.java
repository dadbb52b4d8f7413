package org.sgdwalk.claim;

/** The sections of the paper that make claims, in its order. */
public enum Section {
  /** What the paper says of batches scaled with the rate. */
  INTRODUCTION("1 Introduction"),
  /** GD and SGD between their iterates. */
  TRAJECTORY("3.1 Optimization trajectory"),
  /** What batch and learning rate do. */
  ROLES("3.2 Qualitative roles of learning rate and batch size"),
  /** Isotropic noise against SGD's. */
  NOISE("4 Importance of SGD noise structure"),
  /** Schedules that raise the learning rate. */
  SCHEDULES("5 Learning rate schedule"),
  /** The quadratic that explains the walks. */
  DISCUSSION("6 Discussion");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** Number and title, for example {@code 3.1 Optimization trajectory}. */
  public String title() {
    return title;
  }
}
