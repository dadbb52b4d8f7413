package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag(RealData.TAG)
@DisplayName("fashion-mnist-3k is Fashion-MNIST by its rule:")
class FashionMnist3kRuleTest {
  @ParameterizedTest
  @EnumSource(Split.class)
  void the_first_examples_of_each_class_in_file_order(Split split) {
    ImageSet full = RealData.having("fashion-mnist").load("fashion-mnist", split).images();
    ImageSet expected = FashionMnist3kRule.apply(full, FashionMnist3kRule.perClass(split));
    ImageSet packaged = new DataCatalog(null).load("fashion-mnist-3k", split).images();
    assertThat(packaged.count()).isEqualTo(expected.count());
    for (int i = 0; i < expected.count(); i++) {
      assertThat(packaged.label(i)).isEqualTo(expected.label(i));
      assertThat(FashionMnist3kRule.pixels(packaged, i))
          .isEqualTo(FashionMnist3kRule.pixels(expected, i));
    }
  }
}
