package org.sgdwalk.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a card may do for speed")
class ArithmeticChoiceTest {
  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void is_known_again_from_the_words_of_a_manifest(boolean tf32, boolean deterministic) {
    ArithmeticChoice choice = new ArithmeticChoice(tf32, deterministic);
    String backend = "libtorch on a card, " + choice.description();

    assertThat(ArithmeticChoice.described(backend)).isEqualTo(choice);
  }
}
