package org.sgdwalk.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sgdwalk.data.DataException;
import org.sgdwalk.data.DataPlaces;
import org.sgdwalk.data.PublishedFile;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.data.Split;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code data list}. */
@Command(
    name = "list",
    description = "Lists the data sets: what they are, where they are here, their licence.",
    mixinStandardHelpOptions = true)
final class DataListCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  private final Options options;

  DataListCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    DataPlaces places = Settings.of(options).dataPlaces();
    PrintWriter out = command.commandLine().getOut();
    for (PublishedSet set : PublishedSets.all()) {
      lines(set, places).forEach(out::println);
    }
    return 0;
  }

  private static List<String> lines(PublishedSet set, DataPlaces places) {
    return List.of(
        set.name() + ": " + set.title(),
        String.format(
            Locale.ROOT,
            "  %,d training and %,d evaluation images of %s, %d classes%s",
            set.training(),
            set.evaluation(),
            set.image(),
            set.classes(),
            paper(set)),
        "  here:    " + where(set, places) + evaluation(set, places),
        "  files:   " + files(set),
        "  licence: " + set.licence());
  }

  private static String paper(PublishedSet set) {
    return set.paper() == null
        ? ""
        : String.format(
            Locale.ROOT,
            "; the paper trains on the first %,d and validates on the last %,d",
            set.paper().train(),
            set.paper().validation());
  }

  private static String files(PublishedSet set) {
    return set.isPackaged()
        ? "none needed"
        : String.join(", ", set.originals().stream().map(PublishedFile::name).toList())
            + " from "
            + set.addresses().get(0);
  }

  /**
   * Where the training part of a set lies and how much of it, or how to get it. What contradicts
   * itself there is said of that set alone: the others are listed all the same.
   */
  static String where(PublishedSet set, DataPlaces places) {
    if (set.isPackaged()) {
      return "comes with the program";
    }
    try {
      return places.here(set, Split.TRAINING).orElseGet(() -> download(set));
    } catch (DataException e) {
      return "not readable: " + e.getMessage();
    }
  }

  private static String download(PublishedSet set) {
    return String.format(
        Locale.ROOT,
        "no; sgd-walk data fetch %s downloads %.1f MB",
        set.name(),
        set.downloadBytes() / MEGABYTE);
  }

  /** Said only where the training part is here and the evaluation part is not. */
  private static String evaluation(PublishedSet set, DataPlaces places) {
    try {
      boolean isHalf =
          places.folder(set, Split.TRAINING).isPresent()
              && places.folder(set, Split.TEST).isEmpty();
      return isHalf ? "; no evaluation images" : "";
    } catch (DataException e) {
      return ""; // Said of the training part, which is all that a run reads.
    }
  }
}
