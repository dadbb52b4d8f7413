package org.sgdwalk.spec;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a run: one an update, in order. The loop walks them, recorders ask them what is
 * due, a plan adds up their cost, and a trace has their rows.
 */
public final class Timetable implements Iterable<Moment> {
  private final RunSpec spec;
  private final int train;
  private final List<PhaseSpec> phases;
  private final int updates;
  private final @Nullable CrossSectionSpec section;
  private final @Nullable SharpnessSpec sharpness;

  private Timetable(RunSpec spec) {
    this.spec = spec;
    this.train = spec.data().train();
    this.phases = spec.phases();
    this.updates = spec.updates();
    this.section = spec.probes().crossSection();
    this.sharpness = spec.probes().sharpness();
  }

  /** The timetable of a run that does not diverge. */
  public static Timetable of(RunSpec spec) {
    return new Timetable(spec);
  }

  /** The initialisation, which is always evaluated. */
  public Moment start() {
    return new Moment(0, 0, 0, 0, 0, false, false, false, false, true, curvature(0, false));
  }

  /** The updates in order, made as they are asked for. */
  @Override
  public Iterator<Moment> iterator() {
    return new Walk();
  }

  /** The updates in order. */
  public Stream<Moment> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** The initialisation and the updates after which the run is evaluated, in order. */
  public Stream<Moment> evaluations() {
    return Stream.concat(Stream.of(start()), stream().filter(Moment::evaluated));
  }

  private boolean curvature(int epoch, boolean last) {
    return sharpness != null && sharpness.selects(epoch, last);
  }

  private boolean evaluated(int epoch, boolean endsEpoch, boolean last) {
    return last
        || (endsEpoch
            && (epoch % spec.probes().evaluation().everyEpochs() == 0 || curvature(epoch, false)));
  }

  /** Counts updates, epochs and probed steps. */
  private final class Walk implements Iterator<Moment> {
    private int step;
    private int phase;
    private int stepOfPhase;
    private int epoch;
    private int stepOfEpoch;
    private int probed;
    private int perEpoch = phases.get(0).optimizer().updatesPerEpoch(train);
    private int ofPhase = phases.get(0).updates(train);

    @Override
    public boolean hasNext() {
      return step < updates;
    }

    @Override
    public Moment next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the run ends after " + updates + " updates");
      }
      advance();
      boolean last = step == updates;
      boolean endsEpoch = stepOfEpoch == perEpoch || stepOfPhase == ofPhase;
      boolean evaluated = evaluated(epoch, endsEpoch, last);
      boolean selected = section != null && section.selects(step, epoch);
      return new Moment(
          step,
          phase,
          stepOfPhase,
          epoch,
          stepOfEpoch,
          endsEpoch,
          last,
          selected,
          selected && rechecked(),
          evaluated,
          evaluated && curvature(epoch, last));
    }

    private void advance() {
      step++;
      if (stepOfPhase == ofPhase) {
        enterPhase(phase + 1);
      }
      stepOfPhase++;
      stepOfEpoch = stepOfEpoch % perEpoch + 1;
      epoch += stepOfEpoch == 1 ? 1 : 0;
    }

    private void enterPhase(int next) {
      phase = next;
      stepOfPhase = 0;
      stepOfEpoch = 0;
      perEpoch = phases.get(next).optimizer().updatesPerEpoch(train);
      ofPhase = phases.get(next).updates(train);
    }

    /** The first probed step and every so many after it. */
    private boolean rechecked() {
      int period = section == null ? 0 : section.recheckEvery();
      return period > 0 && probed++ % period == 0;
    }
  }
}
