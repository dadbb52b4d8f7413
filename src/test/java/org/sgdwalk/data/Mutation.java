package org.sgdwalk.data;

import java.io.ByteArrayOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One change of a file. Places are fractions, so that they fit a file of any length.
 *
 * @param kind what happens
 * @param place where, from 0 to 1
 * @param other another place, from 0 to 1: the source of a splice
 * @param length how many bytes, at least 1
 * @param bits a number that sets bits or bytes
 */
record Mutation(Kind kind, double place, double other, int length, int bits) {
  enum Kind {
    FLIP_BIT,
    SET_BYTE,
    SET_INT,
    TRUNCATE,
    DELETE,
    INSERT,
    APPEND,
    DUPLICATE,
    OVERWRITE
  }

  /** Numbers that headers are broken with. */
  private static final int[] INTERESTING = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xffff, 0x7fff, 1 << 16, 1 << 24
  };

  static Arbitrary<Mutation> any() {
    // Half of the places are near the ends, where headers and directories are.
    Arbitrary<Double> places =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(0, 1).ofScale(9),
            Arbitraries.doubles().between(0, 0.02).ofScale(9),
            Arbitraries.doubles().between(0.9, 1).ofScale(9));
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            places,
            places,
            Arbitraries.integers().between(1, 600),
            Arbitraries.integers())
        .as(Mutation::new);
  }

  /** The changed copy. */
  byte[] apply(byte[] file) {
    int at = (int) (place * file.length);
    int from = (int) (other * file.length);
    int size = Math.min(length, file.length - at);
    return switch (kind) {
      case FLIP_BIT -> withByte(file, at, (at < file.length ? file[at] : 0) ^ 1 << (bits & 7));
      case SET_BYTE -> withByte(file, at, bits);
      case SET_INT -> withInt(file, at, INTERESTING[Math.floorMod(bits, INTERESTING.length)]);
      case TRUNCATE -> join(file, 0, at, file, 0, 0, file.length);
      case DELETE -> join(file, 0, at, file, 0, 0, at + size);
      case INSERT -> join(file, 0, at, noise(), 0, length, at);
      case APPEND -> join(file, 0, file.length, noise(), 0, length, file.length);
      case DUPLICATE -> join(file, 0, at, file, from, Math.min(length, file.length - from), at);
      case OVERWRITE ->
          join(
              file,
              0,
              at,
              file,
              from,
              Math.min(size, file.length - from),
              at + Math.min(size, file.length - from));
    };
  }

  private static byte[] withByte(byte[] file, int at, int value) {
    byte[] changed = file.clone();
    if (at < file.length) {
      changed[at] = (byte) value;
    }
    return changed;
  }

  /** In either byte order: big-endian at even places. */
  private static byte[] withInt(byte[] file, int at, int value) {
    byte[] changed = file.clone();
    for (int i = 0; i < Integer.BYTES && at + i < file.length; i++) {
      int shift = at % 2 == 0 ? 24 - 8 * i : 8 * i;
      changed[at + i] = (byte) (value >> shift);
    }
    return changed;
  }

  private byte[] noise() {
    byte[] noise = new byte[length];
    new java.util.Random(bits).nextBytes(noise);
    return noise;
  }

  /** The file up to {@code end}, then a piece, then the file from {@code rest} on. */
  private static byte[] join(
      byte[] file, int start, int end, byte[] piece, int from, int count, int rest) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(file, start, end - start);
    joined.write(piece, from, count);
    joined.write(file, rest, file.length - rest);
    return joined.toByteArray();
  }
}
