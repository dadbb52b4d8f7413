package org.sgdwalk.data;

import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.Subset;

/** Chooses the examples that train. Nothing is drawn: the same spec and file give the same ones. */
final class TrainingSubset {
  private TrainingSubset() {}

  /**
   * Their indices in the file.
   *
   * @param available how many examples at the start of the file do not validate
   * @throws DataException if a balanced subset cannot be: its size is no multiple of the number of
   *     classes, or a class has too few examples
   */
  static ExampleIndices of(ImageSet file, int available, DataSpec spec) {
    return spec.subset() == Subset.BALANCED
        ? balanced(file, available, spec)
        : ExampleIndices.range(0, spec.train());
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
