package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

@DisplayName("Memory of a run, counted before it is taken")
class RunMemoryTest {
  private static final String MLP =
      """
      { "network": {"kind": "mlp", "hidden": [500, 350], "batchNorm": true},
        "data": {"name": "mnist", "train": 1000, "validation": 500, "chunk": 500},
        "optimizer": {"kind": "sgd", "batch": 100, "learningRate": 0.1},
        "length": {"steps": 2}, "seed": 1 }
      """;

  private static final String VGG =
      MLP.replace("\"mlp\", \"hidden\": [500, 350]", "\"vgg11\", \"width\": 64");

  private static long bytes(String spec, int threads) {
    RunSpec run = SpecJson.read(spec);
    return RunMemory.bytes(run, new ImageShape(1, 28, 28), 10, threads);
  }

  private static long heap(String spec) {
    return heap(spec, 1);
  }

  private static long heap(String spec, int threads) {
    return RunMemory.heapBytes(SpecJson.read(spec), new ImageShape(1, 28, 28), 10, threads);
  }

  @Test
  void whose_vectors_do_not_fit_on_the_heap_is_refused_with_what_to_set() {
    assertThatThrownBy(() -> MachineMemory.requireHeap(1L << 50))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("of the heap, which has ")
        .hasMessageContaining("-Xmx");
    assertThatCode(() -> MachineMemory.requireHeap(1000)).doesNotThrowAnyException();
  }

  @Test
  void has_the_images_and_theta_as_often_as_it_is_held() {
    long images = 1500 * 784 * 4L;
    long theta = 573_060 * 4L;

    assertThat(bytes(MLP, 1)).isBetween(images + 2 * theta, images + 2 * theta + 20_000_000);
  }

  @Test
  void grows_by_a_network_a_thread() {
    long one = bytes(VGG, 1);
    long worker = bytes(VGG, 2) - one;

    assertThat(bytes(VGG, 5)).isEqualTo(one + 4 * worker);
    assertThat(worker).isGreaterThan(2 * 9_750_000 * 4L);
  }

  @Test
  void grows_with_batch_chunk_and_precision() {
    assertThat(bytes(VGG.replace("\"batch\": 100", "\"batch\": 1000"), 2))
        .isGreaterThan(bytes(VGG, 2) + 900 * 32 * 32 * 64 * 4L); // at least conv1's output
    assertThat(bytes(VGG.replace("\"chunk\": 500", "\"chunk\": 100"), 2)).isLessThan(bytes(VGG, 2));
    assertThat(bytes(VGG.replace("\"seed\"", "\"precision\": \"float64\", \"seed\""), 2))
        .isEqualTo(2 * bytes(VGG, 2));
  }

  @Test
  void has_a_vector_on_the_heap_for_each_product_of_lanczos() {
    String sharp = MLP.replace("\"seed\"", "\"probes\": {\"sharpness\": {}}, \"seed\"");

    assertThat(heap(sharp) - heap(MLP)).isEqualTo(80 * 573_060 * 4L);
  }

  /** Two chunks: fewer than three workers. */
  @Test
  void has_a_theta_and_parts_on_the_heap_for_a_gradient_beside_a_section() {
    String sections = "\"probes\": {\"crossSection\": {\"points\": 11, \"every\": 1}}, \"seed\"";
    String vgg = VGG.replace("\"seed\"", sections);
    String mlp = MLP.replace("\"seed\"", sections);

    assertThat(heap(vgg, 2)).isEqualTo(heap(VGG, 2));
    assertThat(heap(vgg, 3) - heap(VGG, 3)).isEqualTo(3 * (heap(VGG, 2) - heap(VGG, 1)));
    assertThat(heap(mlp, 3)).isEqualTo(heap(MLP, 3));
  }

  @Test
  void has_a_vector_on_the_heap_for_each_direction_of_a_covariance() {
    String sharp =
        MLP.replace("\"batchNorm\": true", "\"batchNorm\": false")
            .replace("\"seed\"", "\"probes\": {\"sharpness\": {}}, \"seed\"");
    String wide = sharp.replace("{}}", "{\"topK\": 3}, \"covariance\": {\"directions\": 1000}}");

    assertThat(heap(wide) - heap(sharp)).isEqualTo(1003L * 571_360 * 4);
  }

  @Test
  void that_is_not_to_be_had_is_refused_with_what_there_is() {
    assertThatThrownBy(
            () -> MachineMemory.require(5_000_000_000L, "ulimit -v leaves", 2_100_000_000L))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith(
            "not enough memory: the run takes about 5.0 GB outside the heap, ulimit -v leaves 2.1 GB; ")
        .hasMessageContaining("optimizer.batch or data.chunk");
    assertThatThrownBy(() -> MachineMemory.require(Long.MAX_VALUE / 2, 2, 0))
        .hasMessageContaining("this machine, or its container, has");
    assertThatCode(() -> MachineMemory.require(1_000_000, 2, 0)).doesNotThrowAnyException();
  }
}
