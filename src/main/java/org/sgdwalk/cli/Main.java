package org.sgdwalk.cli;

import java.nio.file.Path;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.settings.Options;
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
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:done",
      "  1:the program itself failed; a stack trace says where",
      "  2:bad input (command line, option, spec, data, trace), or a machine that cannot do it; one"
          + " line says what; nothing was written, or it says where the trace is",
      "  3:the run diverged; its trace was written",
      "  4:a replay gave other numbers than the trace has",
      "129:ended by SIGHUP; a run is kept at its next update, and a line says how to go on",
      "130:ended by Ctrl-C (SIGINT), likewise",
      "143:ended by kill (SIGTERM), likewise"
    },
    footerHeading =
        "%nOptions are system properties, before -jar (environment twins SGDWALK_...):%n",
    footer = {
      "  -Dsgdwalk.data.dir=DIR   where mnist/, cifar-10/ and so on lie",
      "  -Dsgdwalk.cache.dir=DIR  where downloads go, read after that",
      "  -Dsgdwalk.offline        download nothing",
      "  -Dsgdwalk.checkpoint.minutes=N  time between two checkpoints of a run",
      "  -Dsgdwalk.runner=NAME    who makes the runs of a study: local (default), or spark, with",
      "  -Dsgdwalk.spark.master=URL and -Dsgdwalk.spark.traces=shared or sent (docs/scale.md)",
      "  -Dsgdwalk.threads=N      worker threads; they change no digit",
      "  -Dsgdwalk.checkpoint.minutes=N  between two checkpoints of a run (default 5)",
      "  -Dsgdwalk.engine=NAME    what computes networks: torch (default) or dl4j",
      "  -Dsgdwalk.kernels=KIND   portable (default): the same bits on every CPU; or native",
      "  -Dsgdwalk.device=DEVICE  cpu, cuda (all cards), or cuda:N; a GPU profile's default is cuda",
      "  -Dsgdwalk.tf32           products on cards may round to TF32",
      "  -Dsgdwalk.deterministic=false  sums on cards may differ from run to run"
    })
public final class Main implements Runnable {
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
  private static final String HEADLESS = "java.awt.headless";

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    setUnlessSet(LOG_LEVEL, "error");
    // Figures are drawn without a display, and one that is named but dead would end them.
    setUnlessSet(HEADLESS, "true");
    System.exit(execute(commandLine(Options.ofProcess()), arguments));
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Runs a command and gives its exit code: errors of the machine are one line too. */
  static int execute(CommandLine commands, String... arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("-D")) {
        return OneLineErrors.misplaced(commands, argument);
      }
    }
    try {
      return commands.execute(arguments);
    } catch (OutOfMemoryError e) {
      return OneLineErrors.outOfMemory(commands, e);
    }
  }

  /** The parser of commands and the printer of their errors. */
  static CommandLine commandLine(Options options) {
    OneLineErrors errors = new OneLineErrors();
    return new CommandLine(new Main())
        .addSubcommand(new RunCommand(options))
        .addSubcommand(new ReplayCommand(options))
        .addSubcommand(new JudgeCommand(options))
        .addSubcommand(new StudyCommand(options))
        .addSubcommand(new PlanCommand(options))
        .addSubcommand(new SensitivityCommand(options))
        .addSubcommand(new DoctorCommand(options))
        .addSubcommand(DataCommand.commandLine(options))
        .registerConverter(Path.class, PathArgument::of)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  @Override
  public void run() {
    CommandLine commands = spec.commandLine();
    commands.usage(commands.getErr());
    throw new CommandLine.ParameterException(commands, "a verb is missing");
  }

  /** The libraries that compute, and their natives. */
  static String natives() {
    return "libtorch %s on %s, DL4J %s on %s"
        .formatted(
            BuildInfo.pytorch(), BuildInfo.torchNatives(), BuildInfo.dl4j(), BuildInfo.natives());
  }

  /** Version of sgd-walk and what it was built with. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "sgd-walk %s (%s)".formatted(BuildInfo.version(), BuildInfo.revision()),
        natives(),
        "JVM ${java.version} (${java.vendor})"
      };
    }
  }
}
