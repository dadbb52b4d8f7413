package org.sgdwalk.run.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.spec.RunSpec;

/**
 * How a run is kept while it is made.
 *
 * @param place where its checkpoints are, found and to be made, for whoever comes after this
 *     process; null for none
 * @param interval time between two of them
 * @param stop ends it between two updates
 * @param trunk what it shares with other runs; null for nothing
 * @param said takes a line for each checkpoint that is damaged or cannot be made
 */
public record Keeping(
    @Nullable NewFolder place,
    Duration interval,
    StopSignal stop,
    @Nullable Trunk trunk,
    Consumer<String> said) {
  /** Nothing is kept. */
  public static final Keeping NOTHING =
      new Keeping(null, Duration.ZERO, StopSignal.NONE, null, line -> {});

  /**
   * The beginning that runs share: their specs are the same but for when they are evaluated and how
   * they go on.
   *
   * @param folder where its end is kept
   * @param spec the shared run
   */
  public record Trunk(Path folder, RunSpec spec) {}

  /** Checkpoints in a folder. */
  public static Keeping in(
      NewFolder place, Duration interval, StopSignal stop, Consumer<String> said) {
    return new Keeping(place, interval, stop, null, said);
  }
}
