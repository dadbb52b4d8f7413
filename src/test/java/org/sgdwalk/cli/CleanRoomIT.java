package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.SameTables;
import org.testcontainers.DockerClientFactory;

/** docs/use.md, Containers. */
@DisplayName("The packaged program on a machine that has a JRE alone")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the program's natives are this machine's")
class CleanRoomIT {
  private static final String PUBLIC_IMAGE = "eclipse-temurin:17-jre";

  /** The image that was asked for; else the public one, which need not be within reach. */
  private static final String IMAGE = System.getProperty("sgdwalk.test.image", "");

  private static final Path PROGRAM = Path.of(System.getProperty("sgdwalk.test.program", ""));
  private static final int PULL_MINUTES = 5;

  /** More than the trace of 200 updates takes, 98 kB, less than their rows in checkpoints do. */
  private static final String SMALL_DISK = "140k";

  private static final String ENOUGH = "exec,size=1g";

  @TempDir private Path folder;

  @BeforeAll
  static void needs_Docker_and_an_image() throws InterruptedException {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker here: the program was tried in no clean room");
    assumeTrue(
        !IMAGE.isEmpty() || isThere(PUBLIC_IMAGE),
        PUBLIC_IMAGE + " cannot be had: the program was tried in no clean room");
  }

  /** Asks a registry once: Testcontainers' own way asks again for minutes and then fails. */
  private static boolean isThere(String image) throws InterruptedException {
    DockerClient docker = DockerClientFactory.instance().client();
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return isPulled(docker, image);
    }
  }

  private static boolean isPulled(DockerClient docker, String image) throws InterruptedException {
    try {
      return docker.pullImageCmd(image).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
    } catch (DockerException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci-sgd", "quadratic"})
  void makes_the_trace_of_the_host_byte_for_byte(String name) throws Exception {
    Path spec = Path.of("fixtures/specs", name + ".json");
    Path out = writable();
    CleanRoom.Ran ran =
        room(spec)
            .withMemory(CleanRoom.NATIVES, ENOUGH)
            .withWritable(out, "/out")
            .run("run", "/spec.json", "--out", "/out/trace");
    Path host = folder.resolve("host");
    ForkedCommand.Result here =
        ForkedCommand.run(
            ForkedCommand.thisJdk(), List.of(), "run", spec.toString(), "--out", host.toString());

    assertThat(here.exitCode()).as(here.output()).isZero();
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    assertThat(ran.output()).contains("trace in /out/trace");
    SameTables.assertSame(out.resolve("trace"), host);
  }

  /** No writable folder; one that is full before all are unpacked; one that lets no program run. */
  @ParameterizedTest(name = "natives in {0}")
  @CsvSource(
      value = {
        "nothing | ''",
        "16 MB   | exec,size=16m",
        "200 MB  | exec,size=200m",
        "noexec  | noexec,size=1g"
      },
      delimiter = '|')
  void says_in_one_line_why_the_natives_do_not_start(String what, String options)
      throws IOException {
    Path out = writable();
    CleanRoom room = room(Path.of("fixtures/specs/ci-sgd.json")).withWritable(out, "/out");
    if (!options.isEmpty()) {
      room.withMemory(CleanRoom.NATIVES, options);
    }
    CleanRoom.Ran ran = room.run("run", "/spec.json", "--out", "/out/trace");

    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(2);
    assertThat(ran.output())
        .hasLineCount(1)
        .startsWith("sgd-walk: libtorch's natives did not start on Linux amd64: ")
        .contains("DIR takes another");
    assertThat(out).isEmptyDirectory();
  }

  /** No folder, and one that is full when the trace is written. */
  @ParameterizedTest(name = "trace in {0}")
  @CsvSource(
      value = {
        "/trace     | ''       | /trace: cannot be made",
        "/out/trace | size=8k  | /out/trace"
      },
      delimiter = '|')
  void says_in_one_line_that_a_trace_has_no_place(String out, String options, String said)
      throws IOException {
    CleanRoom room = room(Path.of("fixtures/specs/quadratic.json"));
    if (!options.isEmpty()) {
      room.withMemory("/out", options);
    }
    CleanRoom.Ran ran = room.run("run", "/spec.json", "--out", out);

    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(2);
    assertThat(ran.output()).hasLineCount(1).startsWith("sgd-walk: ").contains(said);
  }

  /** Checkpoints fill it, and the trace takes their place. */
  @Test
  void costs_no_run_that_checkpoints_fill_the_disk() throws IOException {
    String spec = Files.readString(Path.of("fixtures/specs/quadratic.json"));
    Path longer = folder.resolve("spec.json");
    Files.writeString(longer, spec.replace("\"steps\": 10", "\"steps\": 200"));
    CleanRoom.Ran ran =
        room(longer)
            .withMemory("/out", "size=" + SMALL_DISK)
            .run("run", "/spec.json", "--out", "/out/trace", "--checkpoint-minutes", "0");

    assertThat(ran.exitCode()).as(ran.output()).isZero();
    assertThat(ran.output())
        .contains("no checkpoint can be written: No space left on device; the run goes on")
        .contains("trace in /out/trace");
  }

  @Test
  void says_in_one_line_that_a_folder_of_traces_cannot_be_read() throws IOException {
    Path secret = Files.createDirectories(folder.resolve("traces/secret"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    CleanRoom.Ran ran =
        room(Path.of("fixtures/specs/quadratic.json"))
            .withReadable(folder.resolve("traces"), "/traces")
            .run("judge", "/traces");

    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(2);
    assertThat(ran.output())
        .hasLineCount(1)
        .contains("/traces/secret")
        .contains("access is denied");
  }

  private static CleanRoom room(Path spec) {
    return new CleanRoom(IMAGE.isEmpty() ? PUBLIC_IMAGE : IMAGE, PROGRAM)
        .withReadable(spec, "/spec.json");
  }

  /** A folder of the host that any user may write. */
  private Path writable() throws IOException {
    Path made = Files.createDirectory(folder.resolve("out"));
    return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
  }
}
