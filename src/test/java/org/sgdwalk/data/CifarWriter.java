package org.sgdwalk.data;

import java.util.Random;

/** Writes records of CIFAR-10's binary version. */
final class CifarWriter {
  private CifarWriter() {}

  /** A record for each label; the pixels are random, by {@code seed}. */
  static byte[] records(long seed, int... labels) {
    byte[] records = new byte[labels.length * CifarFile.RECORD_BYTES];
    new Random(seed).nextBytes(records);
    for (int i = 0; i < labels.length; i++) {
      records[i * CifarFile.RECORD_BYTES] = (byte) labels[i];
    }
    return records;
  }

  /** The records of a set with the shape of CIFAR-10's images: the inverse of reading. */
  static byte[] records(ImageSet set) {
    int length = set.pixelsPerExample();
    byte[] records = new byte[set.count() * CifarFile.RECORD_BYTES];
    int next = 0;
    for (int example = 0; example < set.count(); example++) {
      records[next++] = (byte) set.label(example);
      for (int pixel = 0; pixel < length; pixel++) {
        records[next++] = (byte) set.pixel(example, pixel);
      }
    }
    return records;
  }
}
