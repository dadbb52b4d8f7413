package org.sgdwalk.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sgdwalk.settings.Options;

/** The command line in this JVM, with options of its own and none of the process's. */
final class CommandRun {
  /** No test downloads, nor reads what this user once downloaded. */
  private static final Map<String, String> ALONE =
      Map.of("sgdwalk.offline", "true", "sgdwalk.cache.dir", "target/test-cache");

  private final Map<String, String> properties = new TreeMap<>(ALONE);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Gives an option, by its property. */
  CommandRun with(String property, Object value) {
    properties.put(property, value.toString());
    return this;
  }

  /** Runs a command and gives its exit code. */
  int execute(Object... arguments) {
    return Main.execute(
        Main.commandLine(Options.of(properties, Map.of()))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true)),
        Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  /** What was printed so far. */
  String out() {
    return out.toString();
  }

  /** What was complained about so far. */
  String err() {
    return err.toString();
  }
}
