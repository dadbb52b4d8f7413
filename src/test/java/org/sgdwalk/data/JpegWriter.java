package org.sgdwalk.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Writes small JPEG files. */
final class JpegWriter {
  private JpegWriter() {}

  /** An image of one colour, which JPEG keeps within a step or two of 256. */
  static byte[] flat(int columns, int rows, int red, int green, int blue) {
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < rows * columns; i++) {
      image.setRGB(i % columns, i / columns, red << 16 | green << 8 | blue);
    }
    return write(image);
  }

  /** 64 x 64 blocks of 8 x 8 pixels at random, in colour. */
  static byte[] blocks(long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int block = 0; block < 64; block++) {
      int colour = random.nextInt(1 << 24);
      for (int i = 0; i < 64; i++) {
        image.setRGB(block % 8 * 8 + i % 8, block / 8 * 8 + i / 8, colour);
      }
    }
    return write(image);
  }

  /** 64 x 64 in one channel. */
  static byte[] gray(int value) {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    int[] samples = new int[64 * 64];
    java.util.Arrays.fill(samples, value);
    image.getRaster().setPixels(0, 0, 64, 64, samples);
    return write(image);
  }

  static byte[] write(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "jpeg", bytes)) {
        throw new IllegalStateException("this JDK writes no JPEG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
