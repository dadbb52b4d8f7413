package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.Moment;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.RandomRuns;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.Timetable;

/** The timetable against the count that goes through a run by itself. */
class TimetableCostProperties {
  @Provide
  Arbitrary<RunSpec> runs() {
    return RandomRuns.runs();
  }

  @Property(tries = 20_000)
  void costs_are_those_of_the_count(@ForAll("runs") RunSpec run) {
    agrees(run);
  }

  @Example
  void costs_of_every_cell_are_those_of_the_count() {
    for (Scale scale : Scale.values()) {
      Catalog.allCells(scale).stream()
          .flatMap(cell -> cell.arms().values().stream())
          .forEach(TimetableCostProperties::agrees);
    }
  }

  private static void agrees(RunSpec run) {
    RunCost count = RunCost.of(run);
    long train = run.data().train();
    long gradients = 0;
    long sections = 0;
    long evaluations = 0;
    long curvature = 0;
    boolean before = false;
    for (Moment moment : RandomRuns.moments(run)) {
      if (moment.evaluated()) {
        evaluations += train + run.data().validation();
      }
      if (moment.curvature()) {
        curvature++;
      }
      if (moment.step() > 0) {
        OptimizerSpec optimizer = run.phases().get(moment.phase()).optimizer();
        gradients +=
            optimizer instanceof OptimizerSpec.Sgd sgd
                ? Math.min(sgd.batch(), train - (long) (moment.stepOfEpoch() - 1) * sgd.batch())
                : train;
        gradients +=
            moment.stepOfPhase() == 1 && optimizer instanceof OptimizerSpec.GdNoise ? 2 * train : 0;
      }
      var section = run.probes().crossSection();
      if (moment.probed() && section != null) {
        boolean shared = before && section.batchNorm() == BatchNormMode.TRAIN;
        sections += train * (section.points() - (shared ? 1 : 0));
        sections += moment.rechecked() ? train * section.points() : 0;
      }
      before = moment.probed();
    }
    assertThat(gradients).isEqualTo(count.gradients());
    assertThat(sections).isEqualTo(count.sections());
    assertThat(evaluations).isEqualTo(count.evaluations());
    var sharpness = run.probes().sharpness();
    long products =
        sharpness == null
            ? 0
            : sharpness.maxProducts()
                + sharpness.traceProbes()
                + (sharpness.density() == null
                    ? 0L
                    : (long) sharpness.density().probes() * sharpness.density().steps());
    long covariance = run.probes().covariance() == null ? 0 : 2 * train;
    assertThat(curvature * (2 * train * products + covariance)).isEqualTo(count.curvature());
    assertThat(Timetable.of(run).stream().count()).isEqualTo(run.updates());
  }
}
