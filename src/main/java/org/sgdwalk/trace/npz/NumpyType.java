package org.sgdwalk.trace.npz;

import java.nio.ByteBuffer;

/** Element types of numpy arrays that traces use, all little endian. */
public enum NumpyType {
  /** IEEE 754 single, {@code <f4}. */
  FLOAT32("<f4", Float.BYTES),
  /** IEEE 754 double, {@code <f8}. */
  FLOAT64("<f8", Double.BYTES),
  /** Signed 64-bit integer, {@code <i8}; exact as a double up to 2^53. */
  INT64("<i8", Long.BYTES);

  private final String descriptor;
  private final int bytes;

  NumpyType(String descriptor, int bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  /** numpy's name of the type, {@code descr} in a file's header. */
  public String descriptor() {
    return descriptor;
  }

  /** Bytes an element takes. */
  public int bytes() {
    return bytes;
  }

  double get(ByteBuffer from) {
    return switch (this) {
      case FLOAT32 -> from.getFloat();
      case FLOAT64 -> from.getDouble();
      case INT64 -> from.getLong();
    };
  }

  void put(ByteBuffer to, double value) {
    switch (this) {
      case FLOAT32 -> to.putFloat((float) value);
      case FLOAT64 -> to.putDouble(value);
      case INT64 -> to.putLong((long) value);
    }
  }
}
