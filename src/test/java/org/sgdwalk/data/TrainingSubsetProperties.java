package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.Subset;

class TrainingSubsetProperties {
  private static final int CLASSES = 3;

  private static ImageSet set(List<Integer> labels) {
    byte[] bytes = new byte[labels.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = labels.get(i).byteValue();
    }
    return ImageSet.of(new ImageShape(1, 1, 1), CLASSES, new byte[bytes.length], bytes);
  }

  private static DataSpec balanced(int train) {
    return new DataSpec("d", train, 1, 1, Subset.BALANCED, null, null, null);
  }

  private static long count(List<Integer> labels, int label) {
    return labels.stream().filter(other -> other == label).count();
  }

  @Property(tries = 500)
  void a_balanced_subset_has_the_first_of_each_class_in_file_order_or_cannot_be(
      @ForAll @Size(min = 4, max = 40) List<@IntRange(max = 2) Integer> labels,
      @ForAll @IntRange(min = 1, max = 4) int perClass,
      @ForAll @IntRange(min = 1, max = 3) int validation) {
    int available = labels.size() - validation;
    List<Integer> before = labels.subList(0, available);
    boolean possible =
        count(before, 0) >= perClass
            && count(before, 1) >= perClass
            && count(before, 2) >= perClass;
    if (!possible) {
      assertThatThrownBy(
              () -> TrainingSubset.of(set(labels), available, balanced(CLASSES * perClass)))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("data.train " + CLASSES * perClass + ": class ");
      return;
    }
    ExampleIndices indices =
        TrainingSubset.of(set(labels), available, balanced(CLASSES * perClass));
    assertThat(indices.size()).isEqualTo(CLASSES * perClass);
    assertThat(indices.get(indices.size() - 1)).isLessThan(available);
    int next = 0;
    int[] seen = new int[CLASSES];
    for (int example = 0; example < available; example++) {
      if (seen[labels.get(example)]++ < perClass) {
        assertThat(indices.get(next++)).isEqualTo(example);
      }
    }
    assertThat(next).isEqualTo(indices.size());
  }

  @Example
  void a_balanced_subset_is_of_a_multiple_of_the_classes() {
    assertThatThrownBy(() -> TrainingSubset.of(set(List.of(0, 1, 2, 0)), 3, balanced(2)))
        .isInstanceOf(DataException.class)
        .hasMessage("data.train 2: a balanced subset of d; must be a multiple of its 3 classes");
    assertThatThrownBy(() -> TrainingSubset.of(set(List.of(0, 0, 2, 1)), 3, balanced(3)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.train 3: class 1 has 0 examples before the validation part; a balanced subset"
                + " must have 1 of each");
  }
}
