package org.sgdwalk.net;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Memory that the system will give this process. Natives that ask for more end it with a signal, or
 * spin for ever, so what a run takes is compared before they are asked.
 */
public final class MachineMemory {
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern ADDRESS_SPACE =
      Pattern.compile("Max address space +(\\d+) +\\S+ +bytes *");
  private static final Pattern VIRTUAL = Pattern.compile("VmSize:\\s+(\\d+) kB");

  /** What glibc sets aside in it for a thread that takes memory, and the thread's stack. */
  private static final long THREAD = (128 + 8) << 20;

  private MachineMemory() {}

  /**
   * Refuses a run that cannot have its memory.
   *
   * @param bytes what it takes outside the heap
   * @param threads its worker threads
   * @param natives what loading the engine adds to the address space; 0 where it is loaded
   * @throws EngineException that says what it takes, what there is, and what takes less
   */
  static void require(long bytes, int threads, long natives) {
    require(bytes, "this machine, or its container, has", physical());
    long space = bytes + natives + threads * THREAD;
    addressSpaceLeft().ifPresent(left -> require(space, "ulimit -v leaves", left));
  }

  /**
   * Refuses a run whose vectors do not fit on the heap.
   *
   * @param bytes what they take
   */
  static void requireHeap(long bytes) {
    long heap = Runtime.getRuntime().maxMemory();
    if (bytes > heap) {
      throw new EngineException(
          String.format(
              Locale.ROOT,
              "not enough memory: the run's vectors take about %,.1f GB of the heap, which has %,.1f"
                  + " GB; allow more, for example with -Xmx%dg, or take a narrower network or a"
                  + " smaller probes.sharpness.maxProducts",
              bytes / 1e9,
              heap / 1e9,
              2 + bytes / 1_000_000_000));
    }
  }

  static void require(long bytes, String who, long available) {
    if (bytes > available) {
      throw new EngineException(
          String.format(
              Locale.ROOT,
              "not enough memory: the run takes about %,.1f GB outside the heap, %s %,.1f GB; take a"
                  + " narrower network, a smaller optimizer.batch or data.chunk, or fewer threads"
                  + " (-Dsgdwalk.threads)",
              bytes / 1e9,
              who,
              available / 1e9));
    }
  }

  /** Bytes that this machine, or its container, has; {@code Long.MAX_VALUE} where nobody knows. */
  public static long physical() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }

  /** What {@code ulimit -v} leaves; empty where it is unlimited or nobody knows. */
  private static OptionalLong addressSpaceLeft() {
    Optional<Long> limit = number(LIMITS, ADDRESS_SPACE);
    Optional<Long> used = number(STATUS, VIRTUAL).map(kibibytes -> kibibytes << 10);
    return limit.isPresent() && used.isPresent()
        ? OptionalLong.of(Math.max(0, limit.get() - used.get()))
        : OptionalLong.empty();
  }

  private static Optional<Long> number(Path file, Pattern line) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line::matcher)
          .filter(Matcher::matches)
          .map(found -> Long.valueOf(found.group(1)))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
