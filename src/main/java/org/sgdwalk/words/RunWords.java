package org.sgdwalk.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;

/** Length and probes of a run in few words. */
public final class RunWords {
  private RunWords() {}

  /** For example {@code 25 epochs, 500 updates}. */
  public static String length(RunSpec spec) {
    return spec.phases().stream()
        .map(phase -> length(phase, spec.data().train()))
        .collect(Collectors.joining("; then "));
  }

  private static String length(PhaseSpec phase, int train) {
    int updates = phase.updates(train);
    Integer epochs = phase.length().epochs();
    return epochs == null
        ? String.format(Locale.ROOT, "%,d updates", updates)
        : String.format(Locale.ROOT, "%,d epochs, %,d updates", epochs, updates);
  }

  /** For example {@code section of 11 points, every step}; empty without any. */
  public static String probes(ProbeSpec probes) {
    List<String> words = new ArrayList<>();
    if (probes.crossSection() != null) {
      words.add(section(probes.crossSection()));
    }
    if (probes.sharpness() != null) {
      words.add("Hessian at " + when(probes.sharpness()));
    }
    if (probes.covariance() != null) {
      words.add("covariance there");
    }
    return String.join("; ", words);
  }

  private static String section(CrossSectionSpec section) {
    List<String> which = new ArrayList<>();
    String from = section.from() > 0 ? " from " + section.from() : "";
    if (section.every() == 1) {
      which.add("every step" + from);
    } else if (section.every() > 1) {
      which.add("every " + section.every() + " steps" + from);
    }
    if (section.first() > 0) {
      which.add("the first " + section.first() + " steps");
    }
    if (!section.epochs().isEmpty()) {
      which.add("epochs " + numbers(section.epochs()));
    }
    return "section of " + section.points() + " points, " + String.join(" and ", which);
  }

  private static String when(SharpnessSpec sharpness) {
    List<String> when = new ArrayList<>();
    if (sharpness.everyEpochs() > 0) {
      when.add(
          sharpness.everyEpochs() == 1
              ? "every epoch"
              : "every " + sharpness.everyEpochs() + " epochs");
    }
    if (!sharpness.epochs().isEmpty()) {
      when.add("epochs " + numbers(sharpness.epochs()));
    }
    return String.join(" and ", when);
  }

  private static String numbers(List<Integer> epochs) {
    return epochs.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
