package org.sgdwalk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sgdwalk.settings.Options;

/** A program that runs every spec of a folder as the command line would, NAME.json into NAME. */
final class ManyRuns {
  private ManyRuns() {}

  /** Ends with the first exit code that is not 0. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Path spec : specs(folder)) {
      String name = spec.getFileName().toString().replace(".json", "");
      int code =
          Main.commandLine(Options.ofProcess())
              .execute("run", spec.toString(), "--out", folder.resolve(name).toString());
      if (code != 0) {
        System.exit(code);
      }
    }
    System.exit(0);
  }

  private static List<Path> specs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
