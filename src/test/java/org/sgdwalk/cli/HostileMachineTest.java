package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On a machine that lacks something the command line says what, in one line")
class HostileMachineTest {
  private static final String SPEC =
      """
      { "network": {"kind": "vgg11", "width": 4, "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 30},
        "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
        "length": {"steps": 2}, "seed": 1, "probes": {"crossSection": {"points": 3}} }
      """;

  @TempDir private Path folder;

  private ForkedCommand.Result run(
      Map<String, String> environment, List<String> jvmOptions, String spec, String... more)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("spec.json"), spec);
    String[] arguments = {"run", file.toString(), "--out", folder.resolve("out").toString()};
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return ForkedCommand.run(ForkedCommand.thisJdk(), environment, jvmOptions, all);
  }

  @Test
  void draws_without_the_display_that_is_named() throws Exception {
    Path figure = folder.resolve("walk.svg");
    ForkedCommand.Result result =
        run(Map.of("DISPLAY", ":99"), List.of(), SPEC, "--figure", figure.toString());

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(figure).content().contains("<svg");
  }

  /** JNA's library is nowhere; JavaCPP has none for that platform. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Djna.nosys=true -Djna.nounpack=true",
        "-Dorg.bytedeco.javacpp.platform=linux-none"
      })
  void says_why_natives_do_not_start(String options) throws Exception {
    ForkedCommand.Result result = run(Map.of(), List.of(options.split(" ")), SPEC);

    assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
    assertThat(result.output())
        .hasLineCount(1)
        .startsWith("sgd-walk: libtorch's natives did not start on ")
        .doesNotContain("null");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** A process that was killed may have left them so; loading them would end this one. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void unpacks_natives_anew_that_are_cut() throws Exception {
    ForkedCommand.Result result =
        ForkedCommand.run(
            ForkedCommand.thisJdk(),
            List.of("-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("natives")),
            Class.forName("org.sgdwalk.net.torch.CutLibraries"));

    List<String> lines = result.output().lines().toList();
    assertThat(lines).as(result.output()).hasSize(2);
    assertThat(lines.get(0)).matches("libc10[.]so (\\d{6,}) \\1");
    assertThat(lines.get(1)).matches("libtorch_cpu[.]so (\\d{9,}) \\1");
  }

  @Test
  void says_it_the_second_time_too() throws Exception {
    ForkedCommand.Result result =
        ForkedCommand.run(
            ForkedCommand.thisJdk(),
            List.of("-Dorg.bytedeco.javacpp.platform=linux-none"),
            Class.forName("org.sgdwalk.net.StartTwice"));

    List<String> lines = result.output().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("libtorch's natives").isEqualTo(lines.get(1));
  }

  /** The JVM itself takes some 2 GB of address space, the run 5 GB more. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void refuses_a_run_that_cannot_have_its_memory() throws Exception {
    String large =
        SPEC.replace("\"width\": 4", "\"width\": 64")
            .replace("\"train\": 60", "\"train\": 1000")
            .replace("\"batch\": 20", "\"batch\": 1000");
    Path file = Files.writeString(folder.resolve("spec.json"), large);
    ForkedCommand.Result result =
        ForkedCommand.runLimited(
            5_000_000,
            List.of("-XX:CompressedClassSpaceSize=64m", "-XX:ReservedCodeCacheSize=64m"),
            "run",
            file.toString(),
            "--out",
            folder.resolve("out").toString());

    assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
    assertThat(result.output())
        .hasLineCount(1)
        .contains("not enough memory: the run takes about ", "ulimit -v leaves ");
  }
}
