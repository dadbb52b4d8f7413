package org.sgdwalk.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.BuildInfo;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: {@code java -jar sgd-walk.jar VERB}. */
@Command(
    name = "sgd-walk",
    description =
        "The claims of \"A Walk with SGD\" (Xing et al., 2018) as tests against real training.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      RunCommand.class,
      JudgeCommand.class,
      PlanCommand.class,
      SensitivityCommand.class,
      DataCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done",
      " 1:the program itself failed; a stack trace says where",
      " 2:bad input (command line, spec, data, trace); one line says what, nothing was written",
      " 3:the run diverged; its trace was written"
    },
    footerHeading = "%nOptions are system properties too (environment twins SGDWALK_...):%n",
    footer = {
      "  -Dsgdwalk.data.dir=DIR   where mnist/, cifar-10/ and so on lie",
      "  -Dsgdwalk.cache.dir=DIR  where downloads go, read after that",
      "  -Dsgdwalk.offline        download nothing",
      "  -Dsgdwalk.threads=N      worker threads; they change no digit"
    })
public final class Main implements Runnable {
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "error");
    }
    System.exit(commandLine().execute(arguments));
  }

  /** The parser of commands and the printer of their errors. */
  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(new OneLineErrors());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        Objects.requireNonNull(spec).commandLine(), "a verb is missing");
  }

  /** Version of sgd-walk and what it was built with. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "sgd-walk %s (%s)".formatted(BuildInfo.version(), BuildInfo.revision()),
        "DL4J %s, natives %s".formatted(BuildInfo.dl4j(), BuildInfo.natives()),
        "JVM ${java.version} (${java.vendor})"
      };
    }
  }
}
