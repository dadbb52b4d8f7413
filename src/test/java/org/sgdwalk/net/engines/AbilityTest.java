package org.sgdwalk.net.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.device.GpuPreflight.Device;
import org.sgdwalk.device.GpuPreflight.End;
import org.sgdwalk.device.GpuPreflight.Machine;
import org.sgdwalk.device.GpuPreflight.Reply;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.spec.ArithmeticChoice;
import org.sgdwalk.spec.DeviceChoice;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.KernelChoice;

/** The machine is made up: an old card that cuda12 cannot use between two that it can. */
@DisplayName("Cards that an engine may compute on")
class AbilityTest {
  private static final Machine THREE =
      new Machine(
          "Linux amd64",
          new Reply(
              End.DONE,
              """
              0, NVIDIA A100-SXM4-40GB, 8.0, 40960, 40337, 550.54.14
              1, Tesla K80, 3.7, 11441, 11440, 550.54.14
              2, NVIDIA A100-SXM4-40GB, 8.0, 40960, 30000, 550.54.14
              """),
          Set.of("libcuda.so.1"));

  private static List<Integer> cards(String accelerator, String engine, String device) {
    return new Ability(accelerator, THREE)
        .cards(choice(engine, device)).stream().map(Device::index).toList();
  }

  private static EngineChoice choice(String engine, String device) {
    return new EngineChoice(
        engine,
        KernelChoice.PORTABLE,
        DeviceChoice.find(device).orElseThrow(),
        ArithmeticChoice.EXACT);
  }

  @Test
  void are_all_that_its_profile_can_use() {
    assertThat(cards("cuda12", "torch", "cuda")).containsExactly(0, 2);
    assertThat(cards("nd4j-cuda", "dl4j", "cuda")).as("of one kind").containsExactly(0, 2);
  }

  @Test
  void or_the_one_that_was_asked_for() {
    assertThat(cards("cuda12", "torch", "cuda:2")).containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource({
    "cuda12, torch, cuda:1, 'sgdwalk.device: cuda:1 is not here; usable: cuda:0, cuda:2'",
    "cuda12, dl4j, cuda, 'mvn package -DskipTests -Pnd4j-cuda; this build''s GPU profile: cuda12'",
    "nd4j-cuda, dl4j, cuda:2, 'sgdwalk.device: the engine dl4j computes on the first card'",
    "nd4j-cuda, torch, cuda, '-Pcuda, or -Pcuda12; this build''s GPU profile: nd4j-cuda'",
    "none, torch, cuda:0, '-Pcuda, or -Pcuda12; this build''s GPU profile: none'",
  })
  void else_one_line_says_what_would_be_right(
      String accelerator, String engine, String device, String said) {
    assertThatThrownBy(() -> cards(accelerator, engine, device))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource({
    "none, torch, cpu",
    "none, dl4j, cpu",
    "cuda, torch, cuda",
    "cuda, dl4j, cpu",
    "cuda12, torch, cuda",
    "nd4j-cuda, dl4j, cuda",
    "nd4j-cuda, torch, cpu"
  })
  void are_the_standard_of_a_build_whose_profile_is_for_the_engine(
      String accelerator, String engine, String device) {
    assertThat(Engines.standardDevice(engine, accelerator).key()).isEqualTo(device);
  }

  @Test
  void name_the_engine_of_their_traces_and_records() {
    EngineChoice all = choice("torch", "cuda");
    assertThat(all.key()).isEqualTo("torch-cuda");
    assertThat(all.onCard(1).key()).isEqualTo("torch-cuda");
    Device card = new Ability("cuda12", THREE).cards(all).get(0);
    assertThat(Engines.key(all, card, "cuda")).isEqualTo("torch-cuda-8.0");
    assertThat(Engines.key(all, card, "cuda12")).isEqualTo("torch-cuda-8.0-cuda12");
    assertThat(Engines.key(choice("dl4j", "cuda"), card, "nd4j-cuda")).isEqualTo("dl4j-cuda-8.0");
    assertThat(
            new EngineChoice(
                    "torch",
                    KernelChoice.PORTABLE,
                    DeviceChoice.CUDA,
                    new ArithmeticChoice(true, false))
                .key())
        .isEqualTo("torch-cuda-tf32-nondeterministic");
  }
}
