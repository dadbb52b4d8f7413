package org.sgdwalk.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Digits;

/** What a run did, in a line. */
final class RunSummary {
  private static final double MILLIS = 1000;

  private final Trace trace;

  RunSummary(Trace trace) {
    this.trace = trace;
  }

  /**
   * For example {@code 60 steps in 12.3 s; training loss 2.38 to 0.041, validation accuracy 0.112
   * to 0.806}.
   */
  String line(Duration took) {
    return String.format(
            Locale.ROOT,
            "%,d steps in %.1f s; training loss %s",
            trace.steps().size(),
            took.toMillis() / MILLIS,
            fromTo(first().trainLoss(), last().trainLoss()))
        + (Double.isNaN(last().valAccuracy())
            ? ""
            : ", validation accuracy " + fromTo(first().valAccuracy(), last().valAccuracy()));
  }

  /** A run that ends above where it began is complete, but has hardly done what was meant. */
  Optional<String> warning() {
    return last().trainLoss() > first().trainLoss()
        ? Optional.of(
            "warning: the training loss rose from "
                + fromTo(first().trainLoss(), last().trainLoss())
                + "; optimizer.learningRate may be too large")
        : Optional.empty();
  }

  private static String fromTo(double from, double to) {
    return Digits.three(from) + " to " + Digits.three(to);
  }

  /** Before training, which is always evaluated. */
  private EpochRow first() {
    return trace.epochs().get(0);
  }

  private EpochRow last() {
    List<EpochRow> epochs = trace.epochs();
    return epochs.get(epochs.size() - 1);
  }
}
