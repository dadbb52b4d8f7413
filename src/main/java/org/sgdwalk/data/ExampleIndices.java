package org.sgdwalk.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Which examples of a file a part has: 0-based indices, ascending, at least one. Immutable. */
public final class ExampleIndices {
  private final int[] indices;

  private ExampleIndices(int[] indices) {
    Objects.checkIndex(0, indices.length);
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] <= (i == 0 ? -1 : indices[i - 1])) {
        throw new IllegalArgumentException("index " + indices[i] + " at " + i + " does not ascend");
      }
    }
    this.indices = indices;
  }

  /** {@code size} examples from {@code first} on. */
  static ExampleIndices range(int first, int size) {
    return new ExampleIndices(IntStream.range(first, Math.addExact(first, size)).toArray());
  }

  /** The given examples, ascending. */
  static ExampleIndices of(int... indices) {
    return new ExampleIndices(indices.clone());
  }

  /** How many there are. */
  public int size() {
    return indices.length;
  }

  /** The index in the file of this part's example {@code i}. */
  public int get(int i) {
    return indices[i];
  }

  /**
   * {@code first-last}, ends included, or {@code n of first-last} where some in between are left
   * out.
   */
  @Override
  public String toString() {
    int first = indices[0];
    int last = indices[size() - 1];
    String span = first + "-" + last;
    return last - first + 1 == size() ? span : size() + " of " + span;
  }

  /**
   * SHA-256 of the indices as decimal numbers, each ended by a line feed: for a range what {@code
   * seq FIRST LAST | sha256sum} prints.
   */
  public String sha256() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (int index : indices) {
      digest.update((index + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    return Hex.encodeHexString(digest.digest());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExampleIndices same && Arrays.equals(indices, same.indices);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(indices);
  }
}
