package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.Sha256;

@DisplayName("CIFAR-10")
class FullCifarTest {
  private static final int BATCH = 10_000;

  /** Of the published data_batch_1.bin, as sha256sum (coreutils) gives it. */
  private static final String BATCH_1 =
      "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5";

  private final DataCatalog catalog = FullDataSets.having("cifar-10");

  @Test
  @DisplayName("begins with the first published batch, byte for byte")
  void bytes() {
    ImageSet images = catalog.load("cifar-10", Split.TRAINING).images();
    assertThat(Sha256.of(CifarWriter.records(images.slice(0, BATCH)))).isEqualTo(BATCH_1);
    // The frog that comes first: as (red, green, blue) its first pixel is usually shown as this.
    assertThat(images.label(0)).isEqualTo(6);
    assertThat(new int[] {images.pixel(0, 0), images.pixel(0, 1024), images.pixel(0, 2048)})
        .containsExactly(59, 62, 63);
  }

  // Of the first 20,000 images; of all 50,000 they are about .4914 .4822 .4465 and .247 .243 .262.
  @Test
  @DisplayName("has its known mean and standard deviation in each channel")
  void meanAndStd() {
    ImageSet images = catalog.load("cifar-10", Split.TRAINING).images();
    assumeTrue(images.count() >= 2 * BATCH, "only one batch is here");
    double[] mean = {0.4928, 0.4830, 0.4470};
    double[] std = {0.2474, 0.2441, 0.2621};
    List<Standardization> channels = Standardization.of(images.slice(0, 2 * BATCH));
    for (int channel = 0; channel < 3; channel++) {
      assertThat(channels.get(channel).mean()).isCloseTo(mean[channel], within(5e-5));
      assertThat(channels.get(channel).std()).isCloseTo(std[channel], within(5e-5));
    }
  }

  @Test
  @DisplayName("gives a run its two parts")
  void parts() {
    int count = catalog.load("cifar-10", Split.TRAINING).images().count();
    DataSet data = DataSet.load(new DataSpec("cifar-10", 2_000, 1_000, 500), catalog);
    assertThat(data.training().indices()).isEqualTo("0-1999");
    assertThat(data.validation().indices()).isEqualTo((count - 1_000) + "-" + (count - 1));
    assertThat(data.sha256().keySet()).first().asString().startsWith("data_batch_1.bin");
  }
}
