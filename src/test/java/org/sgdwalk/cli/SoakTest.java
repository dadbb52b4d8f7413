package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Minutes of training: only with {@code -Dsgdwalk.test.soak}. */
@DisplayName("A long walk")
@EnabledIfSystemProperty(named = "sgdwalk.test.soak", matches = "true")
@EnabledOnOs(OS.LINUX)
class SoakTest {
  /** Both chunk sizes, both passes, evaluations, and a last batch that is smaller. */
  private static final String SPEC =
      """
      { "network":   {"kind": "vgg11", "width": 4, "batchNorm": true},
        "data":      {"name": "fashion-mnist-3k", "train": 210, "validation": 100, "chunk": 100},
        "optimizer": {"kind": "sgd", "batch": 40, "learningRate": 0.05},
        "length":    {"steps": 1000},
        "seed": 1,
        "probes":    {"crossSection": {"points": 3, "recheckEvery": 2}} }
      """;

  private static final int MILLISECONDS = 500;

  /** A leak of one array of activations a step would add several times as much. */
  private static final double GROWTH = 1.05;

  @TempDir private Path folder;

  @Test
  void does_not_grow_resident_memory_of_the_last_fifth_against_that_of_the_second()
      throws IOException, InterruptedException {
    Path spec = Files.writeString(folder.resolve("soak.json"), SPEC);
    Process process =
        ForkedCommand.start(
            ForkedCommand.thisJdk(),
            List.of("-Xmx256m", "-XX:+AlwaysPreTouch", "-Xms256m"),
            "run",
            spec.toString(),
            "--out",
            folder.resolve("trace").toString());
    List<Long> kibibytes = new ArrayList<>();
    while (!process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS)) {
      kibibytes.add(residentKibibytes(process.pid()));
    }
    int fifth = kibibytes.size() / 5;
    long early = largest(kibibytes.subList(fifth, 2 * fifth));
    long late = largest(kibibytes.subList(4 * fifth, kibibytes.size() - 1));
    System.out.printf(
        "resident memory, KiB, every %d ms: %s%nsecond fifth at most %d, last fifth at most %d%n",
        MILLISECONDS, kibibytes, early, late);

    assertThat(process.exitValue()).isZero();
    assertThat(fifth).as("samples in a fifth of the run").isGreaterThan(5);
    assertThat((double) late).isLessThan(GROWTH * early);
  }

  private static long largest(List<Long> kibibytes) {
    return kibibytes.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  private static long residentKibibytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0); // it has just ended
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
