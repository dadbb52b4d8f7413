package org.sgdwalk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sgdwalk.data.DataPlaces;
import org.sgdwalk.data.FileCheck;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.data.SetCheck;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data verify [NAME...]}. */
@Command(
    name = "verify",
    description = {
      "Compares files with the published sums: those in -Dsgdwalk.data.dir and in the cache.",
      "If there are none, it says so and where it looked; only of a set named here that is an error."
          + " fashion-mnist-3k and mnist-6k come with the program and are not compared.",
      "original: byte for byte. content: compressed otherwise, the same inside. partial: files are"
          + " missing. DIFFERS: not what its name says; exit code 2. unknown: no published sum,"
          + " nobody can tell. foreign: not a file of the published set."
    },
    mixinStandardHelpOptions = true)
final class DataVerifyCommand implements Callable<Integer> {
  private final Options options;

  DataVerifyCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Names of data sets, as data list shows them; none for all that are here.")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    Settings settings = Settings.of(options);
    List<FileCheck> checks = new ArrayList<>();
    for (PublishedSet set : chosen()) {
      for (Path folder : settings.dataPlaces().folders(set)) {
        checks.addAll(new SetCheck(set).of(folder));
      }
      requireHere(set, settings, checks);
    }
    PrintWriter out = command.commandLine().getOut();
    checks.forEach(check -> out.println(line(check)));
    if (checks.isEmpty()) {
      out.println(nothing(settings.dataPlaces()));
    }
    requireOriginal(checks);
    return 0;
  }

  private List<PublishedSet> chosen() {
    return names.isEmpty()
        ? PublishedSets.all()
        : names.stream().map(PublishedSets::named).toList();
  }

  /** Only of a set that was asked for by name. */
  private void requireHere(PublishedSet set, Settings settings, List<FileCheck> checks) {
    List<Path> folders = settings.dataPlaces().folders(set);
    boolean isHere =
        checks.stream().anyMatch(check -> folders.stream().anyMatch(check.file()::startsWith));
    if (!names.isEmpty() && !isHere && !set.isPackaged()) {
      throw new InputException(
          set.name() + ": no file in " + String.join(" or ", strings(folders)));
    }
  }

  /** No set is here at all, or only one without files was named. */
  private String nothing(DataPlaces places) {
    if (!names.isEmpty()) {
      return String.join(", ", names) + ": comes with the program; nothing to verify";
    }
    String elsewhere =
        places.directory() == null
            ? ", and -Dsgdwalk.data.dir=DIR names a directory that has some"
            : "";
    return String.format(
        Locale.ROOT,
        "nothing to verify: no data set in %s; sgd-walk data fetch NAME downloads one%s",
        String.join(" or ", strings(places.directories())),
        elsewhere);
  }

  private static void requireOriginal(List<FileCheck> checks) {
    List<Path> different =
        checks.stream()
            .filter(check -> check.result() == FileCheck.Result.DIFFERENT)
            .map(FileCheck::file)
            .toList();
    if (!different.isEmpty()) {
      throw new InputException(
          String.join(", ", strings(different)) + ": not the published file of that name");
    }
  }

  private static List<String> strings(List<Path> paths) {
    return paths.stream().map(Path::toString).toList();
  }

  private static String line(FileCheck check) {
    String word =
        switch (check.result()) {
          case ORIGINAL -> "original";
          case SAME_CONTENT -> "content";
          case PARTIAL -> "partial";
          case DIFFERENT -> "DIFFERS";
          case UNKNOWN -> "unknown";
          case FOREIGN -> "foreign";
        };
    String detail = check.detail().isEmpty() ? "" : ": " + check.detail();
    return String.format(Locale.ROOT, "%-8s %s%s", word, check.file(), detail);
  }
}
