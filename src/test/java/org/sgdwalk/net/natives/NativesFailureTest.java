package org.sgdwalk.net.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Natives that do not start")
class NativesFailureTest {
  @Test
  void are_explained_by_the_deepest_cause_in_one_line() {
    Throwable chain =
        new ExceptionInInitializerError(
            new RuntimeException(
                "ND4J is probably missing dependencies",
                new UnsatisfiedLinkError("libx.so:\n  cannot open shared object file")));

    assertThat(NativesFailure.cause(chain)).isEqualTo("libx.so: cannot open shared object file");
    assertThat(NativesFailure.of("libtorch's natives", chain))
        .hasMessageStartingWith("libtorch's natives did not start on ")
        .hasMessageContaining(": libx.so: cannot open shared object file; they are unpacked into ")
        .hasMessageContaining(" MB free), which must have 900 MB and let programs run")
        .hasMessageContaining("-Dorg.bytedeco.javacpp.cachedir=DIR");
  }

  @Test
  void are_explained_by_the_first_place_that_was_tried() {
    UnsatisfiedLinkError several = new UnsatisfiedLinkError("not found in:\na\nb");
    several.addSuppressed(new UnsatisfiedLinkError("a: failed to map segment"));
    several.addSuppressed(new IOException("b: not there"));

    assertThat(NativesFailure.cause(several)).isEqualTo("a: failed to map segment");
  }

  @Test
  void have_a_cause_even_where_nothing_is_said() {
    assertThat(NativesFailure.cause(new NoClassDefFoundError())).contains("NoClassDefFoundError");
    assertThat(NativesFailure.cause(new UnsatisfiedLinkError("x".repeat(60_000)))).hasSize(303);
  }

  @Test
  void of_another_version_are_explained_by_the_name_that_is_missing() {
    String path = "/folder".repeat(40) + "/libjnitorch.so: ";

    assertThat(
            NativesFailure.of(
                "libtorch's natives",
                new UnsatisfiedLinkError(path + path + "undefined symbol: _ZTVN2at7DimnameE")))
        .hasMessageContaining("undefined symbol: _ZTVN2at7DimnameE; the library that was found is")
        .hasMessageEndingWith("not of the version that they were built for");
  }

  @Test
  void of_jna_are_moved_by_its_own_option() {
    assertThat(
            NativesFailure.of(
                "libtorch's natives",
                new UnsatisfiedLinkError("/t/jna1.tmp: failed to map segment")))
        .hasMessageContaining("-Djna.tmpdir=DIR");
  }
}
