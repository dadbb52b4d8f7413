package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

@DisplayName("A run that does not fit on a device is refused with the chunk that would")
class DeviceMemoryTest {
  private static final RunSpec SPEC =
      SpecJson.read(
          """
          { "network": {"kind": "vgg11", "width": 64, "batchNorm": true},
            "data": {"name": "cifar-10", "train": 45000, "validation": 5000, "chunk": 5000},
            "optimizer": {"kind": "gd", "learningRate": 0.1},
            "length": {"epochs": 1}, "seed": 1 }
          """);
  private static final Program PROGRAM =
      NetworkSize.program(SPEC.network(), new ImageShape(32, 32, 3), 10);

  private static DeviceMemory with(double gigabytes) {
    return with(gigabytes, SPEC);
  }

  private static DeviceMemory with(double gigabytes, RunSpec spec) {
    FreeMemory free = new FreeMemory("cuda:0", (long) (gigabytes * 1e9));
    return new DeviceMemory(free, spec, PROGRAM);
  }

  @Test
  void which_the_same_count_then_takes() {
    DeviceMemory small = with(6);
    int chunk = small.chunkThatFits(6_000_000_000L).orElseThrow();

    assertThat(chunk).isBetween(100, 4999);
    RunSpec fits = SPEC.withData(SPEC.data().withChunk(chunk));
    with(6, fits).require();
    RunSpec larger = SPEC.withData(SPEC.data().withChunk(chunk + 2));
    assertThatThrownBy(with(6, larger)::require)
        .hasMessageContaining("data.chunk: " + chunk + " would fit");
  }

  @ParameterizedTest
  @ValueSource(doubles = {80, 139})
  void and_taken_where_it_fits(double gigabytes) {
    with(gigabytes).require();
  }

  @Test
  void in_one_line() {
    assertThatThrownBy(with(6)::require)
        .isInstanceOf(EngineException.class)
        .hasMessageMatching(
            "not enough memory on cuda:0: the run takes about [\\d.]+ GB, 6\\.0 GB were free;"
                + " data\\.chunk: \\d+ would fit");
  }

  @Test
  void or_with_what_else_to_do_where_none_does() {
    assertThatThrownBy(with(.05)::require)
        .hasMessageEndingWith(
            "no data.chunk would fit: take a smaller optimizer.batch, or a narrower network");
  }

  @Test
  void also_when_the_count_was_wrong() {
    RuntimeException error =
        new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB.\nmore");
    assertThat(DeviceMemory.isOut(error)).isTrue();
    assertThat(DeviceMemory.isOut(new RuntimeException("CUDA error"))).isFalse();

    EngineException said = with(20).ranOut(error);

    assertThat(said)
        .hasMessageStartingWith(
            "not enough memory on cuda:0: CUDA out of memory. Tried to allocate 2.00 GiB., 20.0 GB"
                + " were free; data.chunk: ");
    assertThat(said.getMessage()).doesNotContain("\n");
  }
}
