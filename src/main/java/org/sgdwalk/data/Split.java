package org.sgdwalk.data;

/** The two parts in which a data set is published, and their file pairs in the MNIST layout. */
public enum Split {
  /** The training file or batches; runs train on its first examples and validate on its last. */
  TRAINING("train"),
  /** The test file; no run reads it. */
  TEST("t10k");

  private final String prefix;

  Split(String prefix) {
    this.prefix = prefix;
  }

  /** Name of the file with the pixels, as originally published. */
  public String imagesFile() {
    return prefix + "-images-idx3-ubyte.gz";
  }

  /** Name of the file with the labels, as originally published. */
  public String labelsFile() {
    return prefix + "-labels-idx1-ubyte.gz";
  }
}
