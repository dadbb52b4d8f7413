package org.sgdwalk.data;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decoder of small JPEG files through the JDK's ImageIO. Gray becomes three equal channels. Looks
 * at the size before it decodes, so that a header alone takes no memory. Confined to one thread.
 */
final class JpegImages implements AutoCloseable {
  private static final int MAGIC_BYTES = 2;
  private static final int CHANNELS = 3;

  private static final String BROKEN =
      ": JPEG data is cut off or corrupt; must be a whole JPEG file";

  private final ImageShape shape;
  private final ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
  private @Nullable String complaint;

  /** A decoder of images of one shape, of three channels. */
  JpegImages(ImageShape shape) {
    this.shape = shape;
    reader.addIIOReadWarningListener((source, warning) -> complaint = warning);
  }

  /**
   * The pixels of a file, plane by plane: red, green, blue, each row-major.
   *
   * @param name how messages call the file
   * @throws DataException if it is no JPEG of that shape, is cut off or has another defect that the
   *     decoder sees
   */
  byte[] decode(String name, byte[] file) {
    if (file.length < MAGIC_BYTES || file[0] != (byte) 0xff || file[1] != (byte) 0xd8) {
      throw new DataException(name + ": is not JPEG; must be a JPEG file (ff d8 ...)");
    }
    complaint = null;
    try {
      reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
      requireSize(name);
      BufferedImage image = reader.read(0);
      requireWhole(name);
      return planes(name, image.getRaster());
    } catch (IOException | RuntimeException e) {
      // Of damaged files ImageIO throws what its parsing meets, index errors and others included.
      throw e instanceof DataException known ? known : new DataException(name + BROKEN, e);
    }
  }

  private void requireSize(String name) throws IOException {
    int columns = reader.getWidth(0);
    int rows = reader.getHeight(0);
    if (rows != shape.rows() || columns != shape.columns()) {
      throw new DataException(
          "%s: image of %d x %d pixels; must be %d x %d"
              .formatted(name, rows, columns, shape.rows(), shape.columns()));
    }
  }

  /** The decoder fills what is missing or damaged with gray and merely warns. */
  private void requireWhole(String name) {
    String warning = complaint;
    if (warning != null
        && (warning.startsWith("Premature end") || warning.startsWith("Corrupt JPEG data"))) {
      throw new DataException(name + BROKEN);
    }
  }

  /** Of the raster: as colours, gray would be taken for linear light and come out brighter. */
  private byte[] planes(String name, Raster raster) {
    int bands = raster.getNumBands();
    if (bands != 1 && bands != CHANNELS) {
      throw new DataException(name + ": JPEG of " + bands + " channels; must be 1 or 3");
    }
    int plane = shape.pixelsPerChannel();
    byte[] pixels = new byte[shape.pixels()];
    int[] samples = new int[plane];
    for (int channel = 0; channel < CHANNELS; channel++) {
      int band = Math.min(channel, bands - 1);
      raster.getSamples(0, 0, shape.columns(), shape.rows(), band, samples);
      for (int i = 0; i < plane; i++) {
        pixels[channel * plane + i] = (byte) samples[i];
      }
    }
    return pixels;
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
