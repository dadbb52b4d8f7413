package org.sgdwalk.spec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Independent named streams of random numbers from one seed, so that a run that draws more from one
 * stream leaves the others as they are: GD and SGD of one seed start at the same theta.
 */
public final class SeedStreams {
  /** Initial weights. */
  public static final String INIT = "init";

  /** Order of the examples, epoch by epoch. */
  public static final String ORDER = "order";

  /** Which examples of the file train, and which validate, where they are drawn. */
  public static final String EXAMPLES = "examples";

  /** Crops and flips of the images of mini-batches. */
  public static final String AUGMENT = "augment";

  /** Eigenvalues and eigenvectors of a quadratic surface. */
  public static final String SURFACE = "surface";

  /** Chunks of cross-sections that are reshuffled between points. */
  public static final String CHUNKS = "chunks";

  /** Random directions of spectral probes. */
  public static final String DIRECTIONS = "directions";

  /** Random directions that the gradient covariance is compared along. */
  public static final String COVARIANCE = "covariance";

  /** Isotropic noise on full gradients. */
  public static final String NOISE = "noise";

  private SeedStreams() {}

  /**
   * A fresh generator (WELL19937c) at the start of stream {@code name}, seeded by the SHA-256 of
   * seed and name; the same on every machine and JDK.
   */
  public static RandomStream stream(long seed, String name) {
    byte[] digest = DigestUtils.sha256((seed + ":" + name).getBytes(StandardCharsets.UTF_8));
    int[] words = new int[digest.length / Integer.BYTES];
    ByteBuffer.wrap(digest).asIntBuffer().get(words);
    return new RandomStream(words);
  }
}
