package org.sgdwalk.run.checkpoint;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.disk.NewFolder;

/**
 * How a run is kept while it is made.
 *
 * @param place where its checkpoints are, found and to be made, for whoever comes after this
 *     process; null for none
 * @param interval time between two of them
 * @param stop ends it between two updates
 * @param trunk what it shares with other runs; null for nothing
 * @param unasked whether it goes on where nobody asked for it: then it begins anew where no
 *     checkpoint can be used
 * @param said takes a line for each checkpoint that is damaged or cannot be made
 */
public record Keeping(
    @Nullable NewFolder place,
    Duration interval,
    StopSignal stop,
    @Nullable Trunk trunk,
    boolean unasked,
    Consumer<String> said) {
  /** Nothing is kept. */
  public static final Keeping NOTHING =
      new Keeping(null, Duration.ZERO, StopSignal.NONE, null, false, line -> {});

  /** Checkpoints in a folder. */
  public static Keeping in(
      NewFolder place, Duration interval, StopSignal stop, Consumer<String> said) {
    return new Keeping(place, interval, stop, null, false, said);
  }

  /** As this, of a run that goes on unasked. */
  public Keeping goingOnUnasked() {
    return new Keeping(place, interval, stop, trunk, true, said);
  }

  /** As this, of a run that shares its first phase with others. */
  public Keeping forkedFrom(Trunk shared) {
    return new Keeping(place, interval, stop, shared, unasked, said);
  }
}
