package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.spec.DataSpec;

@DisplayName("The full data sets")
class FullDataSetsTest {
  // Mean and standard deviation of the 60,000 training images as usually stated, to four digits.
  @ParameterizedTest
  @CsvSource({"mnist, 0.1307, 0.3081", "fashion-mnist, 0.2860, 0.3530"})
  @DisplayName("have their known mean and standard deviation")
  void meanAndStd(String name, double mean, double std) {
    DataCatalog catalog = FullDataSets.having(name);
    ImageSet images = catalog.load(name, Split.TRAINING).images();
    assertThat(images.count()).isEqualTo(60_000);
    Standardization standardization = Standardization.of(images).get(0);
    assertThat(standardization.mean()).isCloseTo(mean, within(5e-5));
    assertThat(standardization.std()).isCloseTo(std, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"mnist", "fashion-mnist"})
  @DisplayName("give a run its two parts")
  void parts(String name) {
    DataSet data = DataSet.load(new DataSpec(name, 45_000, 5_000, 500), FullDataSets.having(name));
    assertThat(data.training().indices()).isEqualTo("0-44999");
    assertThat(data.validation().indices()).isEqualTo("55000-59999");
  }
}
