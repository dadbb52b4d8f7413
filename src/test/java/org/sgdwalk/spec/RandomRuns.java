package org.sgdwalk.spec;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Short runs of up to three phases, probed and evaluated in every way that a spec can ask for. */
public final class RandomRuns {
  private static final int MAX_PHASES = 3;

  private RandomRuns() {}

  /** Runs of an MLP without batch norm, on 6 to 90 images. */
  public static Arbitrary<RunSpec> runs() {
    return Combinators.combine(
            Arbitraries.integers().between(6, 90),
            phase().list().ofMinSize(1).ofMaxSize(MAX_PHASES),
            section().injectNull(0.2),
            Arbitraries.integers().between(1, 5),
            sharpness().injectNull(0.3),
            Arbitraries.of(true, false))
        .as(RandomRuns::run);
  }

  private static RunSpec run(
      int train,
      List<Phase> asked,
      @Nullable CrossSectionSpec section,
      int everyEpochs,
      @Nullable SharpnessSpec sharpness,
      boolean covariance) {
    List<PhaseSpec> phases = asked.stream().map(phase -> phase.spec(train)).toList();
    int updates = phases.stream().mapToInt(phase -> phase.updates(train)).sum();
    int epochs = phases.stream().mapToInt(phase -> phase.epochs(train)).sum();
    PhaseSpec first = phases.get(0);
    ProbeSpec probes =
        new ProbeSpec(
            section == null ? null : within(section, updates, epochs),
            new EvaluationSpec(everyEpochs),
            sharpness == null ? null : within(sharpness, epochs),
            covariance && sharpness != null ? new CovarianceSpec(2) : null);
    return new RunSpec(
        new NetworkSpec.Mlp(List.of(2), false),
        new DataSpec("fashion-mnist-3k", train, 10, 5, Subset.FIRST, null, null, null),
        first.optimizer(),
        first.schedule(),
        first.length(),
        1,
        null,
        Precision.FLOAT32,
        probes,
        List.of(),
        phases.subList(1, phases.size()));
  }

  private static CrossSectionSpec within(CrossSectionSpec section, int updates, int epochs) {
    return new CrossSectionSpec(
        section.points(),
        section.batchNorm(),
        section.chunks(),
        Math.min(section.first(), updates),
        Math.min(section.every(), updates),
        Math.min(section.from(), Math.min(section.every(), updates)),
        section.epochs().stream().map(epoch -> Math.min(epoch, epochs)).toList(),
        section.recheckEvery());
  }

  private static SharpnessSpec within(SharpnessSpec sharpness, int epochs) {
    return SharpnessSpec.of(
        sharpness.everyEpochs(),
        sharpness.epochs().stream().map(epoch -> Math.min(epoch, epochs)).toList(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A phase before the number of images is known; {@code batch} 0 is the full batch. */
  private record Phase(int batch, boolean noise, boolean inEpochs, int length) {
    PhaseSpec spec(int train) {
      OptimizerSpec optimizer =
          batch > 0
              ? new OptimizerSpec.Sgd(Math.min(batch, train), 0.1, 0)
              : noise
                  ? new OptimizerSpec.GdNoise(0.1, 0, false, 1, 2, NoiseStd.SIGMA)
                  : new OptimizerSpec.Gd(0.1, 0);
      return new PhaseSpec(
          optimizer,
          new ScheduleSpec.Constant(),
          inEpochs ? LengthSpec.ofEpochs(length) : LengthSpec.ofSteps(length));
    }
  }

  private static Arbitrary<Phase> phase() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 12))
        .as(Phase::new);
  }

  private static Arbitrary<CrossSectionSpec> section() {
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 9);
    return Combinators.combine(
            Arbitraries.of(BatchNormMode.class),
            few,
            few,
            few,
            few.map(epoch -> epoch + 1).list().ofMinSize(1).ofMaxSize(2),
            few)
        .as(
            (batchNorm, first, every, from, epochs, recheckEvery) ->
                new CrossSectionSpec(
                    3,
                    batchNorm,
                    Chunks.FIXED,
                    first,
                    every,
                    Math.min(from, every),
                    epochs,
                    recheckEvery));
  }

  private static Arbitrary<SharpnessSpec> sharpness() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 9).list().ofMinSize(1).ofMaxSize(2))
        .as((every, epochs) -> SharpnessSpec.of(every, epochs, null, null, null, null, null, null));
  }

  /** All moments of a run, the initialisation first. */
  public static List<Moment> moments(RunSpec spec) {
    Timetable timetable = Timetable.of(spec);
    return Stream.concat(Stream.of(timetable.start()), timetable.stream()).toList();
  }
}
