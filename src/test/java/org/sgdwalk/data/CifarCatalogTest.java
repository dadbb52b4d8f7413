package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.spec.DataSpec;

@DisplayName("The catalog's cifar-10")
class CifarCatalogTest {
  @TempDir private Path directory;

  private ImageSet load() {
    return new DataCatalog(directory).load("cifar-10", Split.TRAINING).images();
  }

  /**
   * Writes a file below {@code cifar-10}, compressed if its name says so, and returns its bytes.
   */
  private byte[] write(String file, int... labels) throws IOException {
    byte[] records = CifarWriter.records(labels[0], labels);
    byte[] bytes = file.endsWith(".gz") ? IdxWriter.gzip(records) : records;
    Path path = directory.resolve("cifar-10").resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return bytes;
  }

  private static List<Integer> labels(ImageSet set) {
    return IntStream.range(0, set.count()).mapToObj(set::label).toList();
  }

  @Test
  void is_not_there_without_a_data_directory_or_without_the_first_batch() {
    assertThat(new DataCatalog(null).isAvailable("cifar-10")).isFalse();
    assertThatThrownBy(() -> new DataCatalog(null).load("cifar-10", Split.TRAINING))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage(
            "cifar-10: no data directory is set; set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR) to a"
                + " directory with cifar-10/cifar-10-binary.tar.gz, or download it: sgd-walk data"
                + " fetch cifar-10");
    assertThat(new DataCatalog(directory).isAvailable("cifar-10")).isFalse();
    assertThatThrownBy(this::load)
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage(
            "cifar-10: %1$s is no folder (in %2$s: nothing); put cifar-10-binary.tar.gz into %1$s,"
                + " or download it: sgd-walk data fetch cifar-10",
            directory.resolve("cifar-10"), directory);
  }

  @Test
  void is_the_batches_that_are_there_one_behind_the_other_with_the_sum_of_each_file()
      throws IOException {
    byte[] second = write("data_batch_2.bin", 3, 4, 5);
    byte[] first = write("data_batch_1.bin.gz", 1, 2);
    write("heldout_batch.bin.gz", 9);
    write("test_batch.bin.gz", 8);
    DataCatalog catalog = new DataCatalog(directory);
    assertThat(catalog.isAvailable("cifar-10")).isTrue();
    LoadedImages training = catalog.load("cifar-10", Split.TRAINING);
    assertThat(labels(training.images())).containsExactly(1, 2, 3, 4, 5);
    assertThat(training.sha256())
        .isEqualTo(
            Map.of(
                "data_batch_1.bin.gz",
                DigestUtils.sha256Hex(first),
                "data_batch_2.bin",
                DigestUtils.sha256Hex(second)));
    assertThat(labels(catalog.load("cifar-10", Split.TEST).images())).containsExactly(8);
  }

  @Test
  void has_five_batches_at_most_in_the_layout_of_the_original_archive_too() throws IOException {
    for (int batch = 1; batch <= 6; batch++) {
      write("cifar-10-batches-bin/data_batch_" + batch + ".bin", batch);
    }
    assertThat(labels(load())).containsExactly(1, 2, 3, 4, 5);
    write("data_batch_2.bin", 7);
    assertThat(labels(load())).containsExactly(1, 7, 3, 4, 5);
    write("data_batch_2.bin.gz", 8);
    assertThat(labels(load())).containsExactly(1, 8, 3, 4, 5);
  }

  @Test
  void is_the_original_archive_where_that_is_there_before_any_batch() throws IOException {
    write("data_batch_1.bin", 9);
    Path archive = directory.resolve("cifar-10/cifar-10-binary.tar.gz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
      for (String batch :
          List.of(
              "test_batch",
              "data_batch_2",
              "data_batch_1",
              "data_batch_5",
              "data_batch_4",
              "data_batch_3")) {
        int label = batch.equals("test_batch") ? 8 : batch.charAt(batch.length() - 1) - '0';
        byte[] records = CifarWriter.records(label, label);
        TarArchiveEntry entry = new TarArchiveEntry("cifar-10-batches-bin/" + batch + ".bin");
        entry.setSize(records.length);
        tar.putArchiveEntry(entry);
        tar.write(records);
        tar.closeArchiveEntry();
      }
    }
    assertThat(labels(load())).containsExactly(1, 2, 3, 4, 5);
    LoadedImages test = new DataCatalog(directory).load("cifar-10", Split.TEST);
    assertThat(labels(test.images())).containsExactly(8);
    assertThat(test.sha256())
        .isEqualTo(
            Map.of("cifar-10-binary.tar.gz", DigestUtils.sha256Hex(Files.readAllBytes(archive))));
  }

  @Test
  void is_rejected_when_a_batch_is_missing_before_another() throws IOException {
    write("data_batch_3.bin", 3);
    Path third = directory.resolve("cifar-10/data_batch_3.bin");
    String message =
        "%s: is there, but data_batch_%d.bin.gz is not; must be all up to the last one there is";
    assertThatThrownBy(this::load)
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(message, third, 1);
    write("data_batch_1.bin", 1);
    assertThatThrownBy(this::load)
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(message, third, 2);
    write("data_batch_2.bin", 2);
    assertThat(labels(load())).containsExactly(1, 2, 3);
  }

  @Test
  void names_the_batch_that_has_a_defect() throws IOException {
    write("data_batch_1.bin", 1);
    write("data_batch_2.bin", 2, 10);
    assertThatThrownBy(this::load)
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(
            directory.resolve("cifar-10/data_batch_2.bin")
                + ": label 10 of record 1, counted from 0; must be 0 to 9");
  }

  @Test
  void gives_a_run_the_first_examples_of_all_batches_to_train_and_the_last_to_validate()
      throws IOException {
    write("data_batch_1.bin", 1, 2);
    write("data_batch_2.bin", 3, 4, 5);
    DataCatalog catalog = new DataCatalog(directory);
    DataSet data = DataSet.load(new DataSpec("cifar-10", 3, 2, 1), catalog);
    assertThat(data.training().indices()).hasToString("0-2");
    assertThat(labels(data.training().images())).containsExactly(1, 2, 3);
    assertThat(data.validation().indices()).hasToString("3-4");
    assertThat(labels(data.validation().images())).containsExactly(4, 5);
    assertThat(data.standardization()).hasSize(3);
    assertThat(data.classes()).isEqualTo(10);
    assertThatThrownBy(() -> DataSet.load(new DataSpec("cifar-10", 4, 2, 1), catalog))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(
            "data.train 4 and data.validation 2: the training file of cifar-10 has 5 examples;"
                + " their sum must be at most that");
  }
}
