package org.sgdwalk.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.sgdwalk.run.NetworkSpeed;
import org.sgdwalk.run.RunNeed;
import org.sgdwalk.run.SpeedTrial;
import org.sgdwalk.session.Plan;
import org.sgdwalk.session.PlannedRun;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.RunSpec;

/**
 * How fast this machine computes the networks of a plan: the usual rate, or measured.
 *
 * @param peak operations a second of a thread in large products; 0 where it is assumed
 * @param measured by network; empty where it is assumed
 */
record PlanSpeeds(double peak, Map<Kind, NetworkSpeed> measured)
    implements Function<RunSpec, NetworkSpeed> {
  /** The usual rate. */
  static final PlanSpeeds ASSUMED = new PlanSpeeds(0, Map.of());

  private static final NetworkSpeed USUAL = NetworkSpeed.of(RunNeed.USUAL_RATE);

  /** What makes a network's speed: what it is, its images, and how many go through it at once. */
  record Kind(NetworkSpec network, String data, int chunk) {
    static Kind of(RunSpec spec) {
      return new Kind(spec.network(), spec.data().name(), spec.data().chunk());
    }
  }

  /** Copies the map. */
  PlanSpeeds {
    measured = Map.copyOf(measured);
  }

  /** Measures each network of a plan, with mini-batches like those of its run that has the most. */
  static PlanSpeeds measure(Plan plan, Settings settings) {
    Map<Kind, PlannedRun> runs = new HashMap<>();
    plan.cells().stream()
        .flatMap(cell -> cell.runs().stream())
        .filter(run -> run.spec().hasData())
        .forEach(run -> runs.merge(Kind.of(run.spec()), run, PlanSpeeds::moreBatches));
    SpeedTrial trial = new SpeedTrial(settings.engine(), settings.parallelRuns());
    Map<Kind, NetworkSpeed> speeds = new HashMap<>();
    runs.forEach(
        (kind, run) -> speeds.put(kind, trial.of(run.spec(), SpeedTrial.batch(run.spec()))));
    return new PlanSpeeds(trial.peak(), speeds);
  }

  private static PlannedRun moreBatches(PlannedRun one, PlannedRun other) {
    return other.need().work().batches() > one.need().work().batches() ? other : one;
  }

  /** Whether nothing was measured. */
  boolean areAssumed() {
    return peak == 0;
  }

  @Override
  public NetworkSpeed apply(RunSpec spec) {
    return areAssumed() || !spec.hasData()
        ? USUAL
        : Objects.requireNonNull(measured.get(Kind.of(spec)), "each network was measured");
  }

  /** For the head of a plan. */
  String words() {
    return areAssumed()
        ? Amounts.rate(RunNeed.USUAL_RATE) + " GFLOP/s each, assumed (--measure measures)"
        : "the rates measured now, beside which stands the part of the peak, "
            + Amounts.rate(peak)
            + " GFLOP/s in large float32 products";
  }

  /** The rates of a run's network, in GFLOP/s of a thread and of the peak. */
  String of(RunSpec spec) {
    NetworkSpeed speed = apply(spec);
    return String.join(
            ", ",
            List.of(
                rate("batches", speed.batches()),
                rate("gradients", speed.gradients()),
                rate("sections", speed.sections()),
                rate("curvature", speed.curvature())))
        + " GFLOP/s";
  }

  private String rate(String what, double rate) {
    return String.format(
        Locale.ROOT, "%s %s (%.0f %%)", what, Amounts.rate(rate), 100 * rate / peak);
  }
}
