package org.sgdwalk.data;

import org.hipparchus.random.RandomGenerator;

/**
 * One random view of a training image: a crop of its own size out of the image with 4 pixels of
 * value 0 around it, then perhaps mirrored (the paper's augmentation).
 *
 * @param down by how many rows the crop lies below the image, -4 to 4
 * @param right by how many columns it lies to its right, -4 to 4
 * @param mirrored whether left and right are exchanged after that
 */
public record CropFlip(int down, int right, boolean mirrored) {
  /** The image as it is. */
  public static final CropFlip NONE = new CropFlip(0, 0, false);

  private static final int PADDING = 4;

  /** Checks the numbers. */
  public CropFlip {
    if (Math.abs(down) > PADDING || Math.abs(right) > PADDING) {
      throw new IllegalArgumentException(
          "a crop by " + down + ", " + right + "; must be -4 to 4 each");
    }
  }

  /** Draws a view, each as likely as any other: three numbers of the generator. */
  public static CropFlip draw(RandomGenerator random) {
    int down = random.nextInt(2 * PADDING + 1) - PADDING;
    int right = random.nextInt(2 * PADDING + 1) - PADDING;
    return new CropFlip(down, right, random.nextBoolean());
  }

  /**
   * Where a pixel of the view comes from.
   *
   * @return index in the plane of the image; -1 for one of the pixels around it
   */
  int source(int row, int column, ImageShape shape) {
    int y = row + down;
    int x = (mirrored ? shape.columns() - 1 - column : column) + right;
    boolean inside = y >= 0 && y < shape.rows() && x >= 0 && x < shape.columns();
    return inside ? y * shape.columns() + x : -1;
  }
}
