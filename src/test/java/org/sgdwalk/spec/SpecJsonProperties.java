package org.sgdwalk.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class SpecJsonProperties {
  private static final Pattern NUMBER = Pattern.compile("[:\\[,] (-?[0-9][-+.0-9eE]*)");

  @Provide
  Arbitrary<RunSpec> specs() {
    return Combinators.combine(
            networks(),
            data(),
            optimizers(),
            lengthsAndSchedules(),
            Arbitraries.longs().greaterOrEqual(0).list().ofSize(2),
            Arbitraries.of(true, false),
            Arbitraries.of(Precision.class),
            probes())
        .as(
            (network, data, optimizer, timing, seeds, replicate, precision, probes) ->
                new RunSpec(
                    network,
                    data,
                    optimizer,
                    timing.schedule(),
                    timing.length(),
                    seeds.get(0),
                    orderSeed(replicate, seeds.get(1)),
                    precision,
                    within(
                        probes,
                        new PhaseSpec(optimizer, timing.schedule(), timing.length()),
                        data.train(),
                        network.batchNorm()),
                    List.of(0, 1),
                    replicate
                        ? List.of(
                            new PhaseSpec(
                                optimizer, timing.schedule(), LengthSpec.ofEpochs(10_000)))
                        : List.of()));
  }

  /** The same probes where they select what the first phase has. */
  private static ProbeSpec within(ProbeSpec probes, PhaseSpec phase, int train, boolean batchNorm) {
    int updates = phase.updates(train);
    int epochs = phase.epochs(train);
    CrossSectionSpec section = probes.crossSection();
    SharpnessSpec sharpness = probes.sharpness();
    return new ProbeSpec(
        section == null
            ? null
            : new CrossSectionSpec(
                section.points(),
                section.batchNorm(),
                section.chunks(),
                Math.min(section.first(), updates),
                Math.min(section.every(), updates),
                Math.min(section.from(), Math.min(section.every(), updates)),
                within(section.epochs(), epochs),
                section.recheckEvery()),
        probes.evaluation(),
        sharpness == null
            ? null
            : new SharpnessSpec(
                sharpness.everyEpochs(),
                within(sharpness.epochs(), epochs),
                sharpness.tolerance(),
                sharpness.maxProducts(),
                sharpness.topK(),
                sharpness.traceProbes(),
                sharpness.density(),
                sharpness.evalMode() && batchNorm),
        null);
  }

  private static List<Integer> within(List<Integer> selected, int epochs) {
    return selected.stream().map(epoch -> Math.min(epoch, epochs)).toList();
  }

  private static @Nullable Long orderSeed(boolean replicate, Long seed) {
    return replicate ? seed : null;
  }

  private static Arbitrary<NetworkSpec> networks() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 1000).list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.of(true, false))
        .as(NetworkSpec.Mlp::new);
  }

  /** Even sizes, so that no chunk and no batch is left with a single example. */
  private static Arbitrary<DataSpec> data() {
    return Combinators.combine(
            Arbitraries.strings().ofMinLength(1).filter(name -> !name.isBlank()),
            Arbitraries.integers().between(50, 30_000),
            Arbitraries.integers().between(1, 10_000),
            Arbitraries.integers().between(1, 5_000),
            Arbitraries.of(Subset.class),
            classes().injectNull(0.5),
            normalizations().injectNull(0.5))
        .as(
            (name, half, validation, chunk, subset, classes, normalization) ->
                new DataSpec(
                    name, 2 * half, validation, 2 * chunk, subset, classes, normalization, null));
  }

  private static Arbitrary<ClassSelection> classes() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(2, 200).map(ClassSelection.First::new),
        Arbitraries.strings()
            .list()
            .uniqueElements()
            .ofMinSize(2)
            .ofMaxSize(4)
            .map(ClassSelection.Named::new));
  }

  private static Arbitrary<NormalizationSpec> normalizations() {
    Arbitrary<Double> means = Arbitraries.doubles().between(0, 1).ofScale(9);
    Arbitrary<Double> deviations = Arbitraries.doubles().between(1e-8, 1).ofScale(9);
    return Combinators.combine(means.list().ofSize(3), deviations.list().ofSize(3))
        .as(NormalizationSpec::new);
  }

  private static Arbitrary<OptimizerSpec> optimizers() {
    Arbitrary<Double> rates =
        Arbitraries.doubles().between(0, false, Double.MAX_VALUE, true).ofScale(12);
    Arbitrary<Double> decays = Arbitraries.doubles().greaterOrEqual(0).ofScale(9);
    Arbitrary<Integer> batches = Arbitraries.integers().between(1, 50).map(half -> 2 * half);
    return Arbitraries.oneOf(
        Combinators.combine(rates, decays).as(OptimizerSpec.Gd::new),
        Combinators.combine(
                rates,
                decays,
                rates,
                Arbitraries.integers().between(1, 25).map(half -> 2 * half),
                Arbitraries.of(NoiseStd.class))
            .as(
                (rate, decay, factor, batch, std) ->
                    new OptimizerSpec.GdNoise(rate, decay, false, factor, batch, std)),
        Combinators.combine(batches, rates, decays).as(OptimizerSpec.Sgd::new));
  }

  private record Timing(LengthSpec length, ScheduleSpec schedule) {}

  /** In steps only where the schedule does not depend on the epochs that they make. */
  private static Arbitrary<Timing> lengthsAndSchedules() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 10_000);
    Arbitrary<LengthSpec> lengths =
        Arbitraries.oneOf(numbers.map(LengthSpec::ofSteps), numbers.map(LengthSpec::ofEpochs));
    Arbitrary<LengthSpec> inEpochs =
        Arbitraries.integers().between(100, 10_000).map(LengthSpec::ofEpochs);
    return Arbitraries.oneOf(
        lengths.map(length -> new Timing(length, new ScheduleSpec.Constant())),
        Combinators.combine(inEpochs, schedules()).as(Timing::new));
  }

  private static Arbitrary<ScheduleSpec> schedules() {
    Arbitrary<Double> below1 = Arbitraries.doubles().between(0, false, 1, false).ofScale(9);
    Arbitrary<Double> above1 = Arbitraries.doubles().between(1, 100).ofScale(9);
    Arbitrary<Integer> epochs = Arbitraries.integers().between(1, 50);
    return Arbitraries.oneOf(
        Combinators.combine(
                below1, epochs.set().ofMinSize(1).map(set -> set.stream().sorted().toList()))
            .as(ScheduleSpec.Stepwise::new),
        Combinators.combine(below1, above1, epochs).as(ScheduleSpec.Cyclical::new),
        Combinators.combine(below1, above1, below1, epochs, epochs)
            .as(ScheduleSpec.Trapezoid::new));
  }

  private static Arbitrary<ProbeSpec> probes() {
    Arbitrary<Integer> periods = Arbitraries.integers().between(0, 1000);
    Arbitrary<CrossSectionSpec> sections =
        Combinators.combine(
                Arbitraries.integers().between(3, 101),
                Arbitraries.of(BatchNormMode.class),
                Arbitraries.of(Chunks.class),
                periods,
                periods.map(every -> every + 1),
                periods,
                Arbitraries.integers().between(1, 100).list().ofMaxSize(4),
                periods)
            .as(CrossSectionSpec::new);
    return Combinators.combine(
            sections.injectNull(0.3),
            Arbitraries.integers().between(1, 100).map(EvaluationSpec::new),
            sharpness().injectNull(0.3))
        .as(
            (section, evaluation, sharpness) ->
                new ProbeSpec(section, evaluation, sharpness, null));
  }

  private static Arbitrary<SharpnessSpec> sharpness() {
    Arbitrary<Integer> counts = Arbitraries.integers().between(1, 100);
    Arbitrary<DensitySpec> densities =
        Combinators.combine(counts, counts, counts.map(points -> points + 19)).as(DensitySpec::new);
    return Combinators.combine(
            counts,
            Arbitraries.integers().between(0, 100).list().ofMaxSize(4),
            Arbitraries.doubles().between(0, false, 1, false).ofScale(9),
            counts.map(products -> products + 100),
            counts,
            counts,
            densities.injectNull(0.5),
            Arbitraries.of(true, false))
        .as(SharpnessSpec::new);
  }

  @Property
  void a_spec_survives_its_json_form(@ForAll("specs") RunSpec spec) {
    assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
  }

  /** Whatever a number in a spec is, reading it ends with a spec or with what is wrong with it. */
  @Property
  void any_number_is_read_or_refused_by_its_key(
      @ForAll("specs") RunSpec spec, @ForAll("numbers") String number, @ForAll Random random) {
    String json = SpecJson.write(spec);
    List<MatchResult> numbers = NUMBER.matcher(json).results().toList();
    MatchResult one = numbers.get(random.nextInt(numbers.size()));
    String changed = json.substring(0, one.start(1)) + number + json.substring(one.end(1));
    try {
      assertThat(SpecJson.read(changed).updates()).isPositive();
    } catch (SpecException e) {
      assertThat(e).message().hasLineCount(1).hasSizeLessThan(400);
    }
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.of("0", "-1", "1", "2147483647", "-2147483648", "9223372036854775807"),
        Arbitraries.of("1e308", "1e999", "1e-320", "-0.0", "65536", "10000000", "999999999"),
        Arbitraries.longs().map(String::valueOf),
        Arbitraries.doubles().ofScale(300).map(String::valueOf));
  }

  @Property(tries = 100)
  void writing_what_was_read_gives_the_same_text(@ForAll("specs") RunSpec spec) {
    String json = SpecJson.write(spec);

    assertThat(SpecJson.write(SpecJson.read(json))).isEqualTo(json);
  }
}
