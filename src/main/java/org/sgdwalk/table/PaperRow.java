package org.sgdwalk.table;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A number of the paper and ours.
 *
 * @param paper the paper's
 * @param ours ours, one a seed; empty without runs
 */
public record PaperRow(PaperValue paper, List<Double> ours) {
  /** Copies the list. */
  public PaperRow {
    ours = List.copyOf(ours);
  }

  /** Mean of ours over the seeds; empty without runs. */
  public OptionalDouble mean() {
    return ours.stream().mapToDouble(value -> value).average();
  }
}
