package org.sgdwalk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Processes that tests start: their output is the test's, and so are all their options. */
public final class ChildProcess {
  /** From these a JVM takes options and says so in its output. */
  private static final Set<String> READ_BY_JVMS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private ChildProcess() {}

  /** A command that sees no option of the user who runs the tests; both outputs are one. */
  public static ProcessBuilder of(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("SGDWALK_") || READ_BY_JVMS.contains(name));
    return builder;
  }

  /**
   * A class of these tests in a JVM of its own.
   *
   * @param heap its most, as {@code -Xmx} takes it
   */
  public static ProcessBuilder ofClass(Class<?> program, String heap, Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    Stream.of(arguments).map(String::valueOf).forEach(command::add);
    return of(command);
  }
}
