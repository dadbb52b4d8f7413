package org.sgdwalk.net;

import java.util.List;

/** Features of examples where an engine computes: [rows, values], channels last. */
public interface Features extends AutoCloseable {

  /** Number of examples. */
  int rows();

  /** Rows {@code from} to {@code to}, the latter excluded: the same memory. */
  Features slice(int from, int to);

  /** The given rows in their order: a copy. */
  Features gather(int[] rows);

  /**
   * Writes all rows.
   *
   * @param values [rows, values], row-major; rounded to the precision
   * @param labels one a row, for an engine that takes losses where it computes
   */
  void write(double[] values, List<Integer> labels);

  /** Frees the memory; of a slice, nothing. */
  @Override
  void close();
}
