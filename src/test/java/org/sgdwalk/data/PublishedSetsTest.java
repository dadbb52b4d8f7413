package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The list of published sets")
class PublishedSetsTest {
  static Stream<PublishedSet> toDownload() {
    return PublishedSets.all().stream().filter(set -> !set.isPackaged());
  }

  @Test
  void has_the_sets_of_the_paper_and_fashion_mnist() {
    assertThat(PublishedSets.names())
        .containsExactly(
            "fashion-mnist-3k", "mnist-6k", "mnist", "fashion-mnist", "cifar-10", "tiny-imagenet");
    assertThat(PublishedSets.all()).filteredOn(PublishedSet::isPackaged).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "fashion-mnist-3k, 10, 1 x 28 x 28, 2000, 1000",
    "mnist-6k, 10, 1 x 28 x 28, 6000, 1000",
    "mnist, 10, 1 x 28 x 28, 60000, 10000",
    "fashion-mnist, 10, 1 x 28 x 28, 60000, 10000",
    "cifar-10, 10, 3 x 32 x 32, 50000, 10000",
    "tiny-imagenet, 200, 3 x 64 x 64, 100000, 10000"
  })
  void has_the_official_sizes(
      String name, int classes, String image, int training, int evaluation) {
    PublishedSet set = PublishedSets.named(name);

    assertThat(set.classes()).isEqualTo(classes);
    assertThat(set.image()).hasToString(image);
    assertThat(set.training()).isEqualTo(training);
    assertThat(set.evaluation()).isEqualTo(evaluation);
  }

  @Test
  void has_the_paper_s_splits() {
    assertThat(PublishedSets.named("cifar-10").paper()).isEqualTo(new PaperSplit(45_000, 5_000));
    assertThat(PublishedSets.named("mnist").paper()).isEqualTo(new PaperSplit(45_000, 10_000));
    assertThat(PublishedSets.named("tiny-imagenet").paper()).isNull();
  }

  /** IDX: a header of 16 or 8 bytes; CIFAR-10: records of 3,073 bytes. */
  @ParameterizedTest
  @MethodSource("toDownload")
  void states_sizes_that_fit_the_formats(PublishedSet set) {
    for (PublishedFile file : set.unpacked()) {
      long examples = file.name().startsWith("train") ? set.training() : set.evaluation();
      if (file.name().contains("images")) {
        assertThat(file.bytes()).isEqualTo(16 + examples * 28 * 28);
      } else if (file.name().contains("labels")) {
        assertThat(file.bytes()).isEqualTo(8 + examples);
      } else if (file.name().endsWith(".bin")) {
        assertThat(file.bytes()).isEqualTo(10_000 * 3_073);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("toDownload")
  void has_a_sum_and_a_mirror_of_every_file_to_download(PublishedSet set) {
    assertThat(set.originals()).isNotEmpty().allMatch(PublishedFile::hasSum);
    for (PublishedFile file : set.originals()) {
      List<URI> addresses = set.addressesOf(file);
      assertThat(addresses)
          .hasSizeGreaterThanOrEqualTo(2)
          .doesNotHaveDuplicates()
          .allMatch(address -> "https".equals(address.getScheme()))
          .allMatch(address -> address.getPath().endsWith("/" + file.name()));
    }
    assertThat(set.licence()).isNotBlank();
    assertThat(set.sumsReadIn()).isNotBlank();
  }

  /** What is downloaded must be what is then read. */
  @ParameterizedTest
  @MethodSource("toDownload")
  void finds_what_was_downloaded_first(PublishedSet set) {
    List<String> originals = set.originals().stream().map(PublishedFile::name).toList();
    for (Split split : Split.values()) {
      assertThat(set.layouts(split).get(0).required())
          .allSatisfy(alternatives -> assertThat(originals).contains(alternatives.get(0)));
    }
  }

  @Test
  void knows_the_archives_of_cifar_10_and_tiny_imagenet() {
    assertThat(PublishedSets.named("cifar-10").downloadBytes()).isEqualTo(170_052_171);
    assertThat(PublishedSets.named("tiny-imagenet").downloadBytes()).isEqualTo(248_100_043);
    assertThat(PublishedSets.named("mnist").downloadBytes()).isEqualTo(11_594_722);
  }

  @Test
  void says_where_no_sum_is_published() {
    PublishedFile meta = PublishedSets.named("cifar-10").file("batches.meta.txt").orElseThrow();

    assertThat(meta.hasSum()).isFalse();
    assertThatThrownBy(() -> meta.is(61, "0".repeat(64))).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", ".hidden", "a b", "a\\b"})
  void does_not_take_a_name_that_leaves_its_folder(String name) {
    assertThatThrownBy(() -> new PublishedFile(name, 1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("plain file name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "0",
        "G000000000000000000000000000000000000000000000000000000000000000"
      })
  void does_not_take_what_is_no_sum(String sum) {
    assertThatThrownBy(() -> new PublishedFile("x", 1, sum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 lower-case");
  }
}
