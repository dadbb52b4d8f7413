package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.Subset;

class SubsetsProperties {
  private static final int CLASSES = 3;

  private static ImageSet set(List<Integer> labels) {
    byte[] bytes = new byte[labels.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = labels.get(i).byteValue();
    }
    return ImageSet.of(new ImageShape(1, 1, 1), CLASSES, new byte[bytes.length], bytes);
  }

  private static DataSpec balanced(int train, int validation) {
    return new DataSpec("d", train, validation, 1, Subset.BALANCED, null, null, null);
  }

  private static DataSpec drawn(int train, int validation) {
    return new DataSpec("d", train, validation, 1, Subset.DRAWN, null, null, null);
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
      assertThatThrownBy(() -> Subsets.of(set(labels), balanced(CLASSES * perClass, validation), 0))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("data.train " + CLASSES * perClass + ": class ");
      return;
    }
    Subsets subsets = Subsets.of(set(labels), balanced(CLASSES * perClass, validation), 0);
    ExampleIndices indices = subsets.training();
    assertThat(subsets.validation()).isEqualTo(ExampleIndices.range(available, validation));
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
    assertThatThrownBy(() -> Subsets.of(set(List.of(0, 1, 2, 0)), balanced(2, 1), 0))
        .isInstanceOf(DataException.class)
        .hasMessage("data.train 2: a balanced subset of d; must be a multiple of its 3 classes");
    assertThatThrownBy(() -> Subsets.of(set(List.of(0, 0, 2, 1)), balanced(3, 1), 0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.train 3: class 1 has 0 examples before the validation part; a balanced subset"
                + " must have 1 of each");
  }

  @Property(tries = 200)
  void drawn_subsets_share_no_example_and_follow_from_the_seed(
      @ForAll @Size(min = 4, max = 40) List<@IntRange(max = 2) Integer> labels,
      @ForAll @IntRange(min = 1, max = 2) int train,
      @ForAll @IntRange(min = 1, max = 2) int validation,
      @ForAll long seed) {
    Subsets subsets = Subsets.of(set(labels), drawn(train, validation), seed);
    Set<Integer> all = new HashSet<>();
    for (ExampleIndices part : List.of(subsets.training(), subsets.validation())) {
      for (int i = 0; i < part.size(); i++) {
        assertThat(part.get(i)).isBetween(0, labels.size() - 1);
        all.add(part.get(i));
      }
    }

    assertThat(all).hasSize(train + validation);
    assertThat(Subsets.of(set(labels), drawn(train, validation), seed)).isEqualTo(subsets);
  }

  @Example
  void seeds_share_as_many_examples_as_the_file_is_small() {
    ImageSet file = set(Collections.nCopies(2_000, 1));
    Set<Integer> first = new HashSet<>();
    ExampleIndices one = Subsets.of(file, drawn(1_000, 500), 1).training();
    for (int i = 0; i < one.size(); i++) {
      first.add(one.get(i));
    }
    ExampleIndices other = Subsets.of(file, drawn(1_000, 500), 2).training();
    long shared = IntStream.range(0, 1_000).filter(i -> first.contains(other.get(i))).count();

    // Hypergeometric, of mean 500 and deviation 11.2.
    assertThat(shared).isBetween(450L, 550L);
  }
}
