package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag(RealData.TAG)
@DisplayName("Packaged sets are their full sets by the rule:")
class FixtureRuleTest {
  static Stream<Arguments> parts() {
    return FixtureRule.ALL.stream()
        .flatMap(
            rule -> Arrays.stream(Split.values()).map(split -> Arguments.arguments(rule, split)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("parts")
  void the_first_examples_of_each_class_in_file_order(FixtureRule rule, Split split) {
    ImageSet full = RealData.having(rule.full()).load(rule.full(), split).images();
    ImageSet expected = FixtureRule.apply(full, rule.perClass(split));
    ImageSet packaged = new DataCatalog(null).load(rule.fixture(), split).images();
    assertThat(packaged.count()).isEqualTo(expected.count());
    for (int i = 0; i < expected.count(); i++) {
      assertThat(packaged.label(i)).isEqualTo(expected.label(i));
      assertThat(FixtureRule.pixels(packaged, i)).isEqualTo(FixtureRule.pixels(expected, i));
    }
  }
}
