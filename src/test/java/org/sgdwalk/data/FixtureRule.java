package org.sgdwalk.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The rule that made a set of {@code fixtures/data}: the first so many training and test images of
 * each class of a full set, in the order of the file.
 *
 * @param full the full set
 * @param fixture the set that was made
 * @param training images of each class
 * @param test images of each class
 */
record FixtureRule(String full, String fixture, int training, int test) {
  static final List<FixtureRule> ALL =
      List.of(
          new FixtureRule("fashion-mnist", "fashion-mnist-3k", 200, 100),
          new FixtureRule("mnist", "mnist-6k", 600, 100));

  /** How many examples of each class are taken. */
  int perClass(Split split) {
    return split == Split.TRAINING ? training : test;
  }

  /** The examples that the rule takes of the full data set. */
  static ImageSet apply(ImageSet full, int perClass) {
    int[] taken = new int[full.classes()];
    int length = full.pixelsPerExample();
    byte[] labels = new byte[perClass * full.classes()];
    byte[] pixels = new byte[labels.length * length];
    int next = 0;
    for (int example = 0; example < full.count(); example++) {
      int label = full.label(example);
      if (taken[label] < perClass) {
        taken[label]++;
        System.arraycopy(pixels(full, example), 0, pixels, next * length, length);
        labels[next] = (byte) label;
        next++;
      }
    }
    if (next < labels.length) {
      throw new IllegalArgumentException("too few examples of a class: " + Arrays.toString(taken));
    }
    return ImageSet.of(full.shape(), full.classes(), pixels, labels);
  }

  /** The pixels of an example. */
  static byte[] pixels(ImageSet set, int example) {
    byte[] pixels = new byte[set.pixelsPerExample()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) set.pixel(example, i);
    }
    return pixels;
  }

  /** Writes the fixtures: arguments are the data directory and the folder to write to. */
  public static void main(String[] args) throws IOException {
    DataCatalog catalog = new DataCatalog(Path.of(args[0]));
    for (FixtureRule rule : ALL) {
      Path folder = Files.createDirectories(Path.of(args[1]).resolve(rule.fixture()));
      for (Split split : Split.values()) {
        write(
            apply(catalog.load(rule.full(), split).images(), rule.perClass(split)), split, folder);
      }
    }
  }

  private static void write(ImageSet set, Split split, Path folder) throws IOException {
    int length = set.pixelsPerExample();
    byte[] pixels = new byte[set.count() * length];
    byte[] labels = new byte[set.count()];
    for (int i = 0; i < labels.length; i++) {
      System.arraycopy(pixels(set, i), 0, pixels, i * length, length);
      labels[i] = (byte) set.label(i);
    }
    byte[] images = IdxWriter.images(set.rows(), set.columns(), pixels);
    Files.write(folder.resolve(split.imagesFile()), IdxWriter.gzip(images));
    Files.write(folder.resolve(split.labelsFile()), IdxWriter.gzip(IdxWriter.labels(labels)));
  }
}
