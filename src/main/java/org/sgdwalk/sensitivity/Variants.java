package org.sgdwalk.sensitivity;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.Chunks;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.NoiseStd;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;

/** The choices whose weight on the verdicts is measured. */
public final class Variants {
  /** The id of the quirk of the authors' code that is compared with table 1. */
  public static final String RESHUFFLED = "reshuffled";

  /** Judged seeds stay below: fresh ones, and no calibration seed. */
  private static final long FRESH = 100;

  /** The chunks whose mean gradients the authors' code adds up for a full batch. */
  private static final double AUTHORS_CHUNKS = 9;

  private static final UnaryOperator<RunSpec> RESHUFFLE =
      section(section -> section.withChunks(Chunks.RESHUFFLED));
  private static final UnaryOperator<RunSpec> SUM_OF_CHUNKS = optimizers(Variants::ofSummedChunks);
  private static final UnaryOperator<RunSpec> VARIANCE_AS_STD =
      optimizers(Variants::ofVarianceAsStd);

  private static final List<Variant> ALL =
      List.of(
          new Variant("points-6", "K = 6 points a cross-section", points(6)),
          new Variant("points-21", "K = 21 points a cross-section", points(21)),
          new Variant(
              "eval-mode",
              "cross-sections with batch norm's running statistics",
              section(section -> section.withBatchNorm(BatchNormMode.EVAL))),
          new Variant("chunk-half", "chunks of half the size", chunk(0.5)),
          new Variant("chunk-double", "chunks of twice the size", chunk(2)),
          new Variant("float64", "float64", spec -> spec.withPrecision(Precision.FLOAT64)),
          new Variant("seeds-101", "seeds from 101 on", UnaryOperator.identity(), FRESH),
          new Variant(
              RESHUFFLED,
              "chunks reshuffled between the points of a cross-section, as in the authors' code",
              RESHUFFLE),
          new Variant(
              "gd-rate-9",
              "full-batch updates, noise included, at nine times the learning rate, as the authors'"
                  + " code makes them by adding up nine chunks' means",
              SUM_OF_CHUNKS),
          new Variant(
              "noise-variance",
              "isotropic noise with a variance for its standard deviation, as in the authors' code",
              VARIANCE_AS_STD),
          new Variant(
              "authors-code",
              "reshuffled, gd-rate-9 and noise-variance together",
              spec -> VARIANCE_AS_STD.apply(SUM_OF_CHUNKS.apply(RESHUFFLE.apply(spec)))));

  private Variants() {}

  /** Lists all variants in the order of tables. */
  public static List<Variant> all() {
    return ALL;
  }

  /** Those of some ids, in the order of tables. */
  public static List<Variant> named(Collection<String> ids) {
    return ALL.stream().filter(variant -> ids.contains(variant.id())).toList();
  }

  private static UnaryOperator<RunSpec> points(int points) {
    return section(section -> section.withPoints(points));
  }

  /** Nothing changes where there is no cross-section, or no data to have definitions of. */
  private static UnaryOperator<RunSpec> section(UnaryOperator<CrossSectionSpec> change) {
    return spec -> {
      CrossSectionSpec section = spec.probes().crossSection();
      return section == null || !spec.hasData()
          ? spec
          : spec.withProbes(spec.probes().withCrossSection(change.apply(section)));
    };
  }

  private static UnaryOperator<RunSpec> chunk(double factor) {
    return spec ->
        spec.hasData()
            ? spec.withData(spec.data().withChunk((int) (factor * spec.data().chunk())))
            : spec;
  }

  private static UnaryOperator<RunSpec> optimizers(UnaryOperator<OptimizerSpec> change) {
    return spec -> spec.hasData() ? spec.withOptimizers(change) : spec;
  }

  private static OptimizerSpec ofSummedChunks(OptimizerSpec optimizer) {
    return optimizer instanceof OptimizerSpec.Sgd
        ? optimizer
        : optimizer.withLearningRate(AUTHORS_CHUNKS * optimizer.learningRate());
  }

  private static OptimizerSpec ofVarianceAsStd(OptimizerSpec optimizer) {
    return optimizer instanceof OptimizerSpec.GdNoise noise
        ? noise.withNoiseStd(NoiseStd.VARIANCE)
        : optimizer;
  }
}
