package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line's data")
class DataCommandTest {
  @TempDir private Path directory;
  @TempDir private Path cache;
  private final CommandRun command = new CommandRun();

  @BeforeEach
  void setOptions() {
    command.with("sgdwalk.data.dir", directory).with("sgdwalk.cache.dir", cache);
  }

  private static Path write(Path place, String file, int bytes) throws IOException {
    Path path = place.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.write(path, new byte[bytes]);
  }

  @Test
  void explains_itself() {
    assertThat(command.execute("data", "--help")).isZero();
    assertThat(command.out()).contains("list", "fetch", "verify");
    assertThat(command.execute("data")).isEqualTo(2);
    assertThat(command.err()).contains("list, fetch or verify is missing");
    assertThat(command.execute("data", "fetch")).isEqualTo(2);
    assertThat(command.execute("data", "fetch", "--help")).isZero();
    assertThat(command.execute("data", "verify", "--help")).isZero();
  }

  @Test
  void lists_what_is_where() throws IOException {
    write(directory, "mnist/train-images-idx3-ubyte.gz", 1);
    write(directory, "mnist/train-labels-idx1-ubyte.gz", 1);
    write(cache, "cifar-10/cifar-10-binary.tar.gz", 1);

    assertThat(command.execute("data", "list")).as(command.err()).isZero();

    assertThat(command.out().lines())
        .contains(
            "  here:    comes with the program",
            "  here:    " + directory.resolve("mnist") + "; no evaluation images",
            "  here:    no; sgd-walk data fetch fashion-mnist downloads 30.9 MB",
            "  here:    " + cache.resolve("cifar-10"),
            "  files:   cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/",
            "  here:    no; sgd-walk data fetch tiny-imagenet downloads 248.1 MB",
            "  50,000 training and 10,000 evaluation images of 3 x 32 x 32, 10 classes; the paper trains"
                + " on the first 45,000 and validates on the last 5,000");
  }

  @Test
  void lists_how_much_of_a_set_is_here() throws IOException {
    write(directory, "cifar-10/data_batch_1.bin", 1);
    write(directory, "cifar-10/data_batch_2.bin.gz", 1);
    write(directory, "cifar-10/test_batch.bin", 1);
    write(directory, "tiny-imagenet/tiny-imagenet-200-subset20.zip", 1);
    write(cache, "fashion-mnist/train-images-idx3-ubyte", 1);
    write(cache, "fashion-mnist/train-labels-idx1-ubyte.gz", 1);
    write(cache, "fashion-mnist/t10k-images-idx3-ubyte", 1);
    write(cache, "fashion-mnist/t10k-labels-idx1-ubyte", 1);

    assertThat(command.execute("data", "list")).as(command.err()).isZero();

    assertThat(command.out().lines())
        .contains(
            "  here:    "
                + directory.resolve("cifar-10")
                + ", 2 of 5 files: 20,000 of 50,000 training images as published",
            "  here:    "
                + directory.resolve("tiny-imagenet")
                + ", tiny-imagenet-200-subset20.zip: images not counted",
            "  here:    " + cache.resolve("fashion-mnist"));
  }

  @Test
  void lists_the_other_sets_where_one_contradicts_itself() throws IOException {
    write(directory, "cifar-10/data_batch_3.bin", 1);

    assertThat(command.execute("data", "list")).isZero();

    assertThat(command.out())
        .contains(
            "  here:    not readable: "
                + directory.resolve("cifar-10/data_batch_3.bin")
                + ": is there, but data_batch_1.bin.gz is not",
            "tiny-imagenet: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fetch", "verify"})
  void names_the_sets_when_asked_for_another(String verb) {
    assertThat(command.execute("data", verb, "fashion-mnist-3k", "../mnist")).isEqualTo(2);

    assertThat(command.err()).hasLineCount(1).contains("cifar-10", "got ../mnist");
    assertThat(command.out()).as("nothing was done").isEmpty();
  }

  @Test
  void fetches_nothing_offline_and_says_what_to_put_where() {
    assertThat(command.execute("data", "fetch", "mnist")).isEqualTo(2);

    assertThat(command.err())
        .hasLineCount(1)
        .contains(
            "sgdwalk.offline forbids",
            "put train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz",
            "into " + cache.resolve("mnist"));
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void has_nothing_to_fetch_of_the_packaged_set() {
    assertThat(command.execute("data", "fetch", "fashion-mnist-3k")).isZero();
    assertThat(command.out()).contains("fashion-mnist-3k: comes with the program");
  }

  @Test
  void verifies_what_is_here_and_fail_where_a_name_lies() throws IOException {
    Path images = write(directory, "mnist/train-images-idx3-ubyte", 10);
    Path meta = write(cache, "cifar-10/batches.meta.txt", 61);
    Path notes = write(cache, "cifar-10/notes.txt", 3);

    assertThat(command.execute("data", "verify")).isEqualTo(2);

    assertThat(command.out().lines())
        .containsExactly(
            "DIFFERS  " + images + ": 10 bytes of the original's 47,040,016: a part of it at most",
            "partial  "
                + directory.resolve("mnist")
                + ": training part: train-labels-idx1-ubyte.gz is missing",
            "partial  "
                + directory.resolve("mnist")
                + ": test part: t10k-images-idx3-ubyte.gz is missing",
            "unknown  " + meta + ": no sum of it is published",
            "foreign  " + notes + ": no file of the published set",
            "partial  "
                + cache.resolve("cifar-10")
                + ": training part: cifar-10-binary.tar.gz is missing",
            "partial  "
                + cache.resolve("cifar-10")
                + ": test part: cifar-10-binary.tar.gz is missing");
    assertThat(command.err()).hasLineCount(1).contains(images + ": not the published file");

    assertThat(command.execute("data", "verify", "cifar-10")).isZero();
  }

  @Test
  void says_that_a_set_to_verify_is_not_here() {
    assertThat(command.execute("data", "verify", "mnist")).isEqualTo(2);
    assertThat(command.err())
        .hasLineCount(1)
        .contains("mnist: no file in " + directory.resolve("mnist"), cache.resolve("mnist") + "");
  }

  @Test
  void says_that_there_is_nothing_to_verify_and_where_it_looked() {
    assertThat(command.execute("data", "verify")).as("none asked for, none here").isZero();
    assertThat(command.out())
        .hasLineCount(1)
        .contains(
            "nothing to verify: no data set in " + directory + " or " + cache,
            "sgd-walk data fetch NAME")
        .as("it is set")
        .doesNotContain("sgdwalk.data.dir");
  }

  @Test
  void says_how_to_set_a_directory_where_none_is_set() {
    CommandRun without = new CommandRun().with("sgdwalk.cache.dir", cache);

    assertThat(without.execute("data", "verify")).isZero();
    assertThat(without.out())
        .hasLineCount(1)
        .contains("nothing to verify: no data set in " + cache, "-Dsgdwalk.data.dir=DIR");
  }

  @Test
  void has_nothing_to_verify_of_the_packaged_set() {
    assertThat(command.execute("data", "verify", "fashion-mnist-3k")).isZero();
    assertThat(command.out()).contains("fashion-mnist-3k: comes with the program");
  }

  @Test
  void does_not_let_a_run_download_offline(@TempDir Path elsewhere) throws IOException {
    Path spec =
        Files.writeString(
            directory.resolve("spec.json"),
            """
            { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
              "data": {"name": "mnist", "train": 60, "validation": 40, "chunk": 30},
              "optimizer": {"kind": "gd", "learningRate": 0.1},
              "length": {"steps": 1}, "seed": 1 }
            """);
    Path trace = elsewhere.resolve("trace");

    assertThat(command.execute("run", spec.toString(), "--out", trace.toString())).isEqualTo(2);

    assertThat(command.err())
        .hasLineCount(1)
        .contains(
            directory.resolve("mnist") + " is no folder (in " + directory + ": spec.json)",
            "sgdwalk.offline forbids")
        .doesNotContain("sgdwalk.data.dir");
    assertThat(trace).doesNotExist();
  }
}
