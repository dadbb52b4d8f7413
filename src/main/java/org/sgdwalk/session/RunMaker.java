package org.sgdwalk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.run.Runner;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.run.checkpoint.StopSignal;
import org.sgdwalk.trace.Trace;

/**
 * Makes runs in this process, each in its place in a store.
 *
 * @param store where traces and what is kept of runs are
 * @param checkpoints time between two checkpoints of a run, from which the same program goes on
 *     when it is asked for the run again
 * @param stop ends runs between two updates; the end of the process waits for that
 * @param says is told, in a line, of checkpoints that are damaged or cannot be made
 */
public record RunMaker(
    TraceStore store, Duration checkpoints, StopSignal stop, Consumer<String> says) {

  /** Makes a run, or reads it where it is there. */
  public MadeRun make(StoredRun run, Runner runner) {
    AtomicReference<MadeRun.@Nullable Span> span = new AtomicReference<>();
    // The end of the process waits for a run, which is kept then, but for no other process's.
    Trace trace =
        store.make(
            run, folder -> stop.await(() -> timed(span, () -> made(run, folder.folder(), runner))));
    store.removeTrunk(run);
    return new MadeRun(run, trace, span.get());
  }

  private RunResult made(StoredRun run, NewFolder folder, Runner runner) {
    Keeping keeping = Keeping.in(folder, checkpoints, stop, says).goingOnUnasked();
    return runner.run(
        run.spec(), store.trunk(run).map(keeping::forkedFrom).orElse(keeping), Progress.NONE);
  }

  private static RunResult timed(
      AtomicReference<MadeRun.@Nullable Span> span, Supplier<RunResult> work) {
    long begin = System.nanoTime();
    RunResult result = work.get();
    span.set(new MadeRun.Span(Duration.ofNanos(System.nanoTime() - begin), Instant.now()));
    return result;
  }
}
