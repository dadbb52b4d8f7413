package org.sgdwalk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.data.Split;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data fetch NAME...}. */
@Command(
    name = "fetch",
    description = {
      "Downloads data sets into the cache, over HTTPS, from their authors or a mirror.",
      "A file is used only if its SHA-256 is the published one. An interrupted download goes on"
          + " where it ended."
    },
    mixinStandardHelpOptions = true)
final class DataFetchCommand implements Callable<Integer> {
  private final Options options;

  DataFetchCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = "Names of data sets, as data list shows them.")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    Settings settings = Settings.of(options);
    PrintWriter out = command.commandLine().getOut();
    List<PublishedSet> sets = names.stream().map(PublishedSets::named).toList();
    for (PublishedSet set : sets) {
      out.println(fetch(set, settings));
    }
    return 0;
  }

  private static String fetch(PublishedSet set, Settings settings) {
    if (set.isPackaged()) {
      return set.name() + ": comes with the program";
    }
    DataCommand.delivery(settings).deliver(set);
    Path fetched = settings.cacheDir().resolve(set.name());
    String read =
        settings
            .dataPlaces()
            .folder(set, Split.TRAINING)
            .filter(folder -> !folder.equals(fetched))
            .map(folder -> "; runs read " + folder + ", which comes first (sgdwalk.data.dir)")
            .orElse("");
    return set.name() + ": in " + fetched + read;
  }
}
