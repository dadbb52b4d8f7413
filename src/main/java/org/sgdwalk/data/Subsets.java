package org.sgdwalk.data;

import java.util.Arrays;
import org.hipparchus.util.MathArrays;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.SeedStreams;
import org.sgdwalk.spec.Subset;

/**
 * Which examples of the training file train and which validate. Nothing else is drawn: the same
 * spec, seed and file give the same ones.
 *
 * @param training those that train
 * @param validation those that validate; none of them trains
 */
record Subsets(ExampleIndices training, ExampleIndices validation) {

  /**
   * The subsets of a file that has as many examples as both need.
   *
   * @param seed what draws them, where they are drawn
   * @throws DataException if a balanced subset cannot be: its size is no multiple of the number of
   *     classes, or a class has too few examples
   */
  static Subsets of(ImageSet file, DataSpec spec, long seed) {
    if (spec.subset() == Subset.DRAWN) {
      return drawn(file.count(), spec, seed);
    }
    int available = file.count() - spec.validation();
    return new Subsets(
        spec.subset() == Subset.BALANCED
            ? balanced(file, available, spec)
            : ExampleIndices.range(0, spec.train()),
        ExampleIndices.range(available, spec.validation()));
  }

  private static Subsets drawn(int count, DataSpec spec, long seed) {
    int[] order = MathArrays.natural(count);
    MathArrays.shuffle(order, SeedStreams.stream(seed, SeedStreams.EXAMPLES));
    return new Subsets(
        ascending(order, 0, spec.train()), ascending(order, spec.train(), spec.validation()));
  }

  private static ExampleIndices ascending(int[] order, int from, int size) {
    int[] indices = Arrays.copyOfRange(order, from, from + size);
    Arrays.sort(indices);
    return ExampleIndices.of(indices);
  }

  private static ExampleIndices balanced(ImageSet file, int available, DataSpec spec) {
    int classes = file.classes();
    if (spec.train() % classes != 0) {
      throw new DataException(
          "data.train %d: a balanced subset of %s; must be a multiple of its %d classes"
              .formatted(spec.train(), spec.name(), classes));
    }
    int perClass = spec.train() / classes;
    int[] taken = new int[classes];
    int[] indices = new int[spec.train()];
    int next = 0;
    for (int example = 0; example < available && next < indices.length; example++) {
      int label = file.label(example);
      if (taken[label] < perClass) {
        taken[label]++;
        indices[next++] = example;
      }
    }
    for (int label = 0; label < classes; label++) {
      if (taken[label] < perClass) {
        throw new DataException(
            "data.train %d: class %d has %d examples before the validation part; a balanced subset must have %d of each"
                .formatted(spec.train(), label, taken[label], perClass));
      }
    }
    return ExampleIndices.of(indices);
  }
}
