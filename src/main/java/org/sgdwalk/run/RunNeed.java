package org.sgdwalk.run;

import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.net.NetworkSize;
import org.sgdwalk.net.RunMemory;
import org.sgdwalk.spec.RunSpec;

/**
 * What a run needs of a machine.
 *
 * @param memory bytes outside the heap with one worker thread, {@link RunMemory}
 * @param heap bytes of its vectors on the heap, likewise
 * @param device bytes of a device's memory at least, where it computes on one
 * @param images bytes of its data set's images on the heap, which runs of the set share
 * @param disk bytes of its trace, {@link TraceSize}
 * @param work its products
 */
public record RunNeed(
    long memory, long heap, long device, long images, long disk, RunOperations work) {
  /**
   * Operations a second of a thread in wide networks, on CPUs with AVX2 (docs/performance.md: 30 to
   * 85 GFLOP/s in cross-sections and gradients). Narrow networks make fewer.
   */
  public static final double USUAL_RATE = 40e9;

  /** What a run needs whose passes are known; of a quadratic next to nothing. */
  public static RunNeed of(RunSpec spec, RunPasses passes) {
    long disk = TraceSize.bytes(spec);
    if (!spec.hasData()) {
      return new RunNeed(0, 0, 0, 0, disk, RunOperations.NONE);
    }
    PublishedSet set = PublishedSets.named(spec.data().name());
    int classes = spec.data().numberOfClasses(set.classes());
    return new RunNeed(
        RunMemory.bytes(spec, set.image(), classes, 1),
        RunMemory.heapBytes(spec, set.image(), classes, 1),
        RunMemory.deviceBytes(spec, set.image(), classes),
        (long) set.training() * set.image().pixels(),
        disk,
        RunOperations.of(
            passes,
            NetworkSize.passes(spec.network(), set.image(), classes),
            RunMemory.keptForProducts(spec, set.image(), classes)));
  }

  /** Multiplications and additions of its products. */
  public double operations() {
    return work.total();
  }
}
