package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.device.GpuPreflight.End;
import org.sgdwalk.device.GpuPreflight.Machine;
import org.sgdwalk.device.GpuPreflight.Reply;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.settings.Options;
import picocli.CommandLine;

@DisplayName("The doctor says what is here and whether what is asked for can run")
class DoctorCommandTest {
  private static final Machine NOTHING =
      new Machine("Linux amd64", new Reply(End.ABSENT, ""), Set.of());

  private static final Machine A100 =
      new Machine(
          "Linux amd64",
          new Reply(End.DONE, "0, NVIDIA A100-SXM4-40GB, 8.0, 40960, 40337, 550.54.14\n"),
          Set.of("libcuda.so.1"));

  private static final Machine LIBRARIES_ONLY =
      new Machine("Linux amd64", NOTHING.smi(), Set.of("libcudart.so.13", "libcupti.so.13"));

  private static final Map<String, Machine> MACHINES =
      Map.of("nothing", NOTHING, "A100", A100, "libraries", LIBRARIES_ONLY);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** With the engine that the profile has compute on cards. */
  private int doctor(Machine machine, String accelerator, @Nullable String device) {
    String engine = accelerator.equals("nd4j-cuda") ? "dl4j" : "torch";
    String standard = Engines.standardDevice(engine, accelerator).key();
    Options options =
        Options.of(
            Map.of(
                "sgdwalk.cache.dir",
                folder.toString(),
                "sgdwalk.threads",
                "3",
                "sgdwalk.engine",
                engine,
                "sgdwalk.device",
                device == null ? standard : device),
            Map.of());
    OneLineErrors errors = new OneLineErrors();
    return new CommandLine(new DoctorCommand(options, () -> machine, accelerator))
        .setExecutionExceptionHandler(errors)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute();
  }

  private Stream<String> lines() {
    return out.toString().lines();
  }

  @Test
  void says_what_is_here_in_groups() {
    assertThat(doctor(NOTHING, "none", null)).as(err.toString()).isZero();

    assertThat(lines().filter(line -> !line.startsWith(" ")))
        .containsExactly("build", "GPU", "engine", "machine", "data");
    assertThat(lines())
        .contains(
            "  version: " + BuildInfo.version(),
            "  revision: " + BuildInfo.revision(),
            "  GPU profile: none",
            "  libraries: " + Main.natives(),
            "  driver: no NVIDIA driver: nvidia-smi is not here",
            "  needed: none; this build computes on the CPU",
            "  engine: torch on cpu")
        .anyMatch(line -> line.startsWith("  kernels: portable, "))
        .anyMatch(line -> line.startsWith("  CPU: " + CpuFeatures.modelName() + "; "))
        .anyMatch(line -> line.matches(" {2}threads: 3 \\(sgdwalk.threads\\) on \\d+ processors"))
        .anyMatch(
            line -> line.matches(" {2}memory: [\\d,.]+ GB, of which the heap may take [\\d.,]+"))
        .anyMatch(line -> line.matches(" {2}native cache: .*\\([\\d,]+ MB free\\); takes 900 MB.*"))
        .anyMatch(
            line -> line.matches(" {2}Docker: (reachable, version .+|not .+); needed for .*"));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void says_which_data_is_where_and_what_needs_it() {
    doctor(NOTHING, "none", null);

    assertThat(lines().filter(line -> line.contains("; needed for the cells of ")))
        .anyMatch(
            line -> line.matches(" {2}mnist-6k: comes with the program; .* of .*mlp/mnist-6k.*"))
        .anyMatch(line -> line.matches(" {2}cifar-10: no; sgd-walk data fetch .*desk: .*paper: .*"))
        .anyMatch(line -> line.matches(" {2}tiny-imagenet: no; .* downloads .* paper: .*"));
  }

  @Test
  void says_what_a_build_makes_of_the_devices() {
    assertThat(doctor(A100, "cuda12", null)).as(err.toString()).isZero();
    assertThat(lines())
        .contains(
            "  driver: NVIDIA 550.54.14",
            "  device 0: NVIDIA A100-SXM4-40GB, compute capability 8.0, 40960 MiB, 40337 MiB free",
            "  needed: CUDA 12 needs an NVIDIA driver 525.60.13 or newer and a device of compute"
                + " capability 5.0 to 9.0",
            "  usable: device 0");
  }

  @Test
  void says_what_another_build_could_make_of_them() {
    assertThat(doctor(A100, "none", null)).as(err.toString()).isZero();
    assertThat(lines())
        .contains(
            "  usable: none; this build computes on the CPU",
            "  with -Pcuda12: device 0",
            "  with -Pnd4j-cuda: device 0")
        .anyMatch(line -> line.startsWith("  with -Pcuda: cuda: the driver is 550.54.14; "));
  }

  @ParameterizedTest(name = "{0}, built with {1}, asked for {2}: {3}")
  @CsvSource({
    "nothing, none, , ''",
    "nothing, none, cpu, ''",
    "nothing, none, cuda, 'sgdwalk.device: cuda takes a build for the engine torch on cards: mvn'",
    "A100, none, cuda:0, 'cuda:0 takes a build for the engine torch on cards: mvn package -DskipTests -Pcuda, or -Pcuda12'",
    "nothing, cuda, , 'cuda: no NVIDIA driver: nvidia-smi is not here; CUDA 13 needs'",
    "nothing, nd4j-cuda, , 'nd4j-cuda: no NVIDIA driver'",
    "nothing, nd4j-cuda, cpu, 'cpu is not there for the engine dl4j in a build with -Pnd4j-cuda'",
    "nothing, cuda, cpu, 'cuda: its natives do not load, for the CPU either: libraries of CUDA 13'",
    "libraries, cuda, cpu, ''",
    "nothing, cuda12, cpu, ''",
    "A100, cuda, , 'cuda: the driver is 550.54.14; '",
    "A100, cuda12, , ''",
    "A100, cuda12, cuda, ''",
    "A100, cuda12, cuda:0, ''",
    "A100, cuda12, cuda:1, 'sgdwalk.device: cuda:1 is not here; usable: cuda:0'"
  })
  void ends_with_2_where_what_is_asked_for_cannot_run(
      String machine, String accelerator, @Nullable String device, String missing) {
    int code = doctor(MACHINES.getOrDefault(machine, NOTHING), accelerator, device);

    assertThat(code).isEqualTo(missing.isEmpty() ? 0 : 2);
    assertThat(err.toString()).contains(missing).hasLineCount(missing.isEmpty() ? 0 : 1);
    assertThat(lines()).as("the facts are said all the same").contains("machine", "data");
  }

  /** Before natives, which would say less of it. */
  @Test
  void refuses_a_run_in_the_same_words() {
    CommandRun command = new CommandRun().with("sgdwalk.device", "cuda:999");
    Path trace = folder.resolve("out");

    assertThat(command.execute("run", "fixtures/specs/ci-sgd.json", "--out", trace.toString()))
        .isEqualTo(2);
    String said = command.err().lines().findFirst().orElseThrow();
    assertThat(command.err()).hasLineCount(1).contains("cuda");
    assertThat(trace).doesNotExist();
    assertThat(command.execute("doctor")).isEqualTo(2);
    assertThat(command.err().lines().reduce((one, last) -> last)).hasValue(said);
  }

  @Test
  void is_a_verb_that_takes_the_options_of_all() {
    CommandRun command = new CommandRun().with("sgdwalk.threads", "none");

    assertThat(command.execute("doctor")).isEqualTo(2);
    assertThat(command.err()).hasLineCount(1).contains("sgdwalk.threads: must be a number");
    assertThat(command.out()).isEmpty();
    assertThat(command.execute("doctor", "--help")).isZero();
  }

  /** Neither JNA's library nor one of JavaCPP's could be loaded there. */
  @Test
  void loads_no_native_library() throws IOException, InterruptedException {
    ForkedCommand.Result result =
        ForkedCommand.run(
            ForkedCommand.thisJdk(),
            List.of(
                "-Djna.nosys=true",
                "-Djna.nounpack=true",
                "-Dorg.bytedeco.javacpp.platform=linux-none",
                "-Dorg.bytedeco.javacpp.cachedir=" + folder),
            "doctor");

    assertThat(result.output()).contains("\n  native cache: " + folder + " (", "\ndata\n");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
