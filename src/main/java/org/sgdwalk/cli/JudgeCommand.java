package org.sgdwalk.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Verdict;
import org.sgdwalk.run.SavedTraces;
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
            stranger ->
                command
                    .commandLine()
                    .getErr()
                    .println(stranger + ": no claim's design has this run"));
    if (verdicts.isEmpty()) {
      throw new InputException(directories + ": no trace there belongs to a claim");
    }
    return 0;
  }
}
