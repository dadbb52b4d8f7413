package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Data sets are looked for")
class DataPlacesTest {
  private static final PublishedSet MNIST = PublishedSets.named("mnist");
  private static final PublishedSet CIFAR = PublishedSets.named("cifar-10");
  private static final PublishedSet TINY = PublishedSets.named("tiny-imagenet");
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir private Path directory;
  @TempDir private Path cache;

  private DataPlaces places() {
    return new DataPlaces(directory, cache);
  }

  private static void make(Path place, String... files) throws IOException {
    for (String file : files) {
      Path path = place.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "x");
    }
  }

  private List<String> found(PublishedSet set) {
    return places().locate(set, Split.TRAINING).stream()
        .flatMap(located -> located.files().stream().map(located.folder()::relativize))
        .map(Path::toString)
        .toList();
  }

  @Test
  void are_found_in_the_directory_before_the_cache() throws IOException {
    make(cache, "mnist/" + IMAGES + ".gz", "mnist/" + LABELS + ".gz");
    assertThat(places().folder(MNIST, Split.TRAINING)).contains(cache.resolve("mnist"));

    make(directory, "mnist/" + IMAGES);
    assertThat(places().folder(MNIST, Split.TRAINING))
        .as("labels are missing in the directory")
        .contains(cache.resolve("mnist"));

    make(directory, "mnist/" + LABELS + ".gz");
    assertThat(places().folder(MNIST, Split.TRAINING)).contains(directory.resolve("mnist"));
    assertThat(found(MNIST)).containsExactly(IMAGES, LABELS + ".gz");
    assertThat(places().folder(MNIST, Split.TEST)).isEmpty();
  }

  @Test
  void are_found_as_the_archive_before_its_parts() throws IOException {
    make(directory, "cifar-10/cifar-10-batches-bin/data_batch_1.bin", "cifar-10/data_batch_2.bin");
    assertThat(found(CIFAR))
        .containsExactly("cifar-10-batches-bin/data_batch_1.bin", "data_batch_2.bin");

    make(directory, "cifar-10/cifar-10-binary.tar.gz");
    assertThat(found(CIFAR)).containsExactly("cifar-10-binary.tar.gz");
  }

  @Test
  void are_found_as_archive_or_folder_or_one_subset() throws IOException {
    make(directory, "tiny-imagenet/tiny-imagenet-200-subset20.zip");
    assertThat(found(TINY)).containsExactly("tiny-imagenet-200-subset20.zip");

    make(directory, "tiny-imagenet/tiny-imagenet-200-subset5.zip");
    assertThatThrownBy(() -> found(TINY))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(
            directory.resolve("tiny-imagenet")
                + ": tiny-imagenet-200-subset20.zip and tiny-imagenet-200-subset5.zip are both"
                + " there; must be one");

    make(directory, "tiny-imagenet/tiny-imagenet-200/wnids.txt");
    assertThat(found(TINY)).containsExactly("tiny-imagenet-200");

    make(directory, "tiny-imagenet/tiny-imagenet-200.zip");
    assertThat(found(TINY)).containsExactly("tiny-imagenet-200.zip");
  }

  @Test
  void take_no_folder_for_a_file() throws IOException {
    make(directory, "mnist/" + IMAGES + ".gz/x", "mnist/" + LABELS + ".gz");

    assertThat(found(MNIST)).isEmpty();
  }

  @Test
  void are_delivered_only_when_loaded_and_missing() throws IOException {
    List<String> delivered = new ArrayList<>();
    DataCatalog catalog =
        new DataCatalog(
            places(),
            set -> {
              delivered.add(set.name());
              deliver();
            });

    assertThat(catalog.isAvailable("mnist")).isFalse();
    assertThat(catalog.load("fashion-mnist-3k", Split.TEST).images().count()).isEqualTo(1000);
    assertThat(delivered).isEmpty();

    assertThat(catalog.load("mnist", Split.TRAINING).images().label(0)).isEqualTo(5);
    assertThat(catalog.load("mnist", Split.TRAINING).sha256()).hasSize(2);
    assertThat(delivered).containsExactly("mnist");
    assertThat(catalog.isAvailable("mnist")).isTrue();
  }

  @Test
  void are_unavailable_when_the_delivery_brings_nothing() {
    assertThatThrownBy(() -> new DataCatalog(places(), Delivery.NONE).load("mnist", Split.TRAINING))
        .isExactlyInstanceOf(DataUnavailableException.class);
  }

  private void deliver() {
    try {
      Path folder = Files.createDirectories(cache.resolve("mnist"));
      Files.write(
          folder.resolve(IMAGES + ".gz"),
          IdxWriter.gzip(IdxWriter.images(1, 2, new byte[] {1, 2})));
      Files.write(folder.resolve(LABELS + ".gz"), IdxWriter.gzip(IdxWriter.labels(new byte[] {5})));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
