package org.sgdwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A test, whoever starts it")
class OfflineTestsTest {
  @Test
  void runs_offline() {
    assertThat(System.getProperty(OfflineTests.OFFLINE)).isEqualTo("true");
  }

  @Test
  void leaves_jqwiks_memory_out_of_the_sources() {
    assertThat(Files.exists(Path.of(".jqwik-database"))).isFalse();
  }
}
