package org.sgdwalk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sgdwalk.ChildProcess;

/**
 * What a JVM holds at a moment, on Linux.
 *
 * @param resident resident memory in KiB, natives and heap
 * @param live bytes of objects that a full collection leaves
 * @param threads threads, of natives too
 * @param files open files
 */
record Sample(long resident, long live, long threads, long files) {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /** Empty where the process has ended, or has no Java in it yet. */
  static Optional<Sample> of(long pid) throws InterruptedException {
    Path process = Path.of("/proc", Long.toString(pid));
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      long open = files.count();
      List<String> status = Files.readAllLines(process.resolve("status"));
      long live = live(pid);
      return live == 0
          ? Optional.empty()
          : Optional.of(
              new Sample(number(status, "VmRSS:"), live, number(status, "Threads:"), open));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long number(List<String> status, String name) throws IOException {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("ended"));
  }

  /** From the last line of a histogram of objects: {@code Total 1234 56789}. */
  private static long live(long pid) throws IOException, InterruptedException {
    String jcmd = ForkedCommand.thisJdk().resolve("bin").resolve("jcmd").toString();
    Process asked =
        ChildProcess.of(List.of(jcmd, Long.toString(pid), "GC.class_histogram")).start();
    String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher total = TOTAL.matcher(said);
    return asked.waitFor() == 0 && total.find() ? Long.parseLong(total.group(1)) : 0;
  }
}
