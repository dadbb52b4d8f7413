package org.sgdwalk.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sgdwalk.claim.Quantity;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.View;
import org.sgdwalk.claim.Window;
import org.sgdwalk.trace.Trace;

/**
 * The x axis of a claim's own figure: what it counts, how far it goes and which part of it is
 * judged.
 */
final class Timeline {
  private final View view;
  private final SeedTraces seed;
  private final List<Trace> traces;

  Timeline(View view, SeedTraces seed) {
    this.view = view;
    this.seed = seed;
    this.traces =
        view.panels().stream()
            .flatMap(shown -> shown.arms().stream())
            .distinct()
            .flatMap(arm -> Stream.ofNullable(seed.traces().get(arm)))
            .toList();
  }

  String label() {
    return switch (view.clock()) {
      case UPDATES -> "updates";
      case EPOCHS -> "epochs";
      case UPDATES_AFTER_FORK -> "updates after the fork";
    };
  }

  /** What is shaded, for a caption. */
  String caption() {
    return switch (view.part()) {
      case RUN -> "Every update is judged.";
      case END -> "Judged at the end, of the runs as far as the axis goes.";
      default -> "Shaded: " + view.part().words() + ", which are judged.";
    };
  }

  /** The last update of the longest run, or the last epoch of the shortest. */
  double end() {
    IntStream updates = traces.stream().mapToInt(trace -> trace.steps().size());
    return switch (view.clock()) {
      case UPDATES -> updates.max().orElse(1);
      case UPDATES_AFTER_FORK ->
          traces.stream().mapToDouble(trace -> at(trace.steps().size(), trace)).max().orElse(1);
      case EPOCHS ->
          traces.stream().mapToDouble(trace -> at(trace.steps().size(), trace)).min().orElse(1);
    };
  }

  double x(Quantity.Point point, Trace trace) {
    return at(point.update(), trace);
  }

  /** Where so many updates of a run stand. */
  double at(int update, Trace trace) {
    return switch (view.clock()) {
      case UPDATES -> update;
      case EPOCHS -> (double) update / trace.manifest().spec().updatesPerEpoch();
      case UPDATES_AFTER_FORK -> update - trace.manifest().spec().updatesOf(1);
    };
  }

  /** Whether a statistic may be a mean over updates. */
  boolean averages() {
    return view.part() == View.Part.WINDOW
        || view.part() == View.Part.WINDOW_END
        || (view.part() == View.Part.RUN && view.clock() == View.Clock.EPOCHS);
  }

  boolean judgesEnd() {
    return view.part() == View.Part.END;
  }

  /** The updates of a run that are judged; empty where it made none. */
  Optional<Window> judged(Trace trace) {
    return trace.steps().isEmpty()
        ? Optional.empty()
        : Optional.of(
            view.judged(
                seed.cell(), trace.manifest().spec().updatesPerEpoch(), trace.steps().size()));
  }

  /** Marks what is judged. */
  void shade(Panel panel) {
    switch (view.part()) {
      case WINDOW, WINDOW_END ->
          traces.stream()
              .flatMap(trace -> judged(trace).stream())
              .findFirst()
              .ifPresent(window -> panel.shade(window.first() - 1.0, window.last()));
      case EPOCHS -> seed.cell().epochs().forEach(epoch -> panel.shade(epoch - 1.0, epoch));
      case END, RUN -> {}
    }
  }
}
