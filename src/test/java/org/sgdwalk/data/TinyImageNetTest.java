package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sgdwalk.data.TinyImageNetWriter.A;
import static org.sgdwalk.data.TinyImageNetWriter.B;
import static org.sgdwalk.data.TinyImageNetWriter.C;
import static org.sgdwalk.data.TinyImageNetWriter.ROOT;
import static org.sgdwalk.data.TinyImageNetWriter.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.spec.ClassSelection;

@DisplayName("Tiny ImageNet")
class TinyImageNetTest {
  @TempDir private Path temporary;

  private final TinyImageNetWriter good = new TinyImageNetWriter();

  private Path zip(byte[] bytes) {
    try {
      return Files.write(temporary.resolve("tiny.zip"), bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private LoadedImages read(
      TinyImageNetWriter files, Split split, @Nullable ClassSelection selection) {
    return TinyImageNet.read(zip(files.zip()), split, selection);
  }

  private static List<Integer> labels(LoadedImages loaded) {
    ImageSet set = loaded.images();
    return IntStream.range(0, set.count()).mapToObj(set::label).toList();
  }

  private byte[] pixels(String path) {
    return new JpegImages(TinyImageNet.SHAPE).decode(path, good.file(path));
  }

  private void assertRejected(byte[] zip, Split split, String message) {
    Path path = zip(zip);
    assertThatThrownBy(() -> TinyImageNet.read(path, split, null))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(path + ": " + message);
  }

  private void assertRejected(TinyImageNetWriter files, String message) {
    assertRejected(files.zip(), Split.TRAINING, message);
  }

  @Test
  void has_image_0_of_each_class_then_image_1_of_each_labelled_in_the_order_of_wnids() {
    byte[] zip = good.zip();
    LoadedImages loaded = TinyImageNet.read(zip(zip), Split.TRAINING, null);
    assertThat(labels(loaded)).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(loaded.images().classes()).isEqualTo(3);
    assertThat(loaded.images().shape()).isEqualTo(new ImageShape(3, 64, 64));
    assertThat(loaded.images().pixels(0)).isEqualTo(pixels(image(A, 0)));
    assertThat(loaded.images().pixels(2)).isEqualTo(pixels(image(C, 0)));
    assertThat(loaded.images().pixels(4)).isEqualTo(pixels(image(B, 1)));
    assertThat(loaded.sha256()).isEqualTo(Map.of("tiny.zip", DigestUtils.sha256Hex(zip)));
  }

  @Test
  void has_validation_images_in_the_order_of_val_annotations_txt() {
    LoadedImages loaded = read(good, Split.TEST, null);
    assertThat(labels(loaded)).containsExactly(1, 0, 2, 0);
    assertThat(loaded.images().pixels(3)).isEqualTo(pixels("val/images/val_9.JPEG"));
  }

  @Test
  void is_the_same_from_its_folder_with_the_sum_of_the_sums_of_what_was_read() throws IOException {
    good.unpack(temporary);
    Files.writeString(temporary.resolve(ROOT + "train/" + A + "/images/Thumbs.db"), "x");
    for (Path folder : List.of(temporary, temporary.resolve("tiny-imagenet-200"))) {
      for (Split split : Split.values()) {
        LoadedImages unpacked = TinyImageNet.read(folder, split, null);
        LoadedImages zipped = read(good, split, null);
        assertThat(labels(unpacked)).isEqualTo(labels(zipped));
        for (int i = 0; i < unpacked.images().count(); i++) {
          assertThat(unpacked.images().pixels(i)).isEqualTo(zipped.images().pixels(i));
        }
      }
    }
    String lines =
        Stream.of(
                "val/images/val_0.JPEG",
                "val/images/val_7.JPEG",
                "val/images/val_9.JPEG",
                "val/val_annotations.txt",
                "wnids.txt")
            .map(path -> DigestUtils.sha256Hex(good.file(path)) + "  " + path + "\n")
            .collect(Collectors.joining());
    LoadedImages some =
        TinyImageNet.read(
            temporary.resolve("tiny-imagenet-200"), Split.TEST, new ClassSelection.First(2));
    assertThat(some.sha256())
        .isEqualTo(
            Map.of(
                "tiny-imagenet-200",
                DigestUtils.sha256Hex(lines.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void can_be_had_of_the_first_classes_or_of_named_ones_in_the_order_of_wnids_txt() {
    LoadedImages first = read(good, Split.TRAINING, new ClassSelection.First(2));
    assertThat(labels(first)).containsExactly(0, 1, 0, 1);
    assertThat(first.images().classes()).isEqualTo(2);
    ClassSelection named = new ClassSelection.Named(List.of(C, A));
    LoadedImages some = read(good, Split.TRAINING, named);
    assertThat(labels(some)).containsExactly(0, 1, 0, 1);
    assertThat(some.images().pixels(0)).isEqualTo(pixels(image(A, 0)));
    assertThat(some.images().pixels(1)).isEqualTo(pixels(image(C, 0)));
    assertThat(labels(read(good, Split.TEST, named))).containsExactly(0, 1, 0);
  }

  @Test
  void has_no_classes_that_wnids_txt_does_not_name_nor_more_than_it_names() {
    Path path = zip(good.zip());
    assertThatThrownBy(() -> TinyImageNet.read(path, Split.TEST, new ClassSelection.First(4)))
        .isInstanceOf(DataException.class)
        .hasMessage("data.classes 4: " + path + " has 3 classes; must be at most that");
    ClassSelection named = new ClassSelection.Named(List.of(A, "n99999999"));
    assertThatThrownBy(() -> TinyImageNet.read(path, Split.TEST, named))
        .isInstanceOf(DataException.class)
        .hasMessage("data.classes: " + path + " has no class n99999999; must be in its wnids.txt");
  }

  @Nested
  @DisplayName("is rejected when")
  class Rejected {
    @ParameterizedTest
    @ValueSource(strings = {"../x", "n0144353", "n014435371", "N01443537", " n01443537", "\t"})
    void wnids_txt_has_a_line_that_is_no_class(String line) {
      assertRejected(
          good.text("wnids.txt", A + "\n" + line + "\n"),
          ROOT + "wnids.txt: line 2; must be n and eight digits, each class once");
    }

    @Test
    void wnids_txt_has_a_class_twice_none_or_is_not_there() {
      assertRejected(
          good.text("wnids.txt", A + "\n" + B + "\n" + A + "\n"),
          ROOT + "wnids.txt: line 3; must be n and eight digits, each class once");
      assertRejected(good.text("wnids.txt", ""), ROOT + "wnids.txt: 0 classes; must be 1 to 256");
      assertRejected(
          good.remove("wnids.txt"),
          "has no " + ROOT + "wnids.txt; must have the layout of Tiny ImageNet");
    }

    @Test
    void a_training_image_is_missing_in_the_middle_at_the_end_or_all_of_a_class() {
      String rule = "; must have the images of the class from 0 on, none missing";
      assertRejected(
          new TinyImageNetWriter().remove(image(B, 0)), "has no " + ROOT + image(B, 0) + rule);
      assertRejected(
          new TinyImageNetWriter().remove(image(B, 1)),
          "%strain/%s has 1 images, %s has 2; must be the same number".formatted(ROOT, B, A));
      assertRejected(
          new TinyImageNetWriter().remove(image(C, 0)).remove(image(C, 1)),
          "has no " + ROOT + image(C, 0) + rule);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "val_0.JPEG;n01443537;0;0;1",
          "val_0.JPEG;n01443537;0;0;1;1;1",
          "val_0.JPEG;n99999999;0;0;1;1",
          "../val_0.JPEG;n01443537;0;0;1;1",
          "/etc/passwd;n01443537;0;0;1;1",
          "val_7.JPEG;n01443537;0;0;1;1"
        })
    void a_line_of_val_annotations_txt_is_not_of_an_image_each_once_and_its_class(String line) {
      String first = "val_7.JPEG\t" + A + "\t0\t0\t1\t1\n";
      assertRejected(
          good.text("val/val_annotations.txt", first + line.replace(';', '\t') + "\n").zip(),
          Split.TEST,
          ROOT
              + "val/val_annotations.txt: line 2; must be an image, each once, a class of"
              + " wnids.txt and four numbers, with tabs");
    }

    @Test
    void the_validation_part_all_its_lines_or_one_of_its_images_is_missing() {
      assertRejected(
          good.text("val/val_annotations.txt", "").zip(),
          Split.TEST,
          ROOT + "val/val_annotations.txt: no image of the classes; must be at least one");
      assertRejected(
          good.remove("val/val_annotations.txt").zip(),
          Split.TEST,
          "has no " + ROOT + "val/val_annotations.txt; must be there");
      assertRejected(
          new TinyImageNetWriter().remove("val/images/val_8.JPEG").zip(),
          Split.TEST,
          "has no " + ROOT + "val/images/val_8.JPEG; must be there");
    }

    @Test
    void an_image_is_no_jpeg_has_another_size_or_is_longer_than_any() {
      String where = ROOT + image(A, 1);
      assertRejected(
          good.text(image(A, 1), "<html>404</html>"),
          where + ": is not JPEG; must be a JPEG file (ff d8 ...)");
      assertRejected(
          good.put(image(A, 1), JpegWriter.flat(65, 64, 1, 2, 3)),
          where + ": image of 64 x 65 pixels; must be 64 x 64");
      byte[] whole = JpegWriter.blocks(3);
      assertRejected(
          good.put(image(A, 1), Arrays.copyOf(whole, whole.length / 2)),
          where + ": JPEG data is cut off or corrupt; must be a whole JPEG file");
      assertRejected(
          good.put(image(A, 1), new byte[200_000]),
          where + " has 200000 bytes; must be at most 131072");
    }

    @Test
    void a_folder_has_a_file_that_is_too_long_or_lacks_one() throws IOException {
      good.unpack(temporary);
      Path image = temporary.resolve(ROOT + image(B, 0));
      Files.write(image, new byte[131_073]);
      assertThatThrownBy(() -> TinyImageNet.read(temporary, Split.TRAINING, null))
          .isExactlyInstanceOf(DataException.class)
          .hasMessage(image + ": is too long; must be at most 131072 bytes");
      Files.delete(temporary.resolve(ROOT + "val/images/val_0.JPEG"));
      assertThatThrownBy(() -> TinyImageNet.read(temporary, Split.TEST, null))
          .isExactlyInstanceOf(DataException.class)
          .hasMessage(
              temporary.resolve(ROOT + "val/images/val_0.JPEG") + ": is missing; must be a file");
      Path empty = Files.createDirectory(temporary.resolve("empty"));
      assertThatThrownBy(() -> TinyImageNet.read(empty, Split.TEST, null))
          .hasMessageStartingWith(empty + ": has no " + ROOT + "wnids.txt; ");
    }
  }
}
