package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DecimalTextProperties {

  @Provide
  Arbitrary<Double> numbers() {
    return Traces.numbers();
  }

  @Property
  void parse_undoes_format_to_the_bit(@ForAll("numbers") double x) {
    assertThat(Double.doubleToRawLongBits(DecimalText.parse(DecimalText.format(x))))
        .isEqualTo(Double.doubleToRawLongBits(x));
  }

  @Property
  void seventeen_digits_are_enough(@ForAll("numbers") double x) {
    assertThat(new BigDecimal(DecimalText.format(x)).precision()).isLessThanOrEqualTo(17);
  }

  @Property
  void a_decimal_of_up_to_15_digits_comes_back_as_it_was(
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(min = -290, max = 290) int exponent) {
    BigDecimal decimal = BigDecimal.valueOf(digits).scaleByPowerOfTen(exponent);

    assertThat(new BigDecimal(DecimalText.format(decimal.doubleValue())))
        .isEqualByComparingTo(decimal);
  }

  @Property
  void the_form_is_plain_from_1e_minus_6_to_below_1e17(@ForAll("numbers") double x) {
    boolean plain = x == 0 || (Math.abs(x) >= 1e-6 && Math.abs(x) < 1e17);

    assertThat(DecimalText.format(x).contains("E")).isEqualTo(!plain);
  }
}
