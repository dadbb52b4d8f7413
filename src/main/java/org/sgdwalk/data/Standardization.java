package org.sgdwalk.data;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The map from a pixel of one channel to what the network sees: (pixel / 255 - mean) / std.
 *
 * @param mean mean of the channel's pixels on the scale 0 to 1
 * @param std their standard deviation, above 0
 */
public record Standardization(double mean, double std) {
  /** The largest pixel; it is 1 on the scale 0 to 1. */
  private static final double WHITE = 255.0;

  /** Checks the numbers. */
  public Standardization {
    if (!(mean >= 0 && mean <= 1)) {
      throw new DataException("mean " + mean + " of the pixels; must be 0 to 1");
    }
    if (!(std > 0 && std <= 1)) {
      throw new DataException(
          "standard deviation " + std + " of the pixels; must be above 0 and at most 1");
    }
  }

  /**
   * Mean and standard deviation of all pixels of {@code images}, one for each channel, in the order
   * of the channels; the deviation is the population's (divided by n). Sums are exact integers, so
   * the order of the examples changes no digit.
   *
   * @throws DataException if all pixels of a channel are the same (there is no scale then)
   */
  public static List<Standardization> of(ImageSet images) {
    return IntStream.range(0, images.channels())
        .mapToObj(channel -> ofChannel(images, channel))
        .toList();
  }

  private static Standardization ofChannel(ImageSet images, int channel) {
    int plane = images.pixelsPerChannel();
    long sum = 0;
    long squares = 0; // of fewer than 2^47 pixels of at most 2^16 each: no overflow
    for (int example = 0; example < images.count(); example++) {
      byte[] pixels = images.pixels(example);
      for (int pixel = channel * plane; pixel < (channel + 1) * plane; pixel++) {
        int value = pixels[pixel] & 0xff;
        sum += value;
        squares += (long) value * value;
      }
    }
    long n = (long) images.count() * plane;
    // n^2 times the variance; n * squares alone passes 2^63 for a full training file.
    BigInteger scaledVariance =
        BigInteger.valueOf(n)
            .multiply(BigInteger.valueOf(squares))
            .subtract(BigInteger.valueOf(sum).pow(2));
    if (scaledVariance.signum() == 0) {
      throw new DataException(
          "channel %d: all %d training pixels are %d; must differ, or they have no scale"
              .formatted(channel, n, images.pixel(0, channel * plane)));
    }
    double scale = n * WHITE;
    return new Standardization(sum / scale, Math.sqrt(scaledVariance.doubleValue()) / scale);
  }

  /**
   * What the network sees of a pixel.
   *
   * @param pixel 0 to 255
   */
  public double apply(int pixel) {
    return (pixel / WHITE - mean) / std;
  }
}
