package org.sgdwalk.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.probe.CrossSectionProbe;
import org.sgdwalk.run.checkpoint.Checkpoint;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.RandomStream;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;
import org.sgdwalk.stats.CrossSectionShape;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.train.Step;

/** Measures the cross-section of a probed step and says its shape. */
final class CrossSectionRecorder {
  private final CrossSectionProbe probe;
  private final RandomStream chunks;

  CrossSectionRecorder(RunSpec spec, CrossSectionSpec asked, LossSurface surface) {
    this.chunks = SeedStreams.stream(spec.seed(), SeedStreams.CHUNKS);
    this.probe = new CrossSectionProbe(surface, asked, spec.data(), chunks);
  }

  /** Place in the stream of reshuffled chunks. */
  int[] chunks() {
    return chunks.place();
  }

  /** The loss where a step ends, if it is known. */
  double sharedLoss(ParameterVector end) {
    return probe.sharedLoss(end);
  }

  /** Goes on where a run was. */
  void goTo(Checkpoint from) {
    chunks.goTo(from.chunks());
    probe.goTo(from.loop().theta(), from.sharedLoss());
  }

  /** The row of a probed step; null where a loss is not finite. */
  @Nullable CrossSectionRow measure(Step step) {
    double[] losses = probe.measure(step.before(), step.after(), step.evalMode());
    return allFinite(losses) ? row(losses, recheck(step)) : null;
  }

  /** The losses again over other chunks, where that is due; empty where it is not. */
  private double[] recheck(Step step) {
    return step.moment().rechecked()
        ? probe.recheck(step.before(), step.after(), step.evalMode())
        : new double[0];
  }

  private static CrossSectionRow row(double[] losses, double[] rechecked) {
    CrossSectionShape shape = CrossSectionShape.of(losses);
    return new CrossSectionRow(
        Arrays.stream(losses).boxed().toList(),
        shape.floor(),
        shape.floorA(),
        shape.height(),
        shape.barrierHeight(),
        shape.convexity(),
        shape.quadraticR2(),
        shape.alpha(),
        numericalFloor(shape, rechecked));
  }

  private static double numericalFloor(CrossSectionShape shape, double[] rechecked) {
    if (rechecked.length == 0 || !allFinite(rechecked)) {
      return Double.NaN;
    }
    CrossSectionShape other = CrossSectionShape.of(rechecked);
    return Math.max(
        Math.abs(shape.height() - other.height()),
        Math.abs(shape.barrierHeight() - other.barrierHeight()));
  }

  private static boolean allFinite(double[] losses) {
    return Arrays.stream(losses).allMatch(Double::isFinite);
  }
}
