package org.sgdwalk.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to type to run this process's command again, for a POSIX shell. */
final class RepeatedCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private RepeatedCommand() {}

  /**
   * This process's command line with an option more.
   *
   * @param arguments those of the command, the last of the process's
   */
  static String with(List<String> arguments, String option) {
    ProcessHandle.Info process = ProcessHandle.current().info();
    List<String> all = new ArrayList<>(List.of("java", "-jar", "sgd-walk.jar"));
    all.addAll(arguments);
    String[] own = process.arguments().orElse(new String[0]);
    if (process.command().isPresent() && endsWith(Arrays.asList(own), arguments)) {
      all = new ArrayList<>(List.of(process.command().get()));
      all.addAll(Arrays.asList(own));
    }
    if (!arguments.contains(option)) {
      all.add(option);
    }
    return all.stream().map(RepeatedCommand::quoted).collect(Collectors.joining(" "));
  }

  private static boolean endsWith(List<String> all, List<String> end) {
    int from = all.size() - end.size();
    return from >= 0 && all.subList(from, all.size()).equals(end);
  }

  /** One word of a shell's. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
