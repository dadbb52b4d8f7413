package org.sgdwalk.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.device.GpuPreflight.Answer;
import org.sgdwalk.device.GpuPreflight.Device;
import org.sgdwalk.device.GpuPreflight.End;
import org.sgdwalk.device.GpuPreflight.Machine;
import org.sgdwalk.device.GpuPreflight.Profile;
import org.sgdwalk.device.GpuPreflight.Reply;

@DisplayName("The preflight names the devices that a profile can use, or says in a line why none")
class GpuPreflightTest {
  private static final String LINUX = "Linux amd64";

  private static final Set<String> LIBRARIES =
      Set.of(
          "libcuda.so.1",
          "libcudart.so.13",
          "libcupti.so.13",
          "libcublas.so.13",
          "libcublasLt.so.13",
          "libcudnn.so.9",
          "libcufft.so.12",
          "libcufile.so.0",
          "libcurand.so.10",
          "libcusparse.so.12",
          "libnccl.so.2",
          "libnvJitLink.so.13");

  private static Profile profile(String key) {
    return Profile.find(key).orElseThrow();
  }

  private static Machine machine(End end, String answer) {
    return new Machine(LINUX, new Reply(end, answer.replace(" // ", "\n")), LIBRARIES);
  }

  private static Machine h100() {
    return machine(End.DONE, "0, NVIDIA H100 80GB HBM3, 9.0, 81559, 81008, 580.65.06");
  }

  /**
   * Answers of cards. The source is where the card, its numbers or the message are shown in public;
   * its fields stand here in the order that the preflight asks for, and what is not shown there is
   * made up, as whole answers are where that is said.
   */
  @ParameterizedTest(name = "{0} for {2}: {5}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "H100 | made up | cuda | DONE | 0, NVIDIA H100 80GB HBM3, 9.0, 81559, 81008, 580.65.06 | 0",
        "H200 | made up | cuda | DONE | 0, NVIDIA H200, 9.0, 143771, 143165, 580.95.05 | 0",
        "H200 | made up | cuda12 | DONE | 0, NVIDIA H200, 9.0, 143771, 143165, 580.95.05 | 0",
        "A100 | made up | cuda12 | DONE | 0, NVIDIA A100-SXM4-40GB, 8.0, 40960, 40337, 525.60.13 | 0",
        "RTX 3090 | made up | nd4j-cuda | DONE | 0, NVIDIA GeForce RTX 3090, 8.6, 24576, 24253, 535.183.01 | 0",
        "RTX 4090 | made up | nd4j-cuda | DONE | 0, NVIDIA GeForce RTX 4090, 8.9, 24564, 23028, 550.54.14 | 0",
        "T4 | made up | cuda | DONE | 0, Tesla T4, 7.5, 15360, 14918, 580.65.06 | 0",
        "B300 | made up | cuda | DONE | 0, NVIDIA B300 SXM6 AC, 10.3, 275040, 274000, 580.95.05 | 0",
        "two cards | https://github.com/triton-inference-server/server/pull/8070 | cuda12 | DONE"
            + " | 0, NVIDIA TITAN V, 7.0, 12288, 11900, 570.86.15 //"
            + " 1, NVIDIA RTX 5880 Ada Generation, 8.9, 49140, 48500, 570.86.15 | 0 1",
        "two cards, one too old | made up | cuda | DONE"
            + " | 0, NVIDIA TITAN V, 7.0, 12288, 11900, 580.65.06 //"
            + " 1, NVIDIA RTX 5880 Ada Generation, 8.9, 49140, 48500, 580.65.06 | 1",
        "MIG in a container | https://github.com/Stability-AI/StableSwarmUI/issues/388 | cuda12 | DONE"
            + " | 0, NVIDIA A100-SXM4-80GB, 8.0, [Insufficient Permissions],"
            + " [Insufficient Permissions], 535.161.08 | 0",
        "shared memory | made up | cuda | DONE | 0, NVIDIA Card, 9.0, [N/A], [N/A], 580.65.06 | 0",
        "capability not told | made up | cuda | DONE | 0, NVIDIA Card, [N/A], 81559, 81008, 580.65.06 | 0",
        "capability not asked for | made up | nd4j-cuda | DONE | 0, Tesla K80, 11441, 11441, 450.80.02 | 0",
        "a warning beside it | made up | cuda | DONE"
            + " | 0, Tesla T4, 7.5, 15360, 14918, 580.65.06 //"
            + " WARNING: infoROM is corrupted at gpu 0000:00:1E.0 | 0",
        "old driver | https://github.com/triton-inference-server/server/pull/8070 | cuda | DONE"
            + " | 0, NVIDIA RTX 5880 Ada Generation, 8.9, 49140, 48500, 570.86.15"
            + " | \"cuda: the driver is 570.86.15; CUDA 13 needs an NVIDIA driver 580 or newer and a"
            + " device of compute capability 7.5 to 12.0; -Pcuda12 can use it\"",
        "very old driver | made up | nd4j-cuda | DONE | 0, Tesla K80, 11441, 11441, 440.33.01"
            + " | \"nd4j-cuda: the driver is 440.33.01; CUDA 11 needs an NVIDIA driver 450.80.02 or"
            + " newer and a device of compute capability 3.7 to 8.9\"",
        "too old a card | made up | cuda12 | DONE | 0, Tesla K80, 3.7, 11441, 11441, 525.60.13"
            + " | \"cuda12: Tesla K80 has compute capability 3.7; CUDA 12 needs an NVIDIA driver"
            + " 525.60.13 or newer and a device of compute capability 5.0 to 9.0; -Pnd4j-cuda can use it\"",
        "too new a card | made up | cuda12 | DONE"
            + " | 0, NVIDIA GeForce RTX 5090, 12.0, 32607, 32000, 580.65.06"
            + " | \"cuda12: NVIDIA GeForce RTX 5090 has compute capability 12.0; CUDA 12 needs an"
            + " NVIDIA driver 525.60.13 or newer and a device of compute capability 5.0 to 9.0;"
            + " -Pcuda can use it\"",
        "newer than all | made up | cuda | DONE | 0, NVIDIA Card, 12.1, 32607, 32000, 590.10"
            + " | \"cuda: NVIDIA Card has compute capability 12.1; CUDA 13 needs an NVIDIA driver 580"
            + " or newer and a device of compute capability 7.5 to 12.0\"",
        "no nvidia-smi | made up | cuda12 | ABSENT | \"\""
            + " | \"cuda12: no NVIDIA driver: nvidia-smi is not here; CUDA 12 needs an NVIDIA driver"
            + " 525.60.13 or newer and a device of compute capability 5.0 to 9.0\"",
        "no driver loaded | https://github.com/NVIDIA/nvidia-docker/issues/988 | cuda | FAILED"
            + " | NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make"
            + " sure that the latest NVIDIA driver is installed and running."
            + " | \"cuda: nvidia-smi failed: NVIDIA-SMI has failed because it couldn't communicate with"
            + " the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.;"
            + " CUDA 13 needs an NVIDIA driver 580 or newer and a device of compute capability 7.5 to"
            + " 12.0\"",
        "no device | made up | cuda | DONE | No devices were found"
            + " | \"cuda: nvidia-smi names no device: No devices were found; CUDA 13 needs an NVIDIA"
            + " driver 580 or newer and a device of compute capability 7.5 to 12.0\"",
        "garbage | made up | cuda | DONE | <html>0, 1, 2, 3, 4, 5</html>"
            + " | \"cuda: nvidia-smi names no device: <html>0, 1, 2, 3, 4, 5</html>; CUDA 13 needs an"
            + " NVIDIA driver 580 or newer and a device of compute capability 7.5 to 12.0\"",
        "nothing said | made up | cuda | FAILED | \"\""
            + " | \"cuda: nvidia-smi failed: it says nothing; CUDA 13 needs an NVIDIA driver 580 or"
            + " newer and a device of compute capability 7.5 to 12.0\"",
        "a hang | made up | cuda | SILENT | \"\""
            + " | \"cuda: the NVIDIA driver hangs: nvidia-smi did not answer in time; CUDA 13 needs an"
            + " NVIDIA driver 580 or newer and a device of compute capability 7.5 to 12.0\""
      })
  void judges_the_answer_of_a_card(
      String card, String source, String profile, End end, String said, String outcome) {
    assertThat(source).as(card).matches("made up|https://\\S+");
    Answer answer = machine(end, said).check(profile(profile));

    String indices =
        answer.devices().stream()
            .map(device -> Integer.toString(device.index()))
            .collect(Collectors.joining(" "));
    assertThat(answer.missing().orElse(indices)).isEqualTo(outcome);
    assertThat(answer.missing().isPresent()).isEqualTo(answer.devices().isEmpty());
  }

  @Test
  void reads_what_a_card_tells() {
    assertThat(h100().devices())
        .containsExactly(
            new Device(
                0,
                "NVIDIA H100 80GB HBM3",
                Optional.of("9.0"),
                OptionalLong.of(81559),
                OptionalLong.of(81008),
                "580.65.06"));
    assertThat(h100().devices().get(0))
        .hasToString(
            "device 0: NVIDIA H100 80GB HBM3, compute capability 9.0, 81559 MiB, 81008 MiB free");
    assertThat(machine(End.DONE, "0, Card, [N/A], [N/A], [Unknown Error], 580.1").devices().get(0))
        .hasToString("device 0: Card, compute capability not told, unknown MiB, unknown MiB free");
  }

  @Test
  void does_not_read_out_a_page() {
    assertThat(new Reply(End.FAILED, "\n  " + "x".repeat(1000)).line()).hasSize(160);
  }

  @Test
  void names_the_libraries_that_the_system_lacks() {
    Machine lacking = new Machine(LINUX, h100().smi(), without("libcudnn.so.9", "libcublas.so.13"));

    assertThat(lacking.check(Profile.CUDA).missing())
        .hasValue(
            "cuda: libraries of CUDA 13 or cuDNN 9 are not found: libcublas.so.13, libcudnn.so.9;"
                + " install them, or name their folder in LD_LIBRARY_PATH; -Pcuda12 brings its own,"
                + " for devices up to 9.0");
    assertThat(lacking.check(Profile.CUDA12).missing()).as("which brings its own").isEmpty();
    assertThat(lacking.unloadable(Profile.CUDA)).as("the CPU needs neither").isEmpty();
    assertThat(new Machine(LINUX, h100().smi(), without("libcupti.so.13")).unloadable(Profile.CUDA))
        .hasValueSatisfying(line -> assertThat(line).contains("libcupti.so.13"));
  }

  /** nvidia-smi answers there all the same. */
  @Test
  void names_the_drivers_library_that_a_container_lacks() {
    for (Profile profile : Profile.values()) {
      Machine container =
          new Machine(
              LINUX,
              machine(End.DONE, "0, NVIDIA A100, 8.0, 40960, 40337, 580.65.06").smi(),
              without("libcuda.so.1"));
      assertThat(container.check(profile).missing())
          .hasValueSatisfying(
              line ->
                  assertThat(line)
                      .startsWith(profile.key() + ": the driver's libcuda.so.1 is not found")
                      .contains("NVIDIA_DRIVER_CAPABILITIES"));
    }
  }

  private static final String UUIDS = "0, GPU-aa11\n1, GPU-bb22\n2, GPU-cc33\n";

  /** Devices and variables are made up. */
  @ParameterizedTest
  @CsvSource({
    "'1', 'B'",
    "'2,0', 'C A'",
    "' 0 , 1', 'A B'",
    "'0,7,1', 'A'",
    "'GPU-bb,GPU-aa1', 'B A'",
    "'0,0', 'A'",
    "'none', ''",
    "'MIG-aa', ''",
    "'', ''",
    "'-1', ''"
  })
  void counts_the_devices_that_a_variable_shows(String variable, String names) {
    Reply all =
        new Reply(
            End.DONE,
            """
            0, A, 8.0, 40960, 40337, 580.65.06
            1, B, 9.0, [N/A], 40337, 580.65.06
            2, C, 9.0, 40960, [N/A], 580.65.06
            """);

    List<Device> seen = GpuPreflight.devices(GpuPreflight.visible(all, variable, UUIDS).text());

    assertThat(seen.stream().map(Device::name))
        .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
    assertThat(seen.stream().map(Device::index))
        .containsExactlyElementsOf(IntStream.range(0, seen.size()).boxed().toList());
  }

  @Test
  void says_that_a_variable_hides_all() {
    Reply all = new Reply(End.DONE, "0, A, 8.0, 40960, 40337, 580.65.06");
    Machine machine = new Machine(LINUX, GpuPreflight.visible(all, "NoDevFiles", UUIDS), LIBRARIES);

    assertThat(machine.check(Profile.CUDA).missing())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("CUDA_VISIBLE_DEVICES, 'NoDevFiles', shows none; whole cards"));
  }

  /** A made-up answer: no number is believed that no device has. */
  @ParameterizedTest
  @CsvSource({
    "'0, A, 8.0, 99999999999999999999, 1, 580.65.06'",
    "'99999999999, A, 8.0, 1, 1, 580.65.06'",
    "'0, A, 8.0, 1, 1, 580.99999999999'"
  })
  void reads_no_overlong_number(String line) {
    assertThat(GpuPreflight.devices(line)).isEmpty();
  }

  @Test
  void names_a_system_that_the_natives_are_not_for() {
    Machine arm = new Machine("Linux aarch64", h100().smi(), LIBRARIES);

    assertThat(arm.check(Profile.CUDA).missing())
        .hasValue("cuda: its natives are for Linux amd64, and this is Linux aarch64");
  }

  @ParameterizedTest
  @CsvSource({"580, 580, 0", "580.65.06, 580, 1", "525.60.12, 525.60.13, -1", "12.0, 9.0, 1"})
  void compares_versions_number_by_number(String one, String other, int sign) {
    assertThat(Integer.signum(GpuPreflight.compare(one, other))).isEqualTo(sign);
    assertThat(Integer.signum(GpuPreflight.compare(other, one))).isEqualTo(-sign);
  }

  @Test
  void knows_the_profiles_of_the_build() {
    assertThat(Profile.ofBuilds().map(Profile::key))
        .containsExactly("cuda", "cuda12", "nd4j-cuda")
        .allSatisfy(key -> assertThat(Profile.find(key)).isPresent());
    assertThat(Profile.find("none")).isEmpty();
  }

  private static Set<String> without(String... names) {
    Set<String> rest = new HashSet<>(LIBRARIES);
    List.of(names).forEach(rest::remove);
    return rest;
  }
}
