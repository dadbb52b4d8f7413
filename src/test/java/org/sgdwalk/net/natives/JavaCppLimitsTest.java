package org.sgdwalk.net.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.net.EngineException;

@DisplayName("JavaCPP's limits are read before JavaCPP reads them")
class JavaCppLimitsTest {
  private static final String LIMIT = "org.bytedeco.javacpp.maxbytes";
  private static final String PHYSICAL = "org.bytedeco.javacpp.maxphysicalbytes";

  @AfterEach
  void clear() {
    System.clearProperty(LIMIT);
  }

  /** The tests' own JVM has the property set. */
  @Test
  void lifts_the_limit_on_the_process_unless_a_user_set_one() {
    String set = System.getProperty(PHYSICAL);
    try {
      System.clearProperty(PHYSICAL);
      JavaCppLimits.lift();
      assertThat(System.getProperty(PHYSICAL)).isEqualTo("0");

      System.setProperty(PHYSICAL, "4g");
      JavaCppLimits.lift();
      assertThat(System.getProperty(PHYSICAL)).isEqualTo("4g");
    } finally {
      System.setProperty(PHYSICAL, set);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "77", "300m", "4G", "100kb", "1TB"})
  void takes_what_javacpp_takes(String size) {
    System.setProperty(LIMIT, size);
    assertThatCode(JavaCppLimits::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1.5g", "77b", "-1", "4 g"})
  void names_a_limit_that_javacpp_could_not_read(String size) {
    System.setProperty(LIMIT, size);
    assertThatThrownBy(JavaCppLimits::check)
        .isInstanceOf(EngineException.class)
        .hasMessage(LIMIT + ": must be a number of bytes as 300m or 4g, got " + size);
  }
}
