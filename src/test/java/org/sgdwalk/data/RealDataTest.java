package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.spec.ClassSelection;
import org.sgdwalk.spec.DataSpec;

/**
 * Counts, labels and statistics are those stated by the publishers and by README.md beside them.
 */
@Tag(RealData.TAG)
@DisplayName("The real data sets")
class RealDataTest {
  private static final int BATCH = 10_000;

  /** Of the published data_batch_1.bin, as sha256sum (coreutils) gives it. */
  private static final String BATCH_1 =
      "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5";

  private static int[] perClass(ImageSet set) {
    int[] counts = new int[set.classes()];
    for (int i = 0; i < set.count(); i++) {
      counts[set.label(i)]++;
    }
    return counts;
  }

  private static void assertScale(ImageSet set, double tolerance, double[] mean, double[] std) {
    List<Standardization> channels = Standardization.of(set);
    assertThat(channels).hasSize(mean.length);
    for (int channel = 0; channel < mean.length; channel++) {
      assertThat(channels.get(channel).mean()).isCloseTo(mean[channel], within(tolerance));
      assertThat(channels.get(channel).std()).isCloseTo(std[channel], within(tolerance));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mnist, 0.1307, 0.3081, 5923 6742 5958 6131 5842 5421 5918 6265 5851 5949,"
        + " 980 1135 1032 1010 982 892 958 1028 974 1009",
    "fashion-mnist, 0.2860, 0.3530, 6000 6000 6000 6000 6000 6000 6000 6000 6000 6000,"
        + " 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000"
  })
  void of_28_x_28_have_their_counts_labels_mean_and_standard_deviation(
      String name, double mean, double std, String training, String test) {
    DataCatalog catalog = RealData.having(name);
    ImageSet images = catalog.load(name, Split.TRAINING).images();
    assertThat(images.count()).isEqualTo(60_000);
    assertThat(images.shape()).isEqualTo(new ImageShape(1, 28, 28));
    assertThat(perClass(images)).containsExactly(numbers(training));
    assertScale(images, 5e-5, new double[] {mean}, new double[] {std});
    assertThat(perClass(catalog.load(name, Split.TEST).images())).containsExactly(numbers(test));
  }

  private static int[] numbers(String text) {
    return List.of(text.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void of_cifar_10_begin_with_the_first_published_batch_byte_for_byte() {
    ImageSet images = RealData.training("cifar-10");
    ImageSet first = images.slice(0, BATCH);
    assertThat(DigestUtils.sha256Hex(CifarWriter.records(first))).isEqualTo(BATCH_1);
    assertThat(perClass(first))
        .containsExactly(1005, 974, 1032, 1016, 999, 937, 1030, 1001, 1025, 981);
    // The frog that comes first: as (red, green, blue) its first pixel is usually shown as this.
    assertThat(images.label(0)).isEqualTo(6);
    assertThat(new int[] {images.pixel(0, 0), images.pixel(0, 1024), images.pixel(0, 2048)})
        .containsExactly(59, 62, 63);
  }

  // Of the first 20,000 images; of all 50,000 they are about .4914 .4822 .4465 and .247 .243 .262.
  @Test
  void of_cifar_10_have_their_mean_and_standard_deviation_in_each_channel() {
    ImageSet images = RealData.training("cifar-10");
    assumeTrue(images.count() >= 2 * BATCH, "only one batch is here");
    assertThat(perClass(images.slice(BATCH, BATCH)))
        .containsExactly(984, 1007, 1010, 995, 1010, 988, 1008, 1026, 987, 985);
    assertScale(
        images.slice(0, 2 * BATCH),
        5e-5,
        new double[] {0.4928, 0.4830, 0.4470},
        new double[] {0.2474, 0.2441, 0.2621});
  }

  @Test
  void of_cifar_10_that_were_held_out_of_batch_5_and_the_test_images_have_their_labels() {
    ImageSet heldOut =
        CifarFile.read(DataFile.at(RealData.file("cifar-10/heldout_batch.bin.gz"))).images();
    assertThat(perClass(heldOut)).containsExactly(405, 415, 378, 401, 433, 384, 399, 392, 386, 407);
    ImageSet test = RealData.having("cifar-10").load("cifar-10", Split.TEST).images();
    assumeTrue(test.count() == 1_000, "the test batch here is not the first 1,000 images");
    assertThat(perClass(test)).containsExactly(103, 89, 100, 103, 90, 86, 112, 102, 106, 109);
  }

  @Test
  void of_tiny_imagenet_have_20_classes_500_and_50_images_each() {
    DataCatalog catalog = RealData.having("tiny-imagenet");
    ImageSet training = catalog.load("tiny-imagenet", Split.TRAINING).images();
    assumeTrue(training.classes() == 20, "the classes here are not the subset's 20");
    ImageSet validation = catalog.load("tiny-imagenet", Split.TEST).images();
    assertThat(training.shape()).isEqualTo(new ImageShape(3, 64, 64));
    assertThat(perClass(training)).hasSize(20).containsOnly(500);
    assertThat(perClass(validation)).hasSize(20).containsOnly(50);
    // The first ones have one of each class, in the order of wnids.txt.
    assertThat(IntStream.range(0, 40).map(training::label))
        .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(i -> i % 20).toList());
    // As README.md states them of every fifth image, about.
    assertScale(
        training, 5e-3, new double[] {0.485, 0.443, 0.378}, new double[] {0.273, 0.261, 0.276});
  }

  @Test
  void of_tiny_imagenet_have_102_gray_files_each_of_which_becomes_three_equal_channels() {
    Path zip = RealData.file("tiny-imagenet/tiny-imagenet-200-subset20.zip");
    int gray = 0;
    try (ZipTree files = new ZipTree(zip, TinyImageNet.MAX_ENTRIES, TinyImageNet.MAX_BYTES);
        JpegImages jpeg = new JpegImages(TinyImageNet.SHAPE)) {
      for (String path : files.paths()) {
        byte[] file = path.endsWith(".JPEG") ? files.read(path, 1 << 17) : new byte[0];
        if (file.length > 0 && components(file) == 1) {
          gray++;
          byte[] pixels = jpeg.decode(path, file);
          byte[] red = Arrays.copyOf(pixels, 4096);
          assertThat(Arrays.copyOfRange(pixels, 4096, 8192)).isEqualTo(red);
          assertThat(Arrays.copyOfRange(pixels, 8192, 12288)).isEqualTo(red);
        }
      }
    }
    assertThat(gray).isEqualTo(102);
  }

  /** Of the frame header: marker ff c0 or ff c2, length, precision, rows, columns, components. */
  private static int components(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != 0xc0 && (jpeg[at + 1] & 0xff) != 0xc2) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8) + (jpeg[at + 3] & 0xff);
    }
    return jpeg[at + 9];
  }

  @Test
  void of_tiny_imagenet_can_be_had_of_some_classes_in_the_order_of_wnids_txt() {
    DataCatalog catalog = RealData.having("tiny-imagenet");
    ImageSet first =
        catalog.load("tiny-imagenet", Split.TEST, new ClassSelection.First(3)).images();
    ImageSet all = catalog.load("tiny-imagenet", Split.TEST).images();
    assertThat(first.classes()).isEqualTo(3);
    assertThat(perClass(first)).containsOnly(50);
    int[] firstOfAll = IntStream.range(0, all.count()).filter(i -> all.label(i) < 3).toArray();
    for (int i = 0; i < first.count(); i++) {
      assertThat(first.label(i)).isEqualTo(all.label(firstOfAll[i]));
      assertThat(first.pixels(i)).isEqualTo(all.pixels(firstOfAll[i]));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mnist, 45000, 10000",
    "fashion-mnist, 45000, 10000",
    "cifar-10, 2000, 1000",
    "tiny-imagenet, 2000, 1000"
  })
  void give_a_run_its_two_parts(String name, int train, int validation) {
    DataSet data = DataSet.load(new DataSpec(name, train, validation, 500), RealData.having(name));
    int count = RealData.training(name).count();
    assertThat(data.training().indices()).hasToString("0-" + (train - 1));
    assertThat(data.validation().indices()).hasToString((count - validation) + "-" + (count - 1));
    assertThat(data.sha256().values()).isNotEmpty().allMatch(sum -> sum.matches("[0-9a-f]{64}"));
  }
}
