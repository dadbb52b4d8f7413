package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.cli.ForkedCommand;

/**
 * oneDNN tells which implementation it runs. libtorch falls back to loops of its own without a
 * word, several times as slow, when a tensor's layout or type does not suit; oneDNN has slow
 * reference implementations too.
 */
@DisplayName("A run of VGG-11 uses oneDNN's vectorised kernels")
class NativeKernelsInUseTest {
  private static final String SPEC =
      """
      { "network": {"kind": "vgg11", "width": 2, "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 20, "validation": 10, "chunk": 10},
        "optimizer": {"kind": "sgd", "batch": 10, "learningRate": 0.1},
        "length": {"steps": 2}, "seed": 1 }
      """;

  /** As {@code onednn_verbose,v1,primitive,exec,cpu,convolution,jit:avx2,forward_training,...}. */
  private static final String EXECUTED = "onednn_verbose,v1,primitive,exec,cpu,";

  /** Compiled for this CPU's vectors. */
  private static final String COMPILED = "(jit|brg_conv)[^,]*:avx[^,]*";

  @TempDir private static Path folder;
  private static List<String> executed = List.of();

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    Path spec = Files.writeString(folder.resolve("spec.json"), SPEC);
    ForkedCommand.Result result =
        ForkedCommand.run(
            ForkedCommand.thisJdk(),
            Map.of("DNNL_VERBOSE", "1"),
            List.of(),
            "run",
            spec.toString(),
            "--out",
            folder.resolve("trace").toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
    executed = result.output().lines().filter(line -> line.startsWith(EXECUTED)).toList();
  }

  @Test
  void convolves_with_vectorised_kernels_in_both_directions() {
    assertThat(kernels("convolution"))
        .anyMatch(kernel -> kernel.matches(COMPILED + ",forward.*"))
        .anyMatch(kernel -> kernel.matches(COMPILED + ",backward_data"))
        .anyMatch(kernel -> kernel.matches(COMPILED + ",backward_weights"));
  }

  /** Images of 2 x 2 pixels go through its compiled matrix product: {@code x64:gemm:jit}. */
  @Test
  void never_convolves_with_a_reference_implementation() {
    assertThat(kernels("convolution"))
        .isNotEmpty()
        .allMatch(kernel -> kernel.matches(".*(jit|brg).*"));
  }

  /** Which changes the digits. */
  @Test
  void does_not_convolve_backwards_with_winograds_algorithm() {
    assertThat(kernels("convolution")).isNotEmpty().noneMatch(kernel -> kernel.contains("wino"));
  }

  /** Implementation and direction of each distinct call. */
  private static List<String> kernels(String primitive) {
    return executed.stream()
        .map(line -> Arrays.asList(line.split(",", 9)))
        .filter(fields -> fields.get(5).equals(primitive))
        .map(fields -> fields.get(6) + "," + fields.get(7))
        .distinct()
        .toList();
  }
}
