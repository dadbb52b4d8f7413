package org.sgdwalk.trace.npz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sgdwalk.trace.TraceException;

/**
 * One array as an {@code .npy} file, version 1.0 (numpy's NEP 1): magic, version, length of the
 * header, header (a Python dictionary), values.
 */
final class NumpyFormat {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** Magic and the header's length as uint16. */
  private static final int PREAMBLE = MAGIC.length + Short.BYTES;

  /** The most that can lie before the first value: a header has up to 65,535 bytes. */
  static final int MAX_START = PREAMBLE + 0xffff;

  /** numpy pads so that the values begin at a multiple of this, for memory mapping. */
  private static final int ALIGNMENT = 64;

  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\), \\} *\n");

  private NumpyFormat() {}

  static byte[] write(NumpyArray array) {
    String shape =
        array.shape().stream().map(String::valueOf).collect(Collectors.joining(", "))
            + (array.shape().size() == 1 ? "," : "");
    String dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(array.type().descriptor(), shape);
    int unpadded = PREAMBLE + dictionary.length() + 1;
    int start = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String header = dictionary + " ".repeat(start - unpadded) + "\n";
    int length = Math.addExact(start, Math.multiplyExact(array.size(), array.type().bytes()));
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < array.size(); i++) {
      array.type().put(bytes, array.get(i));
    }
    return bytes.array();
  }

  /**
   * The header of a file that begins with these bytes, {@link #MAX_START} of them or all.
   *
   * @param where names file and array for errors
   * @throws TraceException when it is none that can be read
   */
  static NumpyHeader header(byte[] start, String where) {
    if (start.length < PREAMBLE || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
      throw new TraceException(where + ": no .npy file of version 1.0");
    }
    ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    int length = Short.toUnsignedInt(bytes.getShort(MAGIC.length));
    if (start.length < PREAMBLE + length) {
      throw new TraceException(where + ": cut short within the header");
    }
    Matcher header = HEADER.matcher(new String(start, PREAMBLE, length, StandardCharsets.US_ASCII));
    if (!header.matches()) {
      throw new TraceException(where + ": the header is not one that numpy writes");
    }
    if (header.group(2).equals("True")) {
      throw new TraceException(where + ": Fortran order; must be C order");
    }
    return new NumpyHeader(
        type(header.group(1), where), shape(header.group(3), where), PREAMBLE + length);
  }

  /** The array of a file that has this header and exactly its values. */
  static NumpyArray values(byte[] file, NumpyHeader header) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(header.start());
    double[] values = new double[bytes.remaining() / header.type().bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] = header.type().get(bytes);
    }
    return new NumpyArray(header.type(), header.shape(), values);
  }

  private static NumpyType type(String descriptor, String where) {
    return Arrays.stream(NumpyType.values())
        .filter(type -> type.descriptor().equals(descriptor))
        .findFirst()
        .orElseThrow(
            () ->
                new TraceException(
                    where
                        + ": type '"
                        + NumpyNames.shown(descriptor)
                        + "'; must be '<f4', '<f8' or '<i8'"));
  }

  private static List<Integer> shape(String text, String where) {
    try {
      return Pattern.compile(",")
          .splitAsStream(text)
          .map(String::strip)
          .filter(extent -> !extent.isEmpty())
          .map(Integer::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw new TraceException(where + ": shape (" + NumpyNames.shown(text) + ") is none", e);
    }
  }
}
