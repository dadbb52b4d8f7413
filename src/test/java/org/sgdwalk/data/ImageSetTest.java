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
  private final ImageSet set = ImageSet.of(2, 1, 2, pixels, labels);

  @Test
  @DisplayName("keeps copies of the arrays it is made of")
  void defensive() {
    pixels[0] = 77;
    labels[0] = 7;
    assertThat(set.pixel(0, 0)).isZero();
    assertThat(set.label(0)).isEqualTo(3);
  }

  @Test
  @DisplayName("slices into consecutive examples")
  void slice() {
    ImageSet part = set.slice(1, 2);
    assertThat(part.count()).isEqualTo(2);
    assertThat(part.pixel(0, 0)).isEqualTo(4);
    assertThat(part.pixel(1, 3)).isEqualTo(11);
    assertThat(part.label(1)).isEqualTo(4);
    assertThat(part.channels()).isEqualTo(2);
  }

  @Test
  @DisplayName("continues with another of the same shape")
  void concatenate() {
    ImageSet all = ImageSet.concatenate(List.of(set.slice(2, 1), set));
    assertThat(all.count()).isEqualTo(4);
    assertThat(new int[] {all.label(0), all.label(1), all.label(3)}).containsExactly(4, 3, 4);
    assertThat(all.pixel(0, 0)).isEqualTo(8);
    assertThat(all.pixel(1, 0)).isZero();
    assertThat(all.pixel(3, 3)).isEqualTo(11);
    ImageSet otherShape = ImageSet.of(1, 2, 2, pixels, labels);
    assertThatThrownBy(() -> ImageSet.concatenate(List.of(set, otherShape)))
        .isInstanceOf(DataException.class)
        .hasMessage("image sets: 1 x 2 x 2 behind 2 x 1 x 2; must have one shape");
  }

  @Test
  @DisplayName("has no examples and pixels beyond its ends")
  void bounds() {
    assertThatThrownBy(() -> set.pixel(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> set.pixel(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> set.label(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> set.slice(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> set.slice(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  @DisplayName("is not made of sizes that do not fit together")
  void sizes() {
    assertThatThrownBy(() -> ImageSet.of(1, 1, 2, pixels, labels))
        .isInstanceOf(DataException.class)
        .hasMessage("image set: 12 pixels; must be 3 examples of 1 x 1 x 2");
    int huge = Integer.MAX_VALUE;
    assertThatThrownBy(() -> ImageSet.of(huge, huge, huge, pixels, labels))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> ImageSet.of(1, 0, 2, new byte[0], labels))
        .isInstanceOf(DataException.class)
        .hasMessage("image set: 3 examples of 1 x 0 x 2; must be at least 1 each");
    assertThatThrownBy(() -> ImageSet.of(1, 1, 1, new byte[1], new byte[] {10}))
        .isInstanceOf(DataException.class)
        .hasMessage("image set: label 10; must be 0 to 9");
  }
}
