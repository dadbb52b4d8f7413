package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static RunSpec chunk(int chunk) {
    return SPEC.withData(SPEC.data().withChunk(chunk));
  }

  @Test
  void which_the_same_count_then_takes() {
    int chunk = with(6).chunkThatFits().orElseThrow();

    assertThat(chunk).isBetween(100, 4999);
    assertThat(with(6, chunk(chunk)).lack()).isEmpty();
    assertThat(with(6, chunk(chunk + 2)).lack())
        .hasValueSatisfying(line -> assertThat(line).contains("data.chunk: "));
  }

  /** What may be kept is no reason to refuse: it takes what is left, and changes no digit. */
  @ParameterizedTest
  @CsvSource({"12", "80", "139"})
  void and_taken_where_it_fits_with_room_for_what_is_left(double gigabytes) {
    DeviceMemory memory = with(gigabytes, chunk(500));
    long needs = RunMemory.deviceBytes(SPEC, 500, PROGRAM);

    assertThat(memory.lack()).isEmpty();
    assertThat(needs + memory.room().features() + memory.room().linearizations())
        .isLessThanOrEqualTo((long) (.8 * gigabytes * 1e9));
    assertThat(memory.room().features()).isPositive();
  }

  @Test
  void in_one_line() {
    assertThat(with(6).lack())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .matches(
                        "not enough memory on cuda:0: the run takes at least [\\d.]+ GB, of the"
                            + " 6\\.0 GB that were free 80 % can be counted on; data\\.chunk: \\d+"
                            + " would fit by count"));
  }

  @Test
  void or_with_what_else_to_do_where_none_does() {
    assertThat(with(.05).lack().orElseThrow())
        .endsWith("no data.chunk would fit: take a smaller optimizer.batch, or a narrower network");
  }

  /** The chunk of the run that ran out is never said to fit, nor the one below it. */
  @ParameterizedTest
  @CsvSource({"20", "80", "139"})
  void also_when_the_count_was_wrong(double gigabytes) {
    RuntimeException error =
        new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB.\nmore");
    assertThat(DeviceMemory.isOut(error)).isTrue();
    assertThat(DeviceMemory.isOut(new RuntimeException("CUBLAS_STATUS_ALLOC_FAILED"))).isTrue();
    assertThat(DeviceMemory.isOut(new RuntimeException("CUDA error"))).isFalse();
    DeviceMemory memory = with(gigabytes, chunk(500));

    EngineException said = memory.ranOut(error);

    assertThat(said)
        .hasMessageStartingWith(
            "not enough memory on cuda:0: CUDA out of memory. Tried to allocate 2.00 GiB., of the ")
        .hasMessageEndingWith(
            "data.chunk: " + memory.chunkThatFits().orElseThrow() + " would fit by count");
    assertThat(memory.chunkThatFits().orElseThrow()).isLessThan(450);
    assertThat(said.getMessage()).doesNotContain("\n");
  }

  @Test
  void and_not_counted_where_nobody_knows_how_much_is_free() {
    DeviceMemory memory =
        new DeviceMemory(new FreeMemory("cuda:0", FreeMemory.UNKNOWN), SPEC, PROGRAM);

    assertThat(memory.lack()).isEmpty();
    assertThat(memory.room()).isEqualTo(Room.STANDARD.withoutFirstLayers());
    assertThat(memory.ranOut(new RuntimeException("CUDA out of memory")))
        .hasMessageStartingWith("not enough memory on cuda:0: CUDA out of memory; data.chunk: ");
  }
}
