package org.sgdwalk.cli;

import org.sgdwalk.data.DataException;
import org.sgdwalk.net.BackendException;
import org.sgdwalk.run.SettingsException;
import org.sgdwalk.spec.SpecException;
import org.sgdwalk.trace.TraceException;
import picocli.CommandLine;

/**
 * Bad input is one line and exit code 2; anything else is a fault of the program and shows its
 * stack.
 */
final class OneLineErrors implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception error, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (!isBadInput(error)) {
      throw error;
    }
    command.getErr().println("sgd-walk: " + error.getMessage());
    return CommandLine.ExitCode.USAGE;
  }

  private static boolean isBadInput(Exception error) {
    return error instanceof InputException
        || error instanceof SpecException
        || error instanceof DataException
        || error instanceof TraceException
        || error instanceof SettingsException
        || error instanceof BackendException;
  }
}
