package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the build says of itself")
class BuildInfoTest {
  @AfterEach
  void forget() {
    System.clearProperty("kit.libtorch");
  }

  @Test
  void names_the_libtorch_of_the_build_and_in_a_kit_the_machines_own() {
    assertThat(BuildInfo.pytorch()).matches("[\\d.]+-[\\d.]+");

    System.setProperty("kit.libtorch", "2.11.0+cu130");

    assertThat(BuildInfo.pytorch()).matches("[\\d.]+-[\\d.]+ on 2\\.11\\.0\\+cu130");
  }
}
