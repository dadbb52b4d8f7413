package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.SameTables;

/**
 * Ends real processes in the middle of what they do; so many as {@code -Dsgdwalk.test.kills} says.
 */
@DisplayName("A process that is killed costs no more than the time between two checkpoints")
class KillTest {
  private static final int KILLS = Integer.getInteger("sgdwalk.test.kills", 10);

  /** Of those of a network, whose process takes long to start. */
  private static final int OF_NETWORK = Math.max(1, KILLS / 5);

  private static final String QUADRATIC =
      """
      { "network":   {"kind": "quadratic", "maxDimension": 20, "lowest": 1.1, "highest": 1.95},
        "data":      {"name": "none", "train": 1, "validation": 1, "chunk": 1},
        "optimizer": {"kind": "gd", "learningRate": 1},
        "length":    {"steps": 200}, "seed": 1, "precision": "float64",
        "probes":    {"crossSection": {}} }
      """;

  private static final String NETWORK =
      """
      { "network":   {"kind": "mlp", "hidden": [32], "batchNorm": true},
        "data":      {"name": "fashion-mnist-3k", "train": 200, "validation": 100, "chunk": 50},
        "optimizer": {"kind": "sgd", "batch": 40, "learningRate": 0.05},
        "length":    {"steps": 30}, "seed": 1,
        "probes":    {"crossSection": {"points": 3}} }
      """;

  /** One after each update, so that most of the time goes into writing and renaming them. */
  private static final List<String> ALWAYS_KEPT = List.of("-Dsgdwalk.checkpoint.minutes=0");

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"quadratic", "network"})
  void which_is_then_gone_on_with_to_the_same_bytes(String kind) throws Exception {
    Path spec = spec(kind.equals("network") ? NETWORK : QUADRATIC);
    Path reference = folder.resolve("reference");
    ForkedCommand.Result whole = run(spec, reference);
    assertThat(whole.exitCode()).as(whole.output()).isZero();

    Random random = new Random(20);
    int wanted = kind.equals("network") ? OF_NETWORK : KILLS - OF_NETWORK;
    int kills = 0;
    for (int trace = 0; kills < wanted; trace++) {
      Path out = folder.resolve("trace-" + trace);
      int reached = -1;
      while (true) {
        Process process = start(spec, out);
        if (isOver(process, out, reached, random)) {
          assertThat(process.exitValue()).isZero();
          break;
        }
        process.destroyForcibly().waitFor();
        kills++;
        if (Files.exists(out)) {
          break; // Killed between its last rename and its end: the trace is there.
        }
        int now = newest(out);
        assertThat(now).as("what was kept is not lost").isGreaterThanOrEqualTo(reached);
        reached = now;
      }
      SameTables.assertSame(out, reference);
      ForkedCommand.Result again = run(spec, out);
      assertThat(again.output()).contains("exists already");
      assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".partial"));
    }
    System.out.printf("%s: %d kills%n", kind, kills);
  }

  /**
   * Waits for a moment to kill it: one of its start for every fourth, else one after its next
   * checkpoint. True when it came to its end meanwhile.
   */
  private static boolean isOver(Process process, Path out, int reached, Random random)
      throws Exception {
    if (random.nextInt(4) > 0) {
      while (process.isAlive() && newest(out) <= reached) {
        Thread.sleep(2);
      }
    }
    return process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
  }

  /** The signals of a shell, a user and a terminal that closes, with what a shell makes of them. */
  @ParameterizedTest
  @Timeout(180)
  @EnabledOnOs(OS.LINUX)
  @CsvSource({"TERM,143", "INT,130", "HUP,129"})
  void by_a_signal_keeps_what_it_has_and_says_how_to_go_on(String signal, int code)
      throws Exception {
    Path spec = spec(QUADRATIC.replace("\"steps\": 200", "\"steps\": 200000"));
    Path out = folder.resolve("it's here");
    Path log = folder.resolve("log");
    ProcessBuilder run =
        ForkedCommand.builder(ALWAYS_KEPT, "run", spec.toString(), "--out", out.toString());
    // What a shell starts in the background ignores Ctrl-C, and so do all that it starts.
    run.command().addAll(0, List.of("env", "--default-signal"));
    Process process = run.redirectOutput(log.toFile()).start();
    while (process.isAlive() && newest(out) < 3) {
      Thread.sleep(5);
    }
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    String said = Files.readString(log);
    assertThat(process.exitValue()).as(said).isEqualTo(code);
    assertThat(said)
        .hasLineCount(1)
        .matches("(?s)stopped after update \\d+ and kept; to go on: .*java .* --resume\\s*")
        .contains("'" + out.toString().replace("'", "'\\''") + "'");
    assertThat(newest(out)).isGreaterThanOrEqualTo(3);
    assertThat(out).doesNotExist();
  }

  @Test
  @Timeout(180)
  void is_not_begun_anew_unasked() throws Exception {
    Path spec = spec(QUADRATIC);
    Path out = folder.resolve("out");
    Process process = start(spec, out);
    while (process.isAlive() && newest(out) < 3) {
      Thread.sleep(5);
    }
    process.destroyForcibly().waitFor();
    int kept = newest(out);
    assertThat(kept).isGreaterThanOrEqualTo(3);
    ForkedCommand.Result refused =
        ForkedCommand.run(
            ForkedCommand.thisJdk(), List.of(), "run", spec.toString(), "--out", out.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output())
        .hasLineCount(1)
        .contains("a run was ended here; --resume goes on with it", out + ".partial");
    assertThat(newest(out)).isEqualTo(kept);
    assertThat(run(spec(QUADRATIC.replace("200", "201")), out).output())
        .hasLineCount(1)
        .contains("its checkpoints were made of another spec; remove it to begin the run anew");
    assertThat(newest(out)).isEqualTo(kept);
    assertThat(run(spec(QUADRATIC), out).exitCode()).isZero();
  }

  @Test
  @Timeout(180)
  void is_not_joined_by_a_second_one() throws Exception {
    Path spec = spec(QUADRATIC.replace("\"steps\": 200", "\"steps\": 200000"));
    Path out = folder.resolve("out");
    Process process = start(spec, out);
    while (process.isAlive() && newest(out) < 3) {
      Thread.sleep(5);
    }
    ForkedCommand.Result second = run(spec, out);
    process.destroyForcibly().waitFor();

    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.output()).hasLineCount(1).contains("another process is writing it");
  }

  private Path spec(String content) throws IOException {
    return Files.writeString(folder.resolve("spec.json"), content);
  }

  private static Process start(Path spec, Path out) throws IOException {
    return ForkedCommand.startProgram(
        ALWAYS_KEPT, Main.class, "run", spec.toString(), "--out", out.toString(), "--resume");
  }

  private static ForkedCommand.Result run(Path spec, Path out) throws Exception {
    return ForkedCommand.run(
        ForkedCommand.thisJdk(),
        List.of(),
        "run",
        spec.toString(),
        "--out",
        out.toString(),
        "--resume");
  }

  /** Updates of the newest checkpoint, -1 where there is none. */
  private static int newest(Path out) throws IOException {
    Path partial = out.resolveSibling(out.getFileName() + ".partial");
    if (!Files.isDirectory(partial)) {
      return -1;
    }
    try (Stream<Path> files = Files.list(partial)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("checkpoint-\\d+"))
          .mapToInt(name -> Integer.parseInt(name.substring("checkpoint-".length())))
          .max()
          .orElse(-1);
    }
  }
}
