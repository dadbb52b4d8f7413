package org.sgdwalk.cell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hipparchus.util.ArithmeticUtils;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.spec.SharpnessSpec;
import org.sgdwalk.spec.SpecException;

/** The arms of a network on its data: one design for every {@link NetworkCellSpec}. */
final class NetworkCell {
  /** Every tenth probed step. */
  private static final int RECHECK = 10;

  /** Of the largest eigenvalue with a residual of 1 %, which took 18 at most on seeds 1 to 28. */
  private static final int PRODUCTS = 30;

  /** Of the ten largest, which took 28 to 39 on seed 1000. */
  private static final int PRODUCTS_OF_TEN = 50;

  private static final int TEN = 10;

  /** The larger noise has twice the deviation, so that the order of both shows beyond chance. */
  private static final double LARGE_NOISE = 4;

  /** The paper reduces the learning rate, by what it does not say; schedules divide it by ten. */
  private static final double LOWERED = 0.1;

  private final NetworkCellSpec size;
  private final DataSpec data;
  private final Map<Arm, RunSpec> arms = new EnumMap<>(Arm.class);

  private NetworkCell(NetworkCellSpec size) {
    this.size = size;
    this.data = size.data();
  }

  /**
   * The cell of a size.
   *
   * @throws SpecException naming arm and key of a run that is impossible
   */
  static Cell of(NetworkCellSpec size, Scale scale) {
    NetworkCell cell = new NetworkCell(size);
    cell.putAll();
    return new Cell(size.id(), scale, cell.arms, size.window(), size.epochs());
  }

  private void put(Arm arm, Supplier<RunSpec> run) {
    if (!size.arms().contains(arm)) {
      return;
    }
    try {
      arms.put(arm, run.get());
    } catch (SpecException e) {
      throw new SpecException(
          "arm " + arm.key() + ": " + e.getMessage() + " (without leaves arms out)");
    }
  }

  /** Batches a tenth part apart at most: 2/5, 1 and 4 times the reference. */
  private void putAll() {
    CrossSectionSpec everyStep =
        new CrossSectionSpec(size.points(), BatchNormMode.TRAIN, 0, 1, List.of(), RECHECK)
            .withFrom(size.probedFrom() == 1 ? 0 : size.probedFrom());
    CrossSectionSpec inEpochs =
        new CrossSectionSpec(size.points(), BatchNormMode.TRAIN, 0, 0, size.epochs(), RECHECK);
    LengthSpec shortRun = LengthSpec.ofSteps(size.updates());
    LengthSpec longRun = LengthSpec.ofEpochs(size.epochs().get(size.epochs().size() - 1));
    put(
        Arm.GD,
        () ->
            fullBatch(
                gd(1),
                shortRun,
                new ProbeSpec(everyStep, new EvaluationSpec(perEpoch()), inWindow(), null)));
    put(Arm.SGD, () -> run(sgd(1, 1), shortRun, everyStep));
    put(Arm.SMALL_BATCH, () -> sharpAtEnd(sgd(0.4, 1)));
    put(Arm.LARGE_BATCH, () -> sharpAtEnd(sgd(4, 1)));
    put(Arm.LOW_RATE, () -> sharpAtEnd(sgd(1, 0.5)));
    put(Arm.HIGH_RATE, () -> sharpAtEnd(sgd(1, 2)));
    put(
        Arm.LONG,
        () ->
            augmented(
                size.network(),
                sgd(1, 1),
                longRun,
                new ProbeSpec(
                    inEpochs,
                    new EvaluationSpec(1),
                    SharpnessSpec.atEpochs(size.epochs(), 1, PRODUCTS, size.network().batchNorm()),
                    null)));
    put(Arm.LONG_LOW_RATE, () -> augmented(sgd(1, 0.5), longRun, inEpochs));
    put(Arm.LONG_SCALED, () -> augmented(sgd(size.scaled(), size.scaled()), longRun, null));
    put(Arm.LONG_SMALL_RATE, () -> augmented(sgd(1, LOWERED), longRun, null));
    put(
        Arm.LONG_SMALL_RATE_SCALED,
        () -> augmented(sgd(size.scaled(), LOWERED * size.scaled()), longRun, null));
    put(Arm.LONG_PLAIN, () -> plain(longRun));
    LengthSpec extendedRun = LengthSpec.ofSteps(size.extended());
    put(Arm.GD_EXTENDED, () -> fullBatch(gd(1), extendedRun, evaluatedAtEqualEpochs()));
    put(Arm.SGD_EXTENDED, () -> run(sgd(1, 1), extendedRun, null));
    put(Arm.NOISE_SMALL, () -> noisy(extendedRun));
    put(Arm.NOISE_LARGE, () -> fullBatch(noise(LARGE_NOISE, 1), extendedRun, evaluated()));
    putForks(extendedRun);
    if (size.schedules() != null) {
      putScheduled(size.schedules());
    }
  }

  /** The noisy run, going on in four ways for as many updates as it had. */
  private void putForks(LengthSpec length) {
    put(Arm.FORK_NOISE_LOW_RATE, () -> fork(length, noise(1, LOWERED)));
    put(Arm.FORK_GD, () -> fork(length, gd(1)));
    put(Arm.FORK_GD_LOW_RATE, () -> fork(length, gd(LOWERED)));
    // Evaluated at each of its few epochs.
    put(
        Arm.FORK_SGD,
        () -> fork(length, sgd(1, 1)).withProbes(new ProbeSpec(null, new EvaluationSpec(1))));
  }

  private RunSpec noisy(LengthSpec length) {
    return fullBatch(noise(1, 1), length, evaluated());
  }

  private RunSpec fork(LengthSpec length, OptimizerSpec optimizer) {
    return noisy(length).then(new PhaseSpec(optimizer, new ScheduleSpec.Constant(), length));
  }

  /** Each schedule has the same batches. */
  private void putScheduled(Schedules schedules) {
    schedules
        .byArm()
        .forEach(
            (arm, tuned) ->
                put(
                    arm,
                    () ->
                        run(
                            size.network(),
                            data.augmentedBy(size.augmentation()),
                            new OptimizerSpec.Sgd(size.batch(), tuned.peak(), 0),
                            tuned.schedule(),
                            LengthSpec.ofEpochs(schedules.epochs()),
                            new ProbeSpec(null, new EvaluationSpec(1)))));
  }

  /** Without batch norm, so that each example has a gradient of its own. */
  private RunSpec plain(LengthSpec length) {
    return augmented(
        size.network().withoutBatchNorm(),
        sgd(1, 1),
        length,
        new ProbeSpec(
            null,
            new EvaluationSpec(1),
            SharpnessSpec.atEpochs(size.epochs(), TEN, PRODUCTS_OF_TEN, false),
            CovarianceSpec.withDefaults()));
  }

  private RunSpec fullBatch(OptimizerSpec optimizer, LengthSpec length, ProbeSpec probes) {
    return run(size.network(), data, optimizer, length, probes);
  }

  /** Updates of SGD's reference batch in an epoch. */
  private int perEpoch() {
    return data.train() / size.batch();
  }

  /** An epoch of a full batch is one update: a walk of many is evaluated as often as SGD's is. */
  private ProbeSpec evaluated() {
    return new ProbeSpec(null, new EvaluationSpec(perEpoch()));
  }

  /** Also after as many updates as SGD has epochs in the same number of updates. */
  private ProbeSpec evaluatedAtEqualEpochs() {
    int epochs = size.extended() / perEpoch();
    return new ProbeSpec(null, new EvaluationSpec(ArithmeticUtils.gcd(perEpoch(), epochs)));
  }

  /** At the start, in the middle and at the end of the window that is judged. */
  private SharpnessSpec inWindow() {
    int first = size.window().first();
    int last = size.window().last();
    return SharpnessSpec.roughlyAt(List.of(first, (first + last) / 2, last));
  }

  /** As long as GD's walk, without its sections, and the Hessian at the end. */
  private RunSpec sharpAtEnd(OptimizerSpec.Sgd optimizer) {
    int perEpoch = optimizer.updatesPerEpoch(data.train());
    int lastEpoch = (size.updates() + perEpoch - 1) / perEpoch;
    return run(
        size.network(),
        data,
        optimizer,
        LengthSpec.ofSteps(size.updates()),
        new ProbeSpec(
            null, new EvaluationSpec(1), SharpnessSpec.roughlyAt(List.of(lastEpoch)), null));
  }

  private OptimizerSpec gd(double rateFactor) {
    return new OptimizerSpec.Gd(size.learningRate() * rateFactor, 0);
  }

  private OptimizerSpec.Sgd sgd(double batchFactor, double rateFactor) {
    return new OptimizerSpec.Sgd(
        (int) Math.round(size.batch() * batchFactor), size.learningRate() * rateFactor, 0);
  }

  /**
   * Batch norm has no gradients of single examples in train mode; those of SGD's batches have a
   * batch-th of the variance.
   */
  private OptimizerSpec noise(double factor, double rateFactor) {
    return new OptimizerSpec.GdNoise(
        size.learningRate() * rateFactor, factor * size.noise() * size.batch(), size.batch());
  }

  private RunSpec run(
      OptimizerSpec optimizer, LengthSpec length, @Nullable CrossSectionSpec crossSection) {
    return run(
        size.network(),
        data,
        optimizer,
        length,
        new ProbeSpec(crossSection, new EvaluationSpec(1)));
  }

  private RunSpec augmented(
      OptimizerSpec optimizer, LengthSpec length, @Nullable CrossSectionSpec crossSection) {
    return augmented(
        size.network(), optimizer, length, new ProbeSpec(crossSection, new EvaluationSpec(1)));
  }

  /**
   * Only where every arm of a claim is SGD: GD's gradient is of the images as they are, and what is
   * compared with it must be too.
   */
  private RunSpec augmented(
      NetworkSpec which, OptimizerSpec optimizer, LengthSpec length, ProbeSpec probes) {
    return run(which, data.augmentedBy(size.augmentation()), optimizer, length, probes);
  }

  private static RunSpec run(
      NetworkSpec which,
      DataSpec images,
      OptimizerSpec optimizer,
      LengthSpec length,
      ProbeSpec probes) {
    return run(which, images, optimizer, new ScheduleSpec.Constant(), length, probes);
  }

  private static RunSpec run(
      NetworkSpec which,
      DataSpec images,
      OptimizerSpec optimizer,
      ScheduleSpec schedule,
      LengthSpec length,
      ProbeSpec probes) {
    return new RunSpec(
        which, images, optimizer, schedule, length, 0, null, Precision.FLOAT32, probes, List.of());
  }
}
