package org.sgdwalk.cli;

import org.sgdwalk.data.Delivery;
import org.sgdwalk.data.fetch.DataFetcher;
import org.sgdwalk.data.fetch.OfflineDelivery;
import org.sgdwalk.progress.FetchProgress;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code data list}, {@code data fetch NAME...}, {@code data verify [NAME...]}. */
@Command(
    name = "data",
    description = {
      "Lists, downloads and checks data sets.",
      "A set lies in a folder of its name, in the files of its publication: in -Dsgdwalk.data.dir,"
          + " else in the cache (-Dsgdwalk.cache.dir)."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | fetch | verify)")
final class DataCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command with its own commands. */
  static CommandLine commandLine(Options options) {
    return new CommandLine(new DataCommand())
        .addSubcommand(new DataListCommand(options))
        .addSubcommand(new DataFetchCommand(options))
        .addSubcommand(new DataVerifyCommand(options));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "list, fetch or verify is missing");
  }

  /** Who brings data sets that are not here. */
  static Delivery delivery(Settings settings) {
    return settings.offline()
        ? new OfflineDelivery(settings.cacheDir())
        : new DataFetcher(settings.cacheDir(), new FetchProgress());
  }
}
