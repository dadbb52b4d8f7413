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
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.Sha256;

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
  @DisplayName("is not there without a data directory or without the first batch")
  void missing() {
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
  @DisplayName("is the batches that are there one behind the other, with the sum of each file")
  void concatenation() throws IOException {
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
            Map.of("data_batch_1.bin.gz", Sha256.of(first), "data_batch_2.bin", Sha256.of(second)));
    assertThat(labels(catalog.load("cifar-10", Split.TEST).images())).containsExactly(8);
  }

  @Test
  @DisplayName("has five batches at most, in the layout of the original archive too")
  void original() throws IOException {
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
  @DisplayName("is the original archive, where that is there, before any batch")
  void archive() throws IOException {
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
        .isEqualTo(Map.of("cifar-10-binary.tar.gz", Sha256.of(Files.readAllBytes(archive))));
  }

  @Test
  @DisplayName("is rejected when a batch is missing before another")
  void gap() throws IOException {
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
  @DisplayName("names the batch that has a defect")
  void defect() throws IOException {
    write("data_batch_1.bin", 1);
    write("data_batch_2.bin", 2, 10);
    assertThatThrownBy(this::load)
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(
            directory.resolve("cifar-10/data_batch_2.bin")
                + ": label 10 of record 1, counted from 0; must be 0 to 9");
  }

  @Test
  @DisplayName("gives a run the first examples of all batches to train and the last to validate")
  void parts() throws IOException {
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
