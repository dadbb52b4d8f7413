package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.spec.ClassSelection;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.NormalizationSpec;
import org.sgdwalk.spec.Subset;

@DisplayName("The data set of a run")
class DataSetTest {
  private static final int VALUES = 28 * 28;

  private final DataCatalog catalog = new DataCatalog(null);
  private final ImageSet file = catalog.load("fashion-mnist-3k", Split.TRAINING).images();

  private DataSet load(int train, int validation, int chunk) {
    return DataSet.load(new DataSpec("fashion-mnist-3k", train, validation, chunk), catalog);
  }

  @Test
  void trains_on_the_first_examples_of_the_training_file_and_validates_on_its_last_ones() {
    DataSet data = load(1000, 300, 500);
    assertThat(data.training().size()).isEqualTo(1000);
    assertThat(data.training().indices()).hasToString("0-999");
    assertThat(data.validation().size()).isEqualTo(300);
    assertThat(data.validation().indices()).hasToString("1700-1999");
    assertThat(data.classes()).isEqualTo(10);
    for (int i = 0; i < 300; i++) {
      assertThat(data.training().label(i)).isEqualTo(file.label(i));
      assertThat(data.validation().label(i)).isEqualTo(file.label(1700 + i));
    }
    assertThat(data.validation().images().pixel(299, 400)).isEqualTo(file.pixel(1999, 400));
  }

  @Test
  void has_training_pixels_of_mean_0_and_standard_deviation_1() {
    DataPart training = load(1000, 300, 500).training();
    double[] pixels = new double[1000 * VALUES];
    for (int i = 0; i < 1000; i++) {
      training.copyStandardized(i, pixels, i * VALUES);
    }
    double sum = 0;
    double squares = 0;
    for (double pixel : pixels) {
      sum += pixel;
      squares += pixel * pixel;
    }
    assertThat(sum / pixels.length).isCloseTo(0, within(1e-6));
    assertThat(squares / pixels.length).isCloseTo(1, within(1e-6));
  }

  @Test
  void standardises_the_validation_part_by_the_training_part() {
    DataSet data = load(1000, 300, 500);
    assertThat(data.standardization()).isEqualTo(Standardization.of(file.slice(0, 1000)));
    double[] doubles = new double[VALUES + 2];
    data.validation().copyStandardized(7, doubles, 1);
    for (int pixel = 0; pixel < VALUES; pixel++) {
      double expected = data.standardization().get(0).apply(file.pixel(1707, pixel));
      assertThat(doubles[1 + pixel]).isEqualTo(expected);
    }
    assertThat(doubles[0]).isZero();
    assertThat(doubles[VALUES + 1]).isZero();
  }

  @Test
  void does_not_copy_where_it_does_not_fit_nor_examples_that_are_not_there() {
    DataPart part = load(10, 10, 5).training();
    assertThatThrownBy(() -> part.copyStandardized(0, new double[VALUES], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> part.copyStandardized(10, new double[VALUES], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> part.label(10)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void standardises_each_channel_by_its_own_numbers() {
    byte[] pixels = {0, 51, 102, (byte) 153, 0, 51, 102, (byte) 153};
    ImageSet colour = ImageSet.of(new ImageShape(2, 1, 2), 10, pixels, new byte[] {1, 2});
    Standardization first = new Standardization(0, 1);
    Standardization second = new Standardization(0.5, 0.25);
    DataPart part = new DataPart(colour, 0, List.of(first, second));
    double[] doubles = new double[4];
    part.copyStandardized(1, doubles, 0);
    assertThat(doubles)
        .containsExactly(first.apply(0), first.apply(51), second.apply(102), second.apply(153));
    assertThatThrownBy(() -> new DataPart(colour, 0, List.of(first)))
        .isInstanceOf(DataException.class)
        .hasMessage("standardization: for 1 channels; must be for the 2 of the images");
  }

  @Test
  void carries_the_sums_of_the_files_it_was_read_from() {
    Map<String, String> sums = load(10, 10, 5).sha256();
    assertThat(sums).isEqualTo(catalog.load("fashion-mnist-3k", Split.TRAINING).sha256());
    assertThat(sums.keySet())
        .containsExactly("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz");
  }

  @Test
  void may_use_every_example_and_chunks_larger_than_the_training_part() {
    assertThat(load(1500, 500, 9999).validation().indices()).hasToString("1500-1999");
  }

  @ParameterizedTest
  @CsvSource({"1501, 500", "3000, 1", "1, 2000", "10000000, 10000000"})
  void does_not_validate_on_training_examples_nor_on_more_than_there_are(
      int train, int validation) {
    assertThatThrownBy(() -> load(train, validation, 500))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(
            "data.train %d and data.validation %d: the training file of fashion-mnist-3k has 2000"
                    .formatted(train, validation)
                + " examples; their sum must be at most that");
  }

  @Test
  void trains_on_as_many_of_each_class_where_the_spec_says_so() {
    DataSpec spec =
        new DataSpec("fashion-mnist-3k", 100, 300, 50, Subset.BALANCED, null, null, null);
    DataSet data = DataSet.load(spec, catalog);
    int[] perClass = new int[10];
    for (int i = 0; i < 100; i++) {
      perClass[data.training().label(i)]++;
      int index = data.training().indices().get(i);
      assertThat(data.training().label(i)).isEqualTo(file.label(index));
      assertThat(data.training().images().pixels(i)).isEqualTo(file.pixels(index));
    }
    assertThat(perClass).containsOnly(10);
    assertThat(data.training().indices().get(99)).isBetween(100, 1699);
    assertThat(data.validation().indices()).hasToString("1700-1999");
    assertThat(data.standardization()).isEqualTo(Standardization.of(data.training().images()));
  }

  @Test
  void is_standardised_by_given_numbers_where_there_are_as_many_as_channels() {
    NormalizationSpec given = new NormalizationSpec(List.of(0.25), List.of(0.5));
    DataSet data =
        DataSet.load(
            new DataSpec("fashion-mnist-3k", 10, 10, 5, Subset.FIRST, null, given, null), catalog);
    assertThat(data.standardization()).containsExactly(new Standardization(0.25, 0.5));
    assertThat(data.training().background(0)).isEqualTo(-0.5);
    assertThat(data.validation().background(0)).isEqualTo(-0.5);
    NormalizationSpec colour = new NormalizationSpec(List.of(0.1, 0.2), List.of(0.5, 0.5));
    DataSpec wrong = new DataSpec("fashion-mnist-3k", 10, 10, 5, Subset.FIRST, null, colour, null);
    assertThatThrownBy(() -> DataSet.load(wrong, catalog))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage("data.normalization: for 2 channels; must be for the 1 of fashion-mnist-3k");
  }

  @Test
  void has_a_choice_of_classes_only_where_the_catalogs_set_has_one() {
    DataSpec spec =
        new DataSpec(
            "fashion-mnist-3k", 10, 10, 5, Subset.FIRST, new ClassSelection.First(2), null, null);
    assertThatThrownBy(() -> DataSet.load(spec, catalog))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(
            "data.classes: fashion-mnist-3k is used with all its classes; must be left out, only"
                + " tiny-imagenet has a choice");
  }
}
