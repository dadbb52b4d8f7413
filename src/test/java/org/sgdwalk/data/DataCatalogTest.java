package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The data catalog")
class DataCatalogTest {
  private static final String FETCH = ", or download it: sgd-walk data fetch mnist";

  @Test
  void names_what_it_knows_when_asked_for_something_else() {
    DataCatalog catalog = new DataCatalog(null);
    String message =
        "data.name: must be one of fashion-mnist-3k, mnist-6k, mnist, fashion-mnist, cifar-10, tiny-imagenet, got ../mnist";
    assertThatThrownBy(() -> catalog.load("../mnist", Split.TRAINING))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> catalog.isAvailable("../mnist")).hasMessage(message);
  }

  @Test
  void has_the_small_set_without_any_data_directory() {
    DataCatalog catalog = new DataCatalog(null);
    assertThat(catalog.isAvailable("fashion-mnist-3k")).isTrue();
    assertThat(catalog.load("fashion-mnist-3k", Split.TRAINING).images().count()).isEqualTo(2000);
  }

  @Test
  void says_that_no_data_directory_is_set() {
    DataCatalog catalog = new DataCatalog(null);
    assertThat(catalog.isAvailable("mnist")).isFalse();
    assertThatThrownBy(() -> catalog.load("mnist", Split.TRAINING))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage(
            "mnist: no data directory is set; set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR) to a"
                + " directory with mnist/train-images-idx3-ubyte.gz and"
                + " mnist/train-labels-idx1-ubyte.gz"
                + FETCH);
  }

  @Test
  void says_which_file_is_missing_in_the_data_directory(@TempDir Path directory)
      throws IOException {
    DataCatalog catalog = new DataCatalog(directory);
    Path images = directory.resolve("mnist/train-images-idx3-ubyte.gz");
    Path labels = directory.resolve("mnist/train-labels-idx1-ubyte.gz");
    assertThatThrownBy(() -> catalog.load("mnist", Split.TRAINING))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage(
            "mnist: %s is no folder (in %s: nothing); put %s and %s into %s%s",
            images.getParent(),
            directory,
            images.getFileName(),
            labels.getFileName(),
            images.getParent(),
            FETCH);

    Files.createDirectories(images.getParent());
    Files.write(images, IdxWriter.gzip(IdxWriter.images(1, 2, new byte[] {1, 2})));
    assertThat(catalog.isAvailable("mnist")).isFalse();
    assertThatThrownBy(() -> catalog.load("mnist", Split.TRAINING))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageStartingWith(
            "mnist: %s has no %s (there: %s); put ",
            images.getParent(), labels.getFileName(), images.getFileName());

    Files.write(labels, IdxWriter.gzip(IdxWriter.labels(new byte[] {5})));
    assertThat(catalog.isAvailable("mnist")).isTrue();
    assertThat(catalog.load("mnist", Split.TRAINING).images().label(0)).isEqualTo(5);
  }

  @Test
  void says_the_path_of_a_file_with_a_defect(@TempDir Path directory) throws IOException {
    Path images = directory.resolve("mnist/train-images-idx3-ubyte.gz");
    Files.createDirectories(images.getParent());
    Files.writeString(images, "404");
    Files.writeString(directory.resolve("mnist/train-labels-idx1-ubyte.gz"), "404");
    assertThatThrownBy(() -> new DataCatalog(directory).load("mnist", Split.TRAINING))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(images + ": is not gzip; must be a gzip file (1f 8b ...)");
  }

  @Test
  void reads_no_file_that_is_not_there_even_past_the_check(@TempDir Path directory) {
    assertThatThrownBy(() -> DataFile.at(directory.resolve("none.gz")))
        .isInstanceOf(DataException.class)
        .hasMessage(directory.resolve("none.gz") + ": is missing; must be a file");
    assertThatThrownBy(() -> DataFile.resource("fixtures/none.gz"))
        .isInstanceOf(DataException.class)
        .hasMessage("fixtures/none.gz: is missing on the class path; must be packaged");
  }
}
