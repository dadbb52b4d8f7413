package org.sgdwalk.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One file of a data set, on disk, on the class path or in memory. It holds no bytes of its own: a
 * reader streams them, see {@link FileContent}.
 */
public final class DataFile {
  private final String name;
  private final Opener opener;

  private DataFile(String name, Opener opener) {
    this.name = name;
    this.opener = opener;
  }

  /** Opens the file at its first byte. */
  @FunctionalInterface
  private interface Opener {
    InputStream open() throws IOException;
  }

  /**
   * A file that is given by its bytes.
   *
   * @param name how messages call the file, a path
   */
  DataFile(String name, byte[] bytes) {
    this(name, () -> new ByteArrayInputStream(bytes));
  }

  /**
   * A file on disk.
   *
   * @throws DataException if it is missing, or no plain file: a pipe would be waited for without
   *     end
   */
  public static DataFile at(Path path) {
    if (!Files.isRegularFile(path)) {
      String what = Files.exists(path) ? ": is no plain file" : ": is missing";
      throw new DataException(path + what + "; must be a file");
    }
    return new DataFile(path.toString(), () -> Files.newInputStream(path));
  }

  /**
   * A resource of this package.
   *
   * @throws DataException if it is missing
   */
  static DataFile resource(String resource) {
    if (DataFile.class.getResource(resource) == null) {
      throw new DataException(resource + ": is missing on the class path; must be packaged");
    }
    return new DataFile(
        resource,
        () -> {
          InputStream in = DataFile.class.getResourceAsStream(resource);
          if (in == null) {
            throw new IOException(resource + " is no longer on the class path");
          }
          return in;
        });
  }

  /** How messages call it: a path. */
  public String name() {
    return name;
  }

  /** Its name without folders. */
  String fileName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** Its bytes from the first; the caller closes it. */
  InputStream open() throws IOException {
    return opener.open();
  }

  /**
   * SHA-256 of its bytes, 64 lower-case hexadecimal digits, in a pass of its own. A reader that
   * streams the whole file has the sum at no extra pass: {@link FileContent#sha256}.
   *
   * @throws DataException if it cannot be read
   */
  public String sha256() {
    try (InputStream in = new BufferedInputStream(open())) {
      return DigestUtils.sha256Hex(in);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Size and SHA-256 of its bytes, of at most {@code limit + 1} of them.
   *
   * @throws DataException if it cannot be read
   */
  FileSum sum(long limit) {
    try (InputStream in = open()) {
      return FileSum.of(in, limit);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What to say when the operating system refuses to read it. */
  DataException unreadable(IOException e) {
    return new DataException(name + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
  }
}
