package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class BackendTest {

  @Test
  void uses_the_natives_that_the_build_chose() {
    assertThat(Backend.description())
        .startsWith("CpuBackend " + System.getProperty("sgdwalk.build.natives"));
  }

  @Test
  void pins_the_kernels_whatever_the_cpu() {
    assumeTrue(
        BuildInfo.natives().startsWith("linux-x86_64-")
            && System.getenv("OPENBLAS_CORETYPE") == null
            && System.getenv("DNNL_MAX_CPU_ISA") == null,
        "kernels are pinned for Linux natives with AVX2, unless the user chose some");
    Backend.start();
    assertThat(Avx2Kernels.coreType()).isEqualTo("Haswell");
    assertThat(Backend.description()).endsWith(", OpenBLAS Haswell, oneDNN AVX2");
  }

  @Test
  void refuses_natives_that_the_cpu_cannot_run() {
    assertThatThrownBy(() -> CpuFeatures.require("linux-x86_64-onednn-avx512", Set.of("avx2")))
        .isInstanceOf(BackendException.class)
        .hasMessage(
            "natives 'linux-x86_64-onednn-avx512' need a CPU with avx512f, which this one lacks:"
                + " build with -Dsgdwalk.simd=avx2");
    assertThatThrownBy(() -> CpuFeatures.require("linux-x86_64-onednn-avx2", Set.of("sse2")))
        .hasMessageContaining("-Dsgdwalk.simd=none");
    assertThatCode(() -> CpuFeatures.require("linux-x86_64", Set.of("sse2")))
        .doesNotThrowAnyException();
  }

  @Test
  void reads_flags_however_many_spaces_lie_between_them() {
    assertThat(CpuFeatures.words(" fpu vme   avx2 fpu "))
        .containsExactlyInAnyOrder("fpu", "vme", "avx2");
  }
}
