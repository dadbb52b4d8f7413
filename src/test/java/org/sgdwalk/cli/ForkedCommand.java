package org.sgdwalk.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sgdwalk.ChildProcess;

/** The command line in a JVM of its own, on this test's class path. */
public final class ForkedCommand {
  /**
   * What it did.
   *
   * @param exitCode exit code
   * @param output standard output and error together
   */
  public record Result(int exitCode, String output) {}

  /** The first JDK that warns of natives and of {@code sun.misc.Unsafe}. */
  private static final int WARNS = 24;

  private ForkedCommand() {}

  static Result run(Path javaHome, List<String> jvmOptions, String... arguments)
      throws IOException, InterruptedException {
    return run(javaHome, Map.of(), jvmOptions, arguments);
  }

  /**
   * Runs it and waits.
   *
   * @param environment variables beside those of this JVM; native libraries read them when loaded
   */
  public static Result run(
      Path javaHome, Map<String, String> environment, List<String> jvmOptions, String... arguments)
      throws IOException, InterruptedException {
    return result(builder(javaHome, environment, jvmOptions, Main.class, arguments));
  }

  /** Runs another program in the command line's place, and waits. */
  static Result run(Path javaHome, List<String> jvmOptions, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    return result(builder(javaHome, Map.of(), jvmOptions, program, arguments));
  }

  /** Runs it with so many KiB of address space at most, and waits. */
  static Result runLimited(long kibibytes, List<String> jvmOptions, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = builder(thisJdk(), Map.of(), jvmOptions, Main.class, arguments);
    List<String> limited =
        new ArrayList<>(
            List.of("sh", "-c", "ulimit -v " + kibibytes + " && exec \"$@\"", "limited"));
    limited.addAll(builder.command());
    return result(builder.command(limited));
  }

  private static Result result(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /**
   * Starts another program in the command line's place, and does not wait; what it says is lost.
   */
  static Process startProgram(List<String> jvmOptions, Class<?> program, String... arguments)
      throws IOException {
    return builder(thisJdk(), Map.of(), jvmOptions, program, arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The command line, not started; both outputs are one. */
  static ProcessBuilder builder(List<String> jvmOptions, String... arguments) {
    return builder(thisJdk(), Map.of(), jvmOptions, Main.class, arguments);
  }

  private static ProcessBuilder builder(
      Path javaHome,
      Map<String, String> environment,
      List<String> jvmOptions,
      Class<?> program,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.add("-Xmx1g");
    command.addAll(silent(javaHome));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = ChildProcess.of(command);
    builder.environment().putAll(environment);
    return builder;
  }

  /** What keeps a newer JDK's warnings about JNA and JavaCPP out of the output. */
  private static List<String> silent(Path javaHome) {
    return javaHome.equals(thisJdk()) && Runtime.version().feature() >= WARNS
        ? List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
        : List.of();
  }

  /** The JDK that runs this test. */
  public static Path thisJdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /**
   * A JDK of another feature version: the one named by {@code sgdwalk.test.otherJdk}, or one that
   * lies beside this one.
   */
  static Optional<Path> otherJdk() throws IOException {
    String named = System.getProperty("sgdwalk.test.otherJdk", "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    File[] siblings = thisJdk().resolve("..").toFile().listFiles(File::isDirectory);
    for (File sibling : siblings == null ? new File[0] : siblings) {
      int version = featureVersion(sibling.toPath());
      if (version >= 17 && version != Runtime.version().feature()) {
        return Optional.of(sibling.toPath());
      }
    }
    return Optional.empty();
  }

  private static int featureVersion(Path jdk) throws IOException {
    Path release = jdk.resolve("release");
    if (!Files.isRegularFile(release)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> Runtime.Version.parse(line.substring(14).replace("\"", "")).feature())
          .findFirst()
          .orElse(0);
    }
  }
}
