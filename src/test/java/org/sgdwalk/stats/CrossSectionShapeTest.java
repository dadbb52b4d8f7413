package org.sgdwalk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CrossSectionShapeTest {

  @Test
  @DisplayName("an interior minimum below both ends is a valley floor")
  void valley() {
    CrossSectionShape shape = CrossSectionShape.of(new double[] {4, 2, 1, 3, 8});

    assertThat(shape.inValley()).isTrue();
    assertThat(shape.floor()).isEqualTo(1);
    assertThat(shape.floorA()).isEqualTo(0.5);
    assertThat(shape.height()).isEqualTo(5);
    assertThat(shape.barrierHeight()).isZero();
    assertThat(shape.convexity()).isEqualTo(1);
  }

  @Test
  @DisplayName("a minimum that ties with an end is no valley, and height counts from it")
  void tieWithAnEnd() {
    CrossSectionShape shape = CrossSectionShape.of(new double[] {1, 1, 3});

    assertThat(shape.inValley()).isFalse();
    assertThat(shape.floor()).isNaN();
    assertThat(shape.floorA()).isNaN();
    assertThat(shape.height()).isEqualTo(1);
  }

  @Test
  @DisplayName("of several lowest points the floor is at the smallest a")
  void tiedFloors() {
    assertThat(CrossSectionShape.of(new double[] {4, 1, 2, 1, 4}).floorA()).isEqualTo(0.25);
  }

  @Test
  @DisplayName("a barrier is measured from the larger end, and can stand beside a valley floor")
  void barrier() {
    CrossSectionShape shape = CrossSectionShape.of(new double[] {2, 5, 0, 1, 3});

    assertThat(shape.barrierHeight()).isEqualTo(2);
    assertThat(shape.floor()).isZero();
    assertThat(shape.convexity()).as("second differences -8, 6, 1").isEqualTo(2.0 / 3);
  }

  @Test
  @DisplayName("an interior point as high as the larger end is no barrier")
  void noBarrierOnATie() {
    assertThat(CrossSectionShape.of(new double[] {1, 3, 3}).barrierHeight()).isZero();
  }

  @Test
  @DisplayName("a constant section is flat and convex, and has no R^2")
  void constant() {
    assertThat(CrossSectionShape.of(new double[] {0.1, 0.1, 0.1, 0.1}))
        .isEqualTo(
            new CrossSectionShape(false, Double.NaN, Double.NaN, 0, 0, 1, Double.NaN, Double.NaN));
  }

  @Test
  @DisplayName("R^2 is numpy's")
  void rSquared() {
    // numpy 2.4.6: a = linspace(0, 1, 7); r = y - polyval(polyfit(a, y, 2), a);
    // 1 - (r @ r) / ((y - mean(y)) ** 2).sum()
    double[] y = {2.0, 1.5, 1.25, 1.4, 1.3, 1.9, 2.6};
    assertThat(CrossSectionShape.of(y).quadraticR2()).isCloseTo(0.9653366583541148, within(1e-13));
  }

  @Test
  @DisplayName("ends of the double range do not overflow")
  void extremes() {
    CrossSectionShape shape = CrossSectionShape.of(new double[] {1e308, -1e307, 1e308});

    assertThat(shape.height()).isCloseTo(1.1e308, within(1e294));
    assertThat(shape.quadraticR2()).isCloseTo(1, within(1e-12));
  }

  @Test
  @DisplayName("fewer than three losses and losses that are not finite are refused")
  void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossSectionShape.of(new double[] {1, 2}))
        .withMessage("a cross-section has at least 3 losses, got 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossSectionShape.of(new double[] {1, 2, Double.NaN}))
        .withMessage("loss 2 must be finite, got NaN (counted from 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossSectionShape.of(new double[] {1, Double.POSITIVE_INFINITY, 0}))
        .withMessageContaining("loss 1");
  }
}
