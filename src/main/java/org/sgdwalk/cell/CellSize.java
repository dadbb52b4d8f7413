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
 * What sets one cell of a network apart from another: all its numbers. {@link CellSizes} has the
 * table.
 *
 * @param network the network, with batch norm
 * @param data the images, as they are
 * @param augmentation what happens to those of the long runs' batches, or null for nothing
 * @param batch SGD's reference batch
 * @param rate the reference learning rate
 * @param updates length of the GD and SGD runs
 * @param valley updates of those that are judged
 * @param epochs epochs of the long runs that are probed and judged; the last is their length
 * @param scaled by how much the scaled run's batch and learning rate are larger
 * @param extended length, in updates, of the runs with and without isotropic noise
 * @param noise variance of the smaller isotropic noise, in variances of single examples' gradients
 * @param schedules the learning-rate schedules of section 5, tuned for the cell, or null for none
 * @param without arms that the cell does not have
 */
record CellSize(
    NetworkSpec network,
    DataSpec data,
    @Nullable Augmentation augmentation,
    int batch,
    double rate,
    int updates,
    Window valley,
    List<Integer> epochs,
    double scaled,
    int extended,
    double noise,
    @Nullable Schedules schedules,
    Set<Arm> without) {
  /** Copies list and set. */
  CellSize {
    epochs = List.copyOf(epochs);
    without = Set.copyOf(without);
  }
}
