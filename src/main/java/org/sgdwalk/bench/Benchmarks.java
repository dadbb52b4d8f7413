package org.sgdwalk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The scores of a file of JMH's.
 *
 * @param name of the file, without its ending; a record's is that of its machine
 * @param jdk version of the JDK that made it
 * @param kernels which of libtorch's kernels computed, portable or native; the first that the file
 *     names
 * @param peak what the machine can do by {@code RooflineBenchmark} in the same file, in GFLOP/s;
 *     NaN where the file has it not
 * @param networks what is measured of each network, in the file's order
 */
public record Benchmarks(
    String name,
    String jdk,
    String kernels,
    double peak,
    Map<String, Map<Measure, Measured>> networks) {
  /** Makes a file that a page shows beside the record. */
  public static final String COMMAND =
      "java -jar target/benchmarks.jar 'CrossSection|GradientBenchmark|HessianVector|Roofline'"
          + " -f 1 -wi 1 -w 2s -i 3 -r 3s -e productAtNewTheta -rf json -rff target/jmh.json";

  /** Files of {@code docs/benchmarks}, which travel with the program. */
  private static final List<String> RECORDS =
      List.of(
          "amd-epyc-avx512-2-cores",
          "intel-xeon-processor-avx512-2-cores",
          "intel-xeon-processor-avx512-2-cores-native");

  /** Copies the map, in its order. */
  public Benchmarks {
    networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
  }

  /** The records, each of a machine. */
  public static List<Benchmarks> records() {
    return RECORDS.stream().map(Benchmarks::ofRecord).toList();
  }

  private static Benchmarks ofRecord(String name) {
    try (InputStream in = Benchmarks.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the record " + name + " is not on the class path");
      }
      return read(name, name + ".json", in);
    } catch (IOException e) {
      throw new IllegalStateException("the record " + name + " cannot be read", e);
    }
  }

  /**
   * Reads a file. Benchmarks, engines and units that are none of the record's are passed over.
   *
   * @throws BenchmarkException if it cannot be read, is none of JMH's in JSON, or has no score
   */
  public static Benchmarks read(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("[.]json$", "");
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, file.toString(), in);
    } catch (IOException e) {
      throw refused(file.toString(), "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Benchmarks read(String name, String file, InputStream in) throws IOException {
    try {
      JmhFile results = JmhFile.read(in);
      return new Scoring(results).scores(name);
    } catch (IllegalArgumentException e) {
      throw refused(file, String.valueOf(e.getMessage()));
    }
  }

  private static BenchmarkException refused(String file, String why) {
    return new BenchmarkException(
        "%s: %s; right is what this writes: %s".formatted(file, why, COMMAND));
  }

  /** What is measured of a network; empty where it is not. */
  public Optional<Measured> of(String network, Measure measure) {
    return Optional.ofNullable(networks.getOrDefault(network, Map.of()).get(measure));
  }

  /** A score's part of the machine's peak, 1 for all of it; NaN where either is not known. */
  public double share(Measured measured) {
    return measured.gigaflops() / peak;
  }

  /**
   * Whether a record is of a CPU, as far as names tell: the record's is the CPU's in small letters,
   * perhaps with more behind it.
   *
   * @param cpu model name, for example {@code AMD EPYC}
   */
  public boolean isOf(String cpu) {
    String plain =
        cpu.toLowerCase(Locale.ROOT)
            .replaceAll("[(](r|tm)[)]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return !plain.isEmpty() && (name + "-").startsWith(plain + "-");
  }
}
