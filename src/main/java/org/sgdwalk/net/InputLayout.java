package org.sgdwalk.net;

import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.program.Shape;
import org.sgdwalk.spec.NetworkSpec;

/**
 * How an example enters a network. An MLP takes the pixels as they are, channel after channel.
 * Convolutions take them channels last; images of 28 x 28 lie in the middle of 32 x 32 pixels of
 * the background, 0, and stay gray: one channel, not replicated.
 */
final class InputLayout {
  /** The side that the paper's convolutional networks halve five times. */
  private static final int SMALLEST_SIDE = 32;

  private final Shape shape;
  private final boolean asVector;

  private InputLayout(Shape shape, boolean asVector) {
    this.shape = shape;
    this.asVector = asVector;
  }

  static InputLayout of(NetworkSpec network, ImageShape images) {
    if (network instanceof NetworkSpec.Mlp) {
      return new InputLayout(Shape.features(images.pixels()), true);
    }
    Shape shape =
        new Shape(
            Math.max(SMALLEST_SIDE, images.rows()),
            Math.max(SMALLEST_SIDE, images.columns()),
            images.channels());
    return new InputLayout(shape, false);
  }

  Shape shape() {
    return shape;
  }

  /**
   * Copies an example's standardised values in this layout, as a view shows it, to {@code
   * target[offset ...]}.
   *
   * @param pixels room for those of an image
   */
  void copy(
      DataPart part, int example, CropFlip view, double[] pixels, double[] target, int offset) {
    if (asVector) {
      part.copyStandardized(example, view, target, offset);
    } else {
      part.copyStandardized(example, view, pixels, 0);
      copyChannelsLast(part, pixels, target, offset);
    }
  }

  private void copyChannelsLast(DataPart part, double[] pixels, double[] values, int offset) {
    ImageSet images = part.images();
    int top = (shape.height() - images.rows()) / 2;
    int left = (shape.width() - images.columns()) / 2;
    int target = offset;
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        for (int channel = 0; channel < shape.channels(); channel++) {
          int y = row - top;
          int x = column - left;
          boolean inside = y >= 0 && y < images.rows() && x >= 0 && x < images.columns();
          values[target++] =
              inside
                  ? pixels[(channel * images.rows() + y) * images.columns() + x]
                  : part.background(channel);
        }
      }
    }
  }
}
