package org.sgdwalk.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sgdwalk.spec.Sha256;

/**
 * The bytes of one file as they lie on disk or on the class path. They are read once, so what is
 * parsed is what the sum is of.
 */
final class DataFile {
  private final String name;
  private final byte[] bytes;

  /**
   * Takes over {@code bytes} without a copy.
   *
   * @param name how messages call the file, a path
   */
  DataFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * Reads a file.
   *
   * @throws DataException if it is missing or cannot be read
   */
  static DataFile read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new DataException(path + ": is missing; must be a file");
    }
    try {
      return new DataFile(path.toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new DataException(path + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /**
   * Reads a resource of this package.
   *
   * @throws DataException if it is missing or cannot be read
   */
  static DataFile resource(String resource) {
    try (InputStream in = DataFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new DataException(resource + ": is missing on the class path; must be packaged");
      }
      return new DataFile(resource, in.readAllBytes());
    } catch (IOException e) {
      throw new DataException(resource + ": cannot be read from the class path", e);
    }
  }

  String name() {
    return name;
  }

  /** The bytes themselves: readers of this package do not change them. */
  byte[] bytes() {
    return bytes;
  }

  /** SHA-256 of the bytes as they lie on disk, 64 lower-case hexadecimal digits. */
  String sha256() {
    return Sha256.of(bytes);
  }
}
