package org.sgdwalk.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Text as a page keeps it until its script unpacks it. */
final class Packed {
  private Packed() {}

  /** The base64 of the gzip of a text in UTF-8. */
  static String base64(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new Smallest(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError("a byte array does no I/O", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** The stream has no other way to say how hard to try. */
  private static final class Smallest extends GZIPOutputStream {
    Smallest(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
