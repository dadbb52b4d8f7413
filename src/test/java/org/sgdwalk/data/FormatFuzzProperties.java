package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of small valid files that were changed at up to three places. The laws differ by
 * what a format protects:
 *
 * <ul>
 *   <li>gzip, zip and what they hold have check sums: the data loads as it was, or not at all;
 *   <li>plain IDX and CIFAR-10 files have none: what loads is exactly what the changed file says,
 *       so writing it again gives that file;
 *   <li>tar has check sums of its headers alone, JPEG none: what loads has the shape it must have.
 * </ul>
 *
 * <p>{@code mvn test -Dtest=FormatFuzzProperties -Dsgdwalk.test.fuzz=100000} makes so many tries in
 * all.
 */
@AddLifecycleHook(FuzzTries.class)
class FormatFuzzProperties {
  /** How many properties share the tries. */
  static final int PROPERTIES = 9;

  private static final int TRIES = 500;

  private static final byte[] IMAGES =
      IdxWriter.images(2, 3, new byte[] {0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1});
  private static final byte[] LABELS = IdxWriter.labels(new byte[] {9, 0});
  private static final byte[] IMAGES_GZ = IdxWriter.gzip(IMAGES);
  private static final byte[] LABELS_GZ = IdxWriter.gzip(LABELS);

  private static final byte[] RECORDS = CifarWriter.records(1, 2, 0, 9);
  private static final byte[] RECORDS_GZ = IdxWriter.gzip(RECORDS);

  private static final byte[] TAR =
      new ArchiveWriter()
          .add("cifar-10-batches-bin/data_batch_2.bin", CifarWriter.records(2, 3))
          .add("cifar-10-batches-bin/batches.meta.txt", new byte[] {'a', '\n'})
          .add("cifar-10-batches-bin/data_batch_1.bin", CifarWriter.records(3, 4, 5))
          .tar();
  private static final byte[] TAR_GZ = IdxWriter.gzip(TAR);
  private static final ImageSet OF_TAR = tar(TAR_GZ);

  private static final byte[] JPEG = JpegWriter.blocks(5);
  private static final byte[] ZIP = new TinyImageNetWriter().zip();

  private static @Nullable Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("fuzz");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    if (folder != null) {
      Files.deleteIfExists(folder.resolve("a.zip"));
      Files.delete(folder);
    }
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.any().list().ofMinSize(1).ofMaxSize(3);
  }

  private static byte[] apply(List<Mutation> mutations, byte[] file) {
    byte[] changed = file;
    for (Mutation mutation : mutations) {
      changed = mutation.apply(changed);
    }
    return changed;
  }

  private static ImageSet idx(String suffix, byte[] images, byte[] labels) {
    return IdxFile.read(
            new DataFile("images" + suffix, images), new DataFile("labels" + suffix, labels))
        .images();
  }

  private static ImageSet cifar(String name, byte[] file) {
    return CifarFile.read(new DataFile(name, file)).images();
  }

  private static ImageSet tar(byte[] file) {
    return CifarArchive.read(new DataFile("a.tar.gz", file), Split.TRAINING).images();
  }

  private static ImageSet zip(byte[] file, Split split) {
    try {
      Path in = java.util.Objects.requireNonNull(folder, "made before");
      return TinyImageNet.read(Files.write(in.resolve("a.zip"), file), split, null).images();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertSame(ImageSet set, ImageSet expected) {
    assertThat(set.shape()).isEqualTo(expected.shape());
    assertThat(set.classes()).isEqualTo(expected.classes());
    assertThat(set.count()).isEqualTo(expected.count());
    for (int i = 0; i < set.count(); i++) {
      assertThat(set.label(i)).isEqualTo(expected.label(i));
      assertThat(set.pixels(i)).isEqualTo(expected.pixels(i));
    }
  }

  private static void assertWellFormed(ImageSet set, ImageShape shape, int classes) {
    assertThat(set.shape()).isEqualTo(shape);
    assertThat(set.classes()).isEqualTo(classes);
    for (int i = 0; i < set.count(); i++) {
      assertThat(set.label(i)).isBetween(0, classes - 1);
      assertThat(set.pixels(i)).hasSize(shape.pixels());
    }
  }

  @Property(tries = TRIES)
  void idx_in_gzip_is_read_as_it_was_or_rejected(
      @ForAll("mutations") List<Mutation> mutations, @ForAll boolean ofImages)
      throws InterruptedException {
    byte[] images = ofImages ? apply(mutations, IMAGES_GZ) : IMAGES_GZ;
    byte[] labels = ofImages ? LABELS_GZ : apply(mutations, LABELS_GZ);
    ImageSet set = Reading.of(() -> idx(".gz", images, labels));
    if (set != null) {
      assertSame(set, idx("", IMAGES, LABELS));
    }
  }

  @Property(tries = TRIES)
  void plain_idx_is_read_as_what_it_says_or_rejected(
      @ForAll("mutations") List<Mutation> mutations, @ForAll boolean ofImages)
      throws InterruptedException {
    byte[] images = ofImages ? apply(mutations, IMAGES) : IMAGES;
    byte[] labels = ofImages ? LABELS : apply(mutations, LABELS);
    ImageSet set = Reading.of(() -> idx("", images, labels));
    if (set != null) {
      assertThat(IdxWriter.images(set)).isEqualTo(images);
      assertThat(IdxWriter.labels(set)).isEqualTo(labels);
    }
  }

  @Property(tries = TRIES)
  void plain_cifar_records_are_read_as_what_they_say_or_rejected(
      @ForAll("mutations") List<Mutation> mutations) throws InterruptedException {
    byte[] file = apply(mutations, RECORDS);
    ImageSet set = Reading.of(() -> cifar("a.bin", file));
    if (set != null) {
      assertThat(CifarWriter.records(set)).isEqualTo(file);
    }
  }

  @Property(tries = TRIES)
  void cifar_records_in_gzip_are_read_as_they_were_or_rejected(
      @ForAll("mutations") List<Mutation> mutations) throws InterruptedException {
    byte[] file = apply(mutations, RECORDS_GZ);
    ImageSet set = Reading.of(() -> cifar("a.bin.gz", file));
    if (set != null) {
      assertThat(CifarWriter.records(set)).isEqualTo(RECORDS);
    }
  }

  @Property(tries = TRIES)
  void the_cifar_archive_is_read_as_it_was_or_rejected(
      @ForAll("mutations") List<Mutation> mutations) throws InterruptedException {
    byte[] file = apply(mutations, TAR_GZ);
    ImageSet set = Reading.of(() -> tar(file));
    if (set != null) {
      assertSame(set, OF_TAR);
    }
  }

  @Property(tries = TRIES)
  void a_changed_tar_in_sound_gzip_gives_whole_records_or_is_rejected(
      @ForAll("mutations") List<Mutation> mutations) throws InterruptedException {
    byte[] file = apply(mutations, TAR);
    byte[] zipped = IdxWriter.gzip(file);
    ImageSet set = Reading.of(() -> tar(zipped));
    if (set != null) {
      assertWellFormed(set, CifarFile.SHAPE, CifarFile.CLASSES);
      assertThat(set.count() * CifarFile.RECORD_BYTES).isLessThan(file.length);
    }
  }

  @Property(tries = TRIES)
  void the_zip_of_tiny_imagenet_is_read_as_it_was_or_rejected(
      @ForAll("mutations") List<Mutation> mutations, @ForAll Split split)
      throws InterruptedException {
    byte[] file = apply(mutations, ZIP);
    ImageSet set = Reading.of(() -> zip(file, split));
    if (set != null) {
      assertSame(set, zip(ZIP, split));
    }
  }

  @Property(tries = TRIES)
  void changed_texts_in_a_sound_zip_give_labelled_images_or_are_rejected(
      @ForAll("mutations") List<Mutation> mutations, @ForAll boolean ofClasses)
      throws InterruptedException {
    String path = ofClasses ? "wnids.txt" : "val/val_annotations.txt";
    TinyImageNetWriter files = new TinyImageNetWriter();
    byte[] file = files.put(path, apply(mutations, files.file(path))).zip();
    ImageSet set = Reading.of(() -> zip(file, Split.TEST));
    if (set != null) {
      assertWellFormed(set, TinyImageNet.SHAPE, set.classes());
      assertThat(set.count()).isBetween(1, 4);
    }
  }

  @Property(tries = TRIES)
  void a_jpeg_gives_all_its_pixels_or_is_rejected(@ForAll("mutations") List<Mutation> mutations)
      throws InterruptedException {
    byte[] file = apply(mutations, JPEG);
    byte[] pixels =
        Reading.of(
            () -> {
              try (JpegImages jpeg = new JpegImages(TinyImageNet.SHAPE)) {
                return jpeg.decode("a.JPEG", file);
              }
            });
    if (pixels != null) {
      assertThat(pixels).hasSize(TinyImageNet.SHAPE.pixels());
    }
    assertThat(Arrays.equals(file, JPEG) && pixels == null).isFalse();
  }
}
