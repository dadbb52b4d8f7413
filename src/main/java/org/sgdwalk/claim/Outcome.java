package org.sgdwalk.claim;

/** What the seeds say about a claim in a cell. */
public enum Outcome {
  /** The sequential test accepted that the claim holds for at least nine seeds in ten. */
  SUPPORTED,
  /** The sequential test accepted that it holds for at most every second seed. */
  REFUTED,
  /** Neither bound was reached at the seed cap. */
  INCONCLUSIVE,
  /** Not judged; the reason says why. */
  NOT_RUN
}
