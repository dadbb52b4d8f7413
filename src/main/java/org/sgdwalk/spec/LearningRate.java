package org.sgdwalk.spec;

/** The learning rate of each update: a plain function of its number. */
public interface LearningRate {

  /** eta of the update with this 1-based number. */
  double at(int step);

  /** That of the phase in which an update is, by the update's number in the run. */
  static LearningRate of(RunSpec run) {
    int train = run.data().train();
    return step -> {
      int before = 0;
      for (PhaseSpec phase : run.phases()) {
        int updates = phase.updates(train);
        if (step <= before + updates) {
          return of(phase, train).at(step - before);
        }
        before += updates;
      }
      throw new IllegalArgumentException("the run ends after " + before + " updates: " + step);
    };
  }

  /** The optimizer's rate times the schedule's multiplier, by the update's number in its phase. */
  static LearningRate of(PhaseSpec spec, int train) {
    LearningRate multiplier =
        multiplier(spec.schedule(), spec.optimizer().updatesPerEpoch(train), spec.updates(train));
    return step -> spec.optimizer().learningRate() * multiplier.at(step);
  }

  /**
   * The multiplier m(t) of a schedule.
   *
   * @param perEpoch updates an epoch takes
   * @param updates updates of the whole run
   */
  static LearningRate multiplier(ScheduleSpec schedule, int perEpoch, int updates) {
    if (schedule instanceof ScheduleSpec.Stepwise stepwise) {
      return step -> stepwise(stepwise, (step - 1) / perEpoch);
    }
    if (schedule instanceof ScheduleSpec.Cyclical cyclical) {
      return step -> cyclical(cyclical, (double) (step - 1) / perEpoch);
    }
    if (schedule instanceof ScheduleSpec.Trapezoid trapezoid) {
      return step ->
          trapezoid(
              trapezoid, (double) (step - 1) / perEpoch, (double) (updates - step) / perEpoch);
    }
    if (schedule instanceof ScheduleSpec.Constant) {
      return step -> 1;
    }
    throw new IllegalStateException("no learning rate for " + schedule);
  }

  /** After so many whole epochs. */
  private static double stepwise(ScheduleSpec.Stepwise schedule, int done) {
    long falls = schedule.epochs().stream().filter(epoch -> epoch <= done).count();
    double multiplier = 1;
    for (long i = 0; i < falls; i++) {
      multiplier *= schedule.factor();
    }
    return multiplier;
  }

  /** After so many epochs, a fraction too. */
  private static double cyclical(ScheduleSpec.Cyclical schedule, double done) {
    double phase = done / schedule.halfPeriodEpochs() % 2;
    return between(schedule.low(), schedule.high(), 1 - Math.abs(phase - 1));
  }

  /** After so many epochs and before so many, the current update in neither. */
  private static double trapezoid(ScheduleSpec.Trapezoid schedule, double done, double left) {
    if (done < schedule.riseEpochs()) {
      return between(schedule.low(), schedule.high(), done / schedule.riseEpochs());
    }
    return between(schedule.end(), schedule.high(), Math.min(1, left / schedule.annealEpochs()));
  }

  /** Exactly the ends at 0 and 1. */
  private static double between(double from, double to, double a) {
    return (1 - a) * from + a * to;
  }
}
