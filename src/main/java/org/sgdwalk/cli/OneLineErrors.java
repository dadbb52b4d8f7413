package org.sgdwalk.cli;

import java.io.UncheckedIOException;
import java.util.List;
import org.sgdwalk.data.DataException;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.net.OutOfMemory;
import org.sgdwalk.run.checkpoint.RunStopped;
import org.sgdwalk.session.ClusterException;
import org.sgdwalk.settings.SettingsException;
import org.sgdwalk.spec.SpecException;
import org.sgdwalk.trace.TraceException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Bad input is one line and exit code 2, and so is a machine that cannot do what is asked; anything
 * else is a fault of the program and shows its stack.
 */
final class OneLineErrors
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
  /** A command line that cannot be read; its usage is a page, so it is named and not printed. */
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    return say(command, said(error) + " (" + name + " --help shows what it takes)");
  }

  @Override
  public int handleExecutionException(
      Exception error, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (error instanceof UncheckedIOException io) {
      return say(command, io.getMessage() + ": " + DiskException.words(io.getCause()));
    }
    if (!isBadInput(error)) {
      throw error;
    }
    return say(command, String.valueOf(error.getMessage()));
  }

  /** A JVM's option behind -jar is the program's, which has none of that form. */
  static int misplaced(CommandLine commands, String property) {
    return say(
        commands,
        property + ": a system property must stand before -jar: java " + property + " -jar ...");
  }

  /** Memory that ran out in the main thread; a worker's is an exception by then. */
  static int outOfMemory(CommandLine commands, OutOfMemoryError error) {
    return say(commands, String.valueOf(OutOfMemory.of(error).getMessage()));
  }

  private static String said(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      List<String> near = unmatched.getSuggestions();
      return first
          + ": unknown here"
          + (near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?");
    }
    return String.valueOf(error.getMessage());
  }

  private static int say(CommandLine command, String line) {
    command.getErr().println("sgd-walk: " + line.replaceAll("\\s*\\R\\s*", " "));
    return CommandLine.ExitCode.USAGE;
  }

  private static boolean isBadInput(Exception error) {
    return error instanceof InputException
        || error instanceof SpecException
        || error instanceof DataException
        || error instanceof DiskException
        || error instanceof TraceException
        || error instanceof SettingsException
        || error instanceof EngineException
        || error instanceof ClusterException
        || error instanceof RunStopped;
  }
}
