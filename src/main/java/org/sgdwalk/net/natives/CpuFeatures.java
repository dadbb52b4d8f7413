package org.sgdwalk.net.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sgdwalk.net.EngineException;

/**
 * What this CPU can execute, as far as Linux tells; elsewhere nothing is known and nothing is
 * refused.
 */
public final class CpuFeatures {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private CpuFeatures() {}

  /** Model name of the first CPU, or the JVM's name for the architecture. */
  public static String modelName() {
    return field("model name").orElse(System.getProperty("os.arch", "unknown"));
  }

  /** Whether this CPU has a feature, for example {@code avx2}; false where nobody knows. */
  public static boolean has(String flag) {
    return field("flags").map(flags -> words(flags).contains(flag)).orElse(false);
  }

  /** Refuses natives whose instructions this CPU lacks, which would end the process with SIGILL. */
  public static void require(String natives) {
    field("flags").ifPresent(flags -> require(natives, words(flags)));
  }

  /** Some kernels leave more than one space where a flag has no name. */
  static Set<String> words(String flags) {
    return Set.copyOf(Arrays.asList(flags.trim().split("\\s+")));
  }

  static void require(String natives, Set<String> flags) {
    String needed = natives.endsWith("avx512") ? "avx512f" : natives.endsWith("avx2") ? "avx2" : "";
    if (!needed.isEmpty() && !flags.contains(needed)) {
      throw new EngineException(
          "natives '%s' need a CPU with %s, which this one lacks: build with -Dsgdwalk.simd=%s"
              .formatted(natives, needed, flags.contains("avx2") ? "avx2" : "none"));
    }
  }

  private static Optional<String> field(String key) {
    if (!Files.isReadable(CPUINFO)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(CPUINFO);
      return lines.stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
