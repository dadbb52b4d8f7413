package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.data.fetch.OfflineDelivery;

@DisplayName("Of a set that is not here one line says")
class MissingPartTest {
  private static final String IMAGES = "train-images-idx3-ubyte.gz";
  private static final String LABELS = "train-labels-idx1-ubyte.gz";

  @TempDir private Path directory;
  @TempDir private Path cache;

  private static void make(Path place, String file) throws IOException {
    Path path = place.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "x");
  }

  private String offline(@Nullable Path set, String name) {
    DataCatalog catalog = new DataCatalog(new DataPlaces(set, cache), new OfflineDelivery(cache));
    List<String> said = new java.util.ArrayList<>();
    assertThatThrownBy(() -> catalog.load(name, Split.TRAINING))
        .isExactlyInstanceOf(DataUnavailableException.class)
        .satisfies(error -> said.add(String.valueOf(error.getMessage())))
        .message()
        .hasLineCount(1);
    return said.get(0);
  }

  /** Names that circulate: Kaggle and 7-Zip, torchvision, an unpacking browser, the tree itself. */
  @ParameterizedTest
  @CsvSource({
    "mnist, mnist/train-images.idx3-ubyte, " + IMAGES + " and no " + LABELS,
    "mnist, mnist/MNIST/raw/train-images-idx3-ubyte, " + IMAGES + " and no " + LABELS,
    "cifar-10, cifar-10/cifar-10-binary.tar, cifar-10-binary.tar.gz",
    "tiny-imagenet, tiny-imagenet/wnids.txt, tiny-imagenet-200.zip"
  })
  void is_said_what_the_folder_lacks_and_what_lies_there(String set, String file, String lacks)
      throws IOException {
    make(directory, file);
    String name = file.substring(set.length() + 1);
    String there = name.contains("/") ? "MNIST/" : name;

    assertThat(offline(directory, set))
        .startsWith(
            "%s: %s has no %s (there: %s), %s is no folder; sgdwalk.offline forbids to download it"
                .formatted(set, directory.resolve(set), lacks, there, cache.resolve(set)))
        .endsWith(" into " + directory.resolve(set))
        .doesNotContain("sgdwalk.data.dir", "SGDWALK_DATA_DIR");
  }

  @Test
  void is_said_what_lies_in_the_directory_itself() throws IOException {
    make(directory, IMAGES);
    make(directory, ".hidden");

    assertThat(offline(directory, "mnist"))
        .startsWith(
            "mnist: %s is no folder (in %s: %s), %s is no folder; "
                .formatted(directory.resolve("mnist"), directory, IMAGES, cache.resolve("mnist")));
  }

  @Test
  void is_said_how_to_set_a_directory_only_where_none_is_set() throws IOException {
    make(cache, "mnist/" + IMAGES);

    assertThat(offline(null, "mnist"))
        .startsWith(
            "mnist: %s has no %s (there: %s); ".formatted(cache.resolve("mnist"), LABELS, IMAGES))
        .endsWith(
            (", or set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR) to a directory with mnist/%s and"
                    + " mnist/%s")
                .formatted(IMAGES, LABELS));
  }

  @Test
  void is_said_few_of_many_names() throws IOException {
    for (int i = 0; i < 9; i++) {
      make(directory, "mnist/" + i + ".png");
    }

    assertThat(offline(directory, "mnist"))
        .contains("(there: 0.png, 1.png, 2.png, 3.png and 5 more)");
  }

  @Test
  void is_said_that_a_name_is_no_file_s() throws IOException {
    make(directory, "mnist/" + IMAGES + "/x");
    make(directory, "mnist/a\nb");
    Files.createSymbolicLink(directory.resolve("mnist/" + LABELS), directory.resolve("none"));

    assertThat(offline(directory, "mnist"))
        .contains(
            "has no %1$s and no %2$s (there: a?b, %1$s/, %2$s (no plain file))"
                .formatted(IMAGES, LABELS));
  }

  @Test
  void is_said_what_to_do_without_a_delivery() throws IOException {
    make(directory, "mnist/" + LABELS);
    DataPlaces places = new DataPlaces(directory, cache);

    assertThat(places.missing(PublishedSets.named("mnist"), Split.TRAINING))
        .isEqualTo(
            ("mnist: %1$s has no %2$s (there: %3$s), %4$s is no folder; put %2$s and %3$s into %1$s,"
                    + " or download it: sgd-walk data fetch mnist")
                .formatted(directory.resolve("mnist"), IMAGES, LABELS, cache.resolve("mnist")));
  }

  @Test
  void is_said_why_a_download_failed() {
    URI address = URI.create("https://example.org/");
    Delivery fails =
        set -> {
          throw new DataUnavailableException(set.name(), "cannot be had from " + address);
        };
    DataCatalog catalog = new DataCatalog(new DataPlaces(directory, cache), fails);

    assertThatThrownBy(() -> catalog.load("cifar-10", Split.TRAINING))
        .isExactlyInstanceOf(DataUnavailableException.class)
        .hasMessageStartingWith("cifar-10: " + directory.resolve("cifar-10"))
        .hasMessageContaining("; cannot be had from https://example.org/, or cifar-10-binary");
  }
}
