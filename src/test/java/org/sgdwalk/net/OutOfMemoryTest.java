package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Memory that runs out")
class OutOfMemoryTest {
  @Test
  void of_the_heap_asks_for_more_heap() {
    assertThat(OutOfMemory.of(new OutOfMemoryError("Java heap space")))
        .hasMessageMatching(
            "not enough memory \\(Java heap space; the heap has [\\d,]+ MiB\\): allow more, .* -Xmx4g");
  }

  @Test
  void of_the_natives_asks_for_less_or_for_another_limit() {
    OutOfMemoryError outer = new OutOfMemoryError("Cannot allocate new FloatPointer(1)");
    outer.initCause(new OutOfMemoryError("physicalBytes (8219M) > maxPhysicalBytes (8192M)"));

    assertThat(OutOfMemory.of(outer))
        .hasMessageStartingWith("not enough memory for batches or chunks of this size (physicalB")
        .hasMessageContaining("smaller optimizer.batch or data.chunk")
        .hasMessageContaining("maxphysicalbytes");
  }
}
