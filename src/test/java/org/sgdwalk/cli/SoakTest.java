package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Minutes of training: only with {@code -Dsgdwalk.test.soak}. */
@DisplayName("A process that trains for long grows in nothing")
@EnabledIfSystemProperty(named = "sgdwalk.test.soak", matches = "true")
@EnabledOnOs(OS.LINUX)
class SoakTest {
  private static final int MILLISECONDS = 1000;

  /** A leak of one array of activations a step would add several times as much. */
  private static final double GROWTH = 1.05;

  /** Live objects: a trace's rows are kept until it is written, a kibibyte a step and less. */
  private static final long ROWS = 2 << 20;

  private static final List<String> OPTIONS =
      List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch");

  @TempDir private Path folder;

  /** Both chunk sizes, both passes, evaluations, and a last batch that is smaller. */
  private static String spec(int steps, int seed) {
    return """
        { "network":   {"kind": "vgg11", "width": 4, "batchNorm": true},
          "data":      {"name": "fashion-mnist-3k", "train": 210, "validation": 100, "chunk": 100},
          "optimizer": {"kind": "sgd", "batch": 40, "learningRate": 0.05},
          "length":    {"steps": %d},
          "seed": %d,
          "probes":    {"crossSection": {"points": 3, "recheckEvery": 2}} }
        """
        .formatted(steps, seed);
  }

  @Test
  void in_2000_steps() throws Exception {
    Path spec = Files.writeString(folder.resolve("soak.json"), spec(2000, 1));
    List<String> arguments =
        List.of("run", spec.toString(), "--out", folder.resolve("trace").toString());
    requireNoGrowth(
        ForkedCommand.startProgram(OPTIONS, Main.class, arguments.toArray(String[]::new)));
  }

  @Test
  void in_50_runs() throws Exception {
    for (int run = 1; run <= 50; run++) {
      Files.writeString(folder.resolve("run-%02d.json".formatted(run)), spec(60, run));
    }
    requireNoGrowth(ForkedCommand.startProgram(OPTIONS, ManyRuns.class, folder.toString()));
  }

  private static void requireNoGrowth(Process process) throws Exception {
    List<Sample> samples = new ArrayList<>();
    while (!process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS)) {
      Sample.of(process.pid()).ifPresent(samples::add);
    }
    assertThat(process.exitValue()).isZero();
    int fifth = samples.size() / 5;
    assertThat(fifth).as("samples in a fifth of the time").isGreaterThan(5);
    List<Sample> early = samples.subList(fifth, 2 * fifth);
    List<Sample> late = samples.subList(samples.size() - 1 - fifth, samples.size() - 1);
    tell("second fifth", early);
    tell("last fifth", late);

    assertThat((double) most(late, Sample::resident))
        .isLessThan(GROWTH * most(early, Sample::resident));
    assertThat(least(late, Sample::live)).isLessThan(least(early, Sample::live) + ROWS);
    assertThat(most(late, Sample::threads)).isLessThanOrEqualTo(most(early, Sample::threads));
    assertThat(most(late, Sample::files)).isLessThanOrEqualTo(most(early, Sample::files));
  }

  private static void tell(String when, List<Sample> samples) {
    System.out.printf(
        Locale.ROOT,
        "%s, %d samples: at most %,d KiB resident, %d threads, %d open files; at least %,d bytes live%n",
        when,
        samples.size(),
        most(samples, Sample::resident),
        most(samples, Sample::threads),
        most(samples, Sample::files),
        least(samples, Sample::live));
  }

  /** What stays: the most hangs on whether a sample met a data set being read. */
  private static long least(List<Sample> samples, ToLongFunction<Sample> of) {
    return samples.stream().mapToLong(of).min().orElseThrow();
  }

  private static long most(List<Sample> samples, ToLongFunction<Sample> of) {
    return samples.stream().mapToLong(of).max().orElseThrow();
  }
}
