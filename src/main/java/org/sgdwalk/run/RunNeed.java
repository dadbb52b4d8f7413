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
 * @param operations multiplications and additions of its products, from {@link RunCost}
 */
public record RunNeed(long memory, double operations) {
  /**
   * Operations a second of a thread in wide networks, on CPUs with AVX2 (docs/performance.md: 30 to
   * 85 GFLOP/s in cross-sections and gradients). Narrow networks make fewer.
   */
  public static final double USUAL_RATE = 40e9;

  /** A quadratic: next to nothing. */
  private static final RunNeed LITTLE = new RunNeed(0, 0);

  /** The backward pass has two products for each of the forward pass. */
  private static final int FORWARD_AND_BACKWARD = 3;

  /** What a run needs whose cost is known. */
  public static RunNeed of(RunSpec spec, RunCost cost) {
    if (!spec.hasData()) {
      return LITTLE;
    }
    PublishedSet set = PublishedSets.named(spec.data().name());
    int classes = spec.data().classes() == null ? set.classes() : spec.data().classes().size();
    double forward = NetworkSize.operations(spec.network(), set.image(), classes);
    double passes =
        cost.sections()
            + cost.evaluations()
            + FORWARD_AND_BACKWARD * ((double) cost.gradients() + cost.curvature());
    return new RunNeed(RunMemory.bytes(spec, set.image(), classes, 1), passes * forward);
  }

  /** Seconds on so many threads that each make so many operations a second. */
  public double seconds(int threads, double rate) {
    return operations / (threads * rate);
  }
}
