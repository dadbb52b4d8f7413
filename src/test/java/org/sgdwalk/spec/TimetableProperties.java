package org.sgdwalk.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimetableProperties {
  @Provide
  Arbitrary<RunSpec> runs() {
    return RandomRuns.runs();
  }

  private static List<Moment> updates(RunSpec run) {
    return Timetable.of(run).stream().toList();
  }

  @Property
  void every_update_has_its_number_and_only_one_is_the_last(@ForAll("runs") RunSpec run) {
    assertThat(updates(run).stream().map(Moment::step))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, run.updates()).boxed().toList());
    assertThat(updates(run).stream().filter(Moment::last).map(Moment::step))
        .containsExactly(run.updates());
  }

  /** Each phase begins an epoch of its own; an epoch takes so many updates unless it is cut. */
  @Property
  void a_phase_has_its_updates_in_its_epochs(@ForAll("runs") RunSpec run) {
    int train = run.data().train();
    List<Moment> updates = updates(run);
    int before = 0;
    int epochsBefore = 0;
    for (int i = 0; i < run.phases().size(); i++) {
      PhaseSpec phase = run.phases().get(i);
      int perEpoch = phase.optimizer().updatesPerEpoch(train);
      for (int k = 1; k <= phase.updates(train); k++) {
        Moment moment = updates.get(before + k - 1);
        assertThat(moment.phase()).isEqualTo(i);
        assertThat(moment.stepOfPhase()).isEqualTo(k);
        assertThat(moment.epoch()).isEqualTo(epochsBefore + (k + perEpoch - 1) / perEpoch);
        assertThat(moment.stepOfEpoch()).isEqualTo(1 + (k - 1) % perEpoch);
        assertThat(moment.endsEpoch()).isEqualTo(k % perEpoch == 0 || k == phase.updates(train));
      }
      before += phase.updates(train);
      epochsBefore += phase.epochs(train);
    }
  }

  @Property
  void the_first_probed_step_is_rechecked_and_every_so_many_after_it(@ForAll("runs") RunSpec run) {
    CrossSectionSpec section = run.probes().crossSection();
    List<Moment> probed = updates(run).stream().filter(Moment::probed).toList();

    assertThat(probed)
        .isEqualTo(
            updates(run).stream()
                .filter(m -> section != null && section.selects(m.step(), m.epoch()))
                .toList());
    for (int k = 0; k < probed.size(); k++) {
      int period = section == null ? 0 : section.recheckEvery();
      assertThat(probed.get(k).rechecked()).isEqualTo(period > 0 && k % period == 0);
    }
  }

  @Property
  void a_run_is_evaluated_at_both_ends_and_where_an_epoch_that_is_asked_for_ends(
      @ForAll("runs") RunSpec run) {
    int period = run.probes().evaluation().everyEpochs();
    SharpnessSpec sharpness = run.probes().sharpness();
    for (Moment moment : RandomRuns.moments(run)) {
      boolean end = moment.step() == 0 || moment.last();
      boolean curvature =
          sharpness != null
              && sharpness.selects(moment.epoch(), moment.last())
              && (end || moment.endsEpoch());
      assertThat(moment.curvature()).isEqualTo(curvature);
      assertThat(moment.evaluated())
          .isEqualTo(end || curvature || (moment.endsEpoch() && moment.epoch() % period == 0));
    }
    assertThat(Timetable.of(run).evaluations().toList())
        .isEqualTo(RandomRuns.moments(run).stream().filter(Moment::evaluated).toList());
  }
}
