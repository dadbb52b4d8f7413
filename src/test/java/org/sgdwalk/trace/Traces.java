package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.spec.Timetable;
import org.sgdwalk.stats.CrossSectionShape;

/** Traces to test with. */
final class Traces {
  /** Losses of a cross-section in every trace here. */
  static final int POINTS = 3;

  /** Of 3, 1, 2: 6 a^2 - 7 a + 3, so -1 + 12 / 7; its last digits are those of the fit. */
  static final double ALPHA = CrossSectionShape.of(new double[] {3, 1, 2}).alpha();

  private Traces() {}

  static RunSpec spec(int steps) {
    return SpecJson.read(
        """
        { "network": {"kind": "mlp", "hidden": [4], "batchNorm": false},
          "data": {"name": "fashion-mnist-3k", "train": 20, "validation": 10},
          "optimizer": {"kind": "sgd", "batch": 10, "learningRate": 0.1},
          "length": {"steps": %d}, "seed": 1,
          "probes": {"crossSection": {"points": %d, "every": 2}} }
        """
            .formatted(steps, POINTS));
  }

  static Manifest manifest(int steps, Status status) {
    Provenance.DataProvenance data =
        new Provenance.DataProvenance(
            "fashion-mnist-3k", Map.of("a.gz", "00"), "0-19", "50-59", List.of(0.25), List.of(0.5));
    return new Manifest(
        spec(steps),
        status,
        new Provenance(
            data, "17", "os", "cpu", "torch", "backend", Map.of("nd4j", "1"), 2, "abc-dirty"),
        Map.of());
  }

  /** A complete trace in which every second step is probed. */
  static Trace complete(int steps) {
    return new Trace(manifest(steps, new Status.Complete()), rows(steps), epochs(steps, steps));
  }

  static Trace diverged(int steps, int at) {
    return new Trace(manifest(steps, new Status.Diverged(at)), rows(at - 1), epochs(steps, at - 1));
  }

  static List<StepRow> rows(int steps) {
    List<StepRow> rows = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      double cosine = step == 1 ? Double.NaN : -0.1;
      CrossSectionRow section =
          new CrossSectionRow(List.of(3.0, 1.0, 2.0), 1, 0.5, 1.5, 0, 1, 1, ALPHA, Double.NaN);
      rows.add(
          new StepRow(
              step,
              1 + (step - 1) / 2,
              0.1,
              2.3,
              1e-7,
              cosine,
              1e-9,
              2,
              step % 2 == 0 ? section : null));
    }
    return rows;
  }

  /** What a run measures with the sharpness probe, more of the spectrum included. */
  static final ProbeSpec WITH_SPECTRA =
      new ProbeSpec(
          null,
          new EvaluationSpec(1),
          new SharpnessSpec(1, List.of(), 0.01, 80, 2, 0, new DensitySpec(1, 10, 20)),
          null);

  static List<EpochRow> sharpEpochs() {
    return List.of(
        new EpochRow(0, 0, 2.3, 0.1, 2.3, 0.1)
            .with(new SharpnessRow(-4, 0.01, 3, 0.02, 12, 0.3, 7, 0.5), null),
        new EpochRow(1, 2, 2, 0.5, 2.25, 0.3),
        new EpochRow(2, 4, 1, 0.5, 2, 0.3)
            .with(new SharpnessRow(8, 0, 8, 0, 9, 0.8, 7, Double.NaN), null));
  }

  static List<SpectrumRow> spectra() {
    return List.of(
        new SpectrumRow(0, 0, -4, 0.01, Double.NaN),
        new SpectrumRow(0, 0, 3, 0.02, Double.NaN),
        new SpectrumRow(0, 0, -5.5, Double.NaN, 0),
        new SpectrumRow(0, 0, 2.5, Double.NaN, 0.125));
  }

  static List<EpochRow> epochs() {
    return epochs(2, 2);
  }

  /** Those that a run of so many steps has after some of them. */
  static List<EpochRow> epochs(int steps, int made) {
    return Timetable.of(spec(steps))
        .evaluations()
        .filter(moment -> moment.step() <= made)
        .map(
            moment ->
                moment.step() == 0
                    ? new EpochRow(0, 0, 2.3, 0.1, 2.3, 0.1)
                    : new EpochRow(moment.epoch(), moment.step(), 2, 0.5, 2.25, 0.3))
        .toList();
  }

  /**
   * Any finite double, bit pattern by bit pattern, with subnormals, both zeros and the extremes.
   */
  static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs()
            .between(Long.MIN_VALUE, Long.MAX_VALUE)
            .map(Double::longBitsToDouble)
            .filter(Double::isFinite),
        Arbitraries.longs().between(1, (1L << 52) - 1).map(Double::longBitsToDouble),
        Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 0.1, 1e17),
        Arbitraries.doubles().between(-1000, 1000).ofScale(9));
  }

  static Arbitrary<Double> numbersOrNaN() {
    return Arbitraries.oneOf(numbers(), Arbitraries.of(Double.NaN));
  }

  static Arbitrary<CrossSectionRow> sections() {
    Arbitrary<List<Double>> losses = numbers().list().ofSize(POINTS);
    return Combinators.combine(
            losses,
            numbersOrNaN(),
            numbersOrNaN(),
            numbers(),
            numbers(),
            numbers(),
            numbersOrNaN(),
            numbersOrNaN().list().ofSize(2))
        .as(
            (ls, floor, floorA, height, barrier, convexity, r2, last) ->
                new CrossSectionRow(
                    ls, floor, floorA, height, barrier, convexity, r2, last.get(0), last.get(1)));
  }

  static Arbitrary<List<StepRow>> stepRows() {
    Arbitrary<StepRow> row =
        Combinators.combine(
                Arbitraries.integers().between(0, 999_999_999),
                numbers().list().ofSize(5),
                numbersOrNaN(),
                sections().injectNull(0.3))
            .as(
                (epoch, x, cosine, section) ->
                    new StepRow(
                        1, epoch, x.get(0), x.get(1), x.get(2), cosine, x.get(3), x.get(4),
                        section));
    return row.list().ofMaxSize(5).map(Traces::numbered);
  }

  private static List<StepRow> numbered(List<StepRow> rows) {
    List<StepRow> numbered = new ArrayList<>();
    for (StepRow r : rows) {
      numbered.add(
          new StepRow(
              numbered.size() + 1,
              r.epoch(),
              r.learningRate(),
              r.batchLoss(),
              r.gradNorm(),
              r.cosine(),
              r.distance(),
              r.paramNorm(),
              r.crossSection()));
    }
    return numbered;
  }
}
