package org.sgdwalk.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.file.PathUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sgdwalk.run.checkpoint.Checkpoint;
import org.sgdwalk.run.checkpoint.Checkpoints;
import org.sgdwalk.run.checkpoint.RunIdentity;
import org.sgdwalk.run.checkpoint.WalkRows;
import org.sgdwalk.train.LoopState;

/**
 * A checkpoint written, summed, synced and renamed, in a folder for temporary files, without new
 * rows. An operation is one checkpoint.
 *
 * <p>How to read it: between two checkpoints of a run there are five minutes, so 3 s would be one
 * percent of it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
public class CheckpointBenchmark {
  /** Where they go. */
  @State(Scope.Benchmark)
  public static class Place {
    private static final int[] NONE = {};

    private Path folder;
    private Checkpoints checkpoints;
    private int updates;

    /** Makes a folder. */
    @Setup(Level.Trial)
    public void make() throws IOException {
      folder = Files.createTempDirectory("checkpoints");
      checkpoints =
          new Checkpoints(folder, new RunIdentity("spec", "program", "torch", Map.of(), "", null));
    }

    /** Removes it. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
      PathUtils.delete(folder);
    }

    private void save(Surface surface) {
      LoopState.Draws draws = new LoopState.Draws(NONE, NONE, NONE, NONE, 0);
      LoopState loop =
          new LoopState(++updates, surface.to, surface.loss.initialStatistics(), draws);
      checkpoints.save(
          new Checkpoint(loop, surface.from, 0, NONE),
          new WalkRows(List.of(), List.of(), List.of(), Map.of()));
    }
  }

  /** Theta, running statistics and the last gradient. */
  @Benchmark
  public void checkpoint(Surface surface, Place place) {
    place.save(surface);
  }
}
