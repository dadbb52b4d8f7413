package org.sgdwalk.run;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.run.checkpoint.Checkpoints;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.run.checkpoint.RunIdentity;
import org.sgdwalk.run.checkpoint.RunStopped;
import org.sgdwalk.run.checkpoint.TrunkEnd;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.TraceException;
import org.sgdwalk.train.LoopState;
import org.sgdwalk.train.Start;
import org.sgdwalk.train.Step;
import org.sgdwalk.train.StepObserver;
import org.sgdwalk.train.TrainingLoop;

/** Makes a walk that is kept from time to time, from where it was kept last. */
final class KeptWalk implements StepObserver {
  private final RunSpec spec;
  private final LossSurface surface;
  private final WalkRecorder recorder;
  private final Keeping keeping;
  private final @Nullable Checkpoints own;
  private final @Nullable TrunkEnd trunkEnd;
  private long kept = System.nanoTime();

  KeptWalk(
      RunSpec spec,
      LossSurface surface,
      WalkRecorder recorder,
      Keeping keeping,
      Provenance provenance) {
    this.spec = spec;
    this.surface = surface;
    this.recorder = recorder;
    this.keeping = keeping;
    this.own =
        keeping.place() == null
            ? null
            : new Checkpoints(keeping.place().partial(), RunIdentity.of(spec, provenance));
    this.trunkEnd =
        keeping.trunk() == null
            ? null
            : new TrunkEnd(keeping.trunk(), spec, provenance, keeping.said());
    if (keeping.place() != null && Checkpoints.areIn(keeping.place().partial())) {
      keeping.place().keep(); // Also when this run is refused, or ends before it is kept again.
    }
  }

  Status run(Start start) {
    TrainingLoop loop = new TrainingLoop(spec, surface);
    Optional<Checkpoints.Found> found = found();
    if (found.isEmpty()) {
      return loop.run(start, this);
    }
    recorder.goTo(start.theta(), found.get());
    return loop.resume(start, found.get().checkpoint().loop(), this);
  }

  /** A run's own checkpoint is the farther one. */
  private Optional<Checkpoints.Found> found() {
    Optional<Checkpoints.Found> mine = own == null ? Optional.empty() : mine(own);
    return mine.isPresent() || trunkEnd == null ? mine : trunkEnd.find(surface);
  }

  private Optional<Checkpoints.Found> mine(Checkpoints checkpoints) {
    try {
      return checkpoints.newest(surface, keeping.said());
    } catch (TraceException e) {
      if (!keeping.unasked() || keeping.place() == null) {
        throw new TraceException(e.getMessage() + "; remove it to begin the run anew", e);
      }
      keeping.said().accept(e.getMessage() + "; the run is begun anew");
      keeping.place().clear();
      return Optional.empty();
    }
  }

  @Override
  public boolean onStart(ParameterVector theta, Normalization evalMode) {
    return recorder.onStart(theta, evalMode);
  }

  @Override
  public boolean onStep(Step step) {
    return recorder.onStep(step);
  }

  @Override
  public void between(int updates, Supplier<LoopState> state) {
    if (trunkEnd != null && trunkEnd.isAt(updates)) {
      trunkEnd.keep(recorder.checkpoint(state.get()), recorder.rows());
    }
    if (updates == spec.updates()) {
      return;
    }
    boolean stops = keeping.stop().isRaised();
    boolean due = stops || System.nanoTime() - kept >= keeping.interval().toNanos();
    String notKept = null;
    if (own != null && keeping.place() != null && due) {
      notKept = save(own, keeping.place(), state.get());
    }
    if (stops) {
      throw new RunStopped(updates, notKept);
    }
    if (notKept != null) {
      keeping.said().accept(notKept + "; the run goes on without it");
    }
  }

  /** What went wrong, or null: a disk that is full for a while ends no run that goes on. */
  private @Nullable String save(Checkpoints checkpoints, NewFolder place, LoopState state) {
    kept = System.nanoTime();
    try {
      checkpoints.save(recorder.checkpoint(state), recorder.rows());
      place.keep();
      return null;
    } catch (TraceException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
