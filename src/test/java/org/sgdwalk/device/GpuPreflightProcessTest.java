package org.sgdwalk.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.ChildProcess;
import org.sgdwalk.device.GpuPreflight.End;
import org.sgdwalk.device.GpuPreflight.Reply;

@DisplayName("The preflight asks programs, none of which may hold it up")
@EnabledOnOs(OS.LINUX)
class GpuPreflightProcessTest {
  private static final Path SOURCE =
      Path.of("src/main/java/org/sgdwalk/device/GpuPreflight.java").toAbsolutePath();

  @TempDir private Path folder;

  private record Ended(int exit, List<String> lines) {}

  private Path smi(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  /** As the build does it, with no program on the path but those of the folder. */
  private Ended launch(String profile) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder = ChildProcess.of(List.of(java.toString(), SOURCE.toString(), profile));
    builder.environment().put("PATH", folder.toString());
    builder.environment().put("LD_LIBRARY_PATH", folder.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said.lines().toList());
  }

  @Test
  void says_in_one_line_that_there_is_no_driver() throws Exception {
    Ended ended = launch("cuda");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.lines())
        .singleElement()
        .satisfies(
            line -> assertThat(line).startsWith("cuda: no NVIDIA driver: nvidia-smi is not here;"));
  }

  @Test
  void names_the_devices_from_its_source_alone() throws Exception {
    smi("echo '0, NVIDIA GeForce RTX 3090, 8.6, 24576, 24253, 535.183.01'");
    Files.createFile(folder.resolve("libcuda.so.1"));

    assertThat(launch("nd4j-cuda"))
        .isEqualTo(
            new Ended(
                0,
                List.of(
                    "device 0: NVIDIA GeForce RTX 3090, compute capability 8.6, 24576 MiB, 24253 MiB"
                        + " free")));
  }

  @Test
  void knows_no_other_profile() throws Exception {
    assertThat(launch("rocm"))
        .isEqualTo(new Ended(2, List.of("PROFILE: must be among cuda, cuda12, nd4j-cuda")));
  }

  /** As drivers of the branch 470 and nvidia-smi of that age answer. */
  @Test
  void asks_an_old_driver_without_the_capability() throws Exception {
    Path old =
        smi(
            """
            case "$1" in
              *compute_cap*) echo 'Field "compute_cap" is not a valid field to query.'; exit 2;;
              *) echo '0, Tesla K80, 11441, 11441, 470.182.03';;
            esac""");

    Reply reply = GpuPreflight.askSmi(old.toString());

    assertThat(reply.end()).isEqualTo(End.DONE);
    assertThat(GpuPreflight.devices(reply.text()))
        .singleElement()
        .satisfies(device -> assertThat(device.driver()).isEqualTo("470.182.03"));
  }

  @Test
  void asks_for_what_it_reads() throws Exception {
    Path asked = smi("echo \"$@\"");

    assertThat(GpuPreflight.askSmi(asked.toString()).text().trim())
        .isEqualTo(
            "--query-gpu=index,name,memory.total,memory.free,driver_version"
                + " --format=csv,noheader,nounits");
  }

  @Test
  void tells_how_a_program_ended() {
    Duration limit = Duration.ofSeconds(20);

    assertThat(GpuPreflight.ask(List.of("/nowhere/nvidia-smi"), limit))
        .isEqualTo(new Reply(End.ABSENT, ""));
    assertThat(GpuPreflight.ask(List.of("sh", "-c", "echo out; echo err >&2; exit 9"), limit))
        .isEqualTo(new Reply(End.FAILED, "out\nerr\n"));
    assertThat(GpuPreflight.ask(List.of("sh", "-c", "echo out"), limit))
        .isEqualTo(new Reply(End.DONE, "out\n"));
  }

  /** The shell has a child that holds its output open. */
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void waits_for_no_program_that_hangs() {
    assertThat(GpuPreflight.ask(List.of("sh", "-c", "sleep 60; true"), Duration.ofMillis(300)))
        .isEqualTo(new Reply(End.SILENT, ""));
  }
}
