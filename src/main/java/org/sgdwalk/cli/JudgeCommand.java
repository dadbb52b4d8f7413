package org.sgdwalk.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Verdict;
import org.sgdwalk.session.SavedTraces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code judge DIR...}. */
@Command(
    name = "judge",
    description = {
      "Judges the claims from saved traces, without training.",
      "A trace belongs to a claim when its spec is that of one of the claim's arms, whatever its"
          + " seed, and it did not start from a theta file. Seeds are judged in ascending order."
    },
    mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec command;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Trace directories, or folders of them at any depth.")
  private List<Path> directories = List.of();

  @Override
  public Integer call() {
    if (command == null) {
      throw new IllegalStateException("picocli sets what is required");
    }
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new InputException(directory + ": no such directory; it must be or hold a trace");
      }
    }
    SavedTraces saved = SavedTraces.read(directories);
    PrintWriter out = command.commandLine().getOut();
    List<Verdict> verdicts = saved.judge();
    verdicts.forEach(verdict -> out.println(VerdictLine.of(verdict)));
    saved
        .strangers()
        .forEach(
            (directory, difference) ->
                command.commandLine().getErr().println(directory + ": " + difference));
    if (verdicts.isEmpty()) {
      throw new InputException(
          String.join(", ", directories.stream().map(Path::toString).toList())
              + ": no trace there belongs to a claim; plan --specs DIR writes the specs that do,"
              + " docs/claims.md says how to make a cell of your own");
    }
    return 0;
  }
}
