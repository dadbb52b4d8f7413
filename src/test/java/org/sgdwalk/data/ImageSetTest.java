package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An image set")
class ImageSetTest {
  private final byte[] pixels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  private final byte[] labels = {3, 1, 4};
  private final ImageSet set = ImageSet.of(new ImageShape(2, 1, 2), 10, pixels, labels);

  @Test
  void keeps_copies_of_the_arrays_it_is_made_of() {
    pixels[0] = 77;
    labels[0] = 7;
    assertThat(set.pixel(0, 0)).isZero();
    assertThat(set.label(0)).isEqualTo(3);
  }

  @Test
  void slices_into_consecutive_examples() {
    ImageSet part = set.slice(1, 2);
    assertThat(part.count()).isEqualTo(2);
    assertThat(part.pixel(0, 0)).isEqualTo(4);
    assertThat(part.pixel(1, 3)).isEqualTo(11);
    assertThat(part.label(1)).isEqualTo(4);
    assertThat(part.channels()).isEqualTo(2);
  }

  @Test
  void continues_with_another_of_the_same_shape() {
    ImageSet all = ImageSet.concatenate(List.of(set.slice(2, 1), set));
    assertThat(all.count()).isEqualTo(4);
    assertThat(new int[] {all.label(0), all.label(1), all.label(3)}).containsExactly(4, 3, 4);
    assertThat(all.pixel(0, 0)).isEqualTo(8);
    assertThat(all.pixel(1, 0)).isZero();
    assertThat(all.pixel(3, 3)).isEqualTo(11);
    ImageSet otherShape = ImageSet.of(new ImageShape(1, 2, 2), 10, pixels, labels);
    assertThatThrownBy(() -> ImageSet.concatenate(List.of(set, otherShape)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "image sets: 1 x 2 x 2 of 10 classes behind 2 x 1 x 2 of 10; must have one shape and"
                + " the same classes");
  }

  @Test
  void has_no_examples_and_pixels_beyond_its_ends() {
    assertThatThrownBy(() -> set.pixel(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> set.pixel(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> set.label(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> set.slice(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> set.slice(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void is_not_made_of_sizes_that_do_not_fit_together() {
    assertThatThrownBy(() -> ImageSet.of(new ImageShape(1, 1, 2), 10, pixels, labels))
        .isInstanceOf(DataException.class)
        .hasMessage("image set: 12 pixels; must be 3 examples of 1 x 1 x 2");
    int huge = Integer.MAX_VALUE;
    assertThatThrownBy(() -> new ImageShape(huge, huge, huge)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> new ImageShape(1, 0, 2))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "image shape: 1 x 0 x 2; must be at least 1 each and at most 2^31 - 1 together");
    ImageShape pixel = new ImageShape(1, 1, 1);
    assertThatThrownBy(() -> ImageSet.of(pixel, 10, new byte[1], new byte[] {10}))
        .isInstanceOf(DataException.class)
        .hasMessage("image set: label 10; must be 0 to 9");
    assertThatThrownBy(() -> ImageSet.of(pixel, 257, new byte[1], new byte[1]))
        .isInstanceOf(DataException.class)
        .hasMessage("image set: 1 examples of 257 classes; must be at least 1 of 1 to 256");
    assertThatThrownBy(() -> ImageSet.of(pixel, 10, new byte[0], new byte[0]))
        .isInstanceOf(DataException.class)
        .hasMessage("image set: 0 examples of 10 classes; must be at least 1 of 1 to 256");
  }

  @Test
  void has_as_many_classes_as_it_says_up_to_256() {
    byte[] last = {(byte) 255};
    ImageSet many = ImageSet.of(new ImageShape(1, 1, 1), 256, new byte[1], last);
    assertThat(many.classes()).isEqualTo(256);
    assertThat(many.label(0)).isEqualTo(255);
    assertThatThrownBy(() -> ImageSet.concatenate(List.of(set, many)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "image sets: 1 x 1 x 1 of 256 classes behind 2 x 1 x 2 of 10; must have one shape and"
                + " the same classes");
  }

  @Test
  void shares_the_images_of_a_selection_and_keeps_no_other() {
    ImageSet chosen = set.select(ExampleIndices.of(0, 2));
    assertThat(chosen.pixels(0)).isSameAs(set.pixels(0));
    assertThat(chosen.pixels(1)).isSameAs(set.pixels(2));
    assertThat(chosen.label(1)).isEqualTo(4);
    assertThat(chosen.count()).isEqualTo(2);
    assertThat(ImageSet.concatenate(List.of(chosen, set)).pixels(4)).isSameAs(set.pixels(2));
  }
}
