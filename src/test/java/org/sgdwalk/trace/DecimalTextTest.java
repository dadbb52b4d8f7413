package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "0x1.999999999999ap-4, 0.1",
    "0x1.3333333333334p-2, 0.30000000000000004",
    "0x1.5555555555555p-2, 0.3333333333333333",
    "0x1.4p3, 10",
    "0x1.b1ae4d6e2ef5p69, 1E+21",
    "0x1.6345785d8ap56, 1E+17",
    "0x0.0000000000001p-1022, 4.94065645841247E-324",
    "0x1.fffffffffffffp1023, 1.7976931348623157E+308",
    // JDK 19's Double.toString gives 5.684341886080802E-14, JDK 17's this
    "0x1p-44, 5.6843418860808015E-14",
    "-0x0p0, -0",
    "0x0p0, 0"
  })
  void golden_texts(String hex, String text) {
    assertThat(DecimalText.format(Double.parseDouble(hex))).isEqualTo(text);
  }

  @Test
  void nan_is_the_empty_cell() {
    assertThat(DecimalText.format(Double.NaN)).isEmpty();
    assertThat(DecimalText.parse("")).isNaN();
  }

  @Test
  void an_infinite_number_has_no_text() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecimalText.format(Double.NEGATIVE_INFINITY))
        .withMessage("must be finite, got -Infinity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "0x1p3", "1f", "1d", " 1", "1 ", "+1", ".5", "1,5"})
  void what_only_java_takes_for_a_number_is_none(String text) {
    assertThatThrownBy(() -> DecimalText.parse(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("'" + text + "' is no number");
  }

  @Test
  void a_number_beyond_the_range_of_double_is_refused_not_made_infinite() {
    assertThatThrownBy(() -> DecimalText.parse("1E+309"))
        .hasMessage("'1E+309' is too large for a double");
  }
}
