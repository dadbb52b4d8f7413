package org.sgdwalk.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a file holds, front to back and in one pass: unpacked if its name ends with {@code .gz},
 * else as it is. Memory grows with the bytes that arrive, whatever number is asked for. Gzip may
 * have several members ({@link GzipMembers}), and nothing behind them, zeros neither.
 */
final class FileContent implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final DataFile file;
  private final MessageDigest digest = DigestUtils.getSha256Digest();

  /** The file's own bytes; the digest has seen those that this has read ahead, too. */
  private final InputStream raw;

  private final InputStream content;

  /**
   * Opens {@code file}.
   *
   * @throws DataException if it cannot be read or is named as gzip and is none
   */
  FileContent(DataFile file) {
    this.file = file;
    try {
      raw = new BufferedInputStream(new DigestInputStream(file.open(), digest), BUFFER);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    content = isGzip() ? unpacked() : raw;
  }

  /**
   * Size and SHA-256 of what a file holds, of at most {@code limit + 1} bytes. The file is checked
   * to its end if it holds no more than {@code limit}.
   *
   * @throws DataException at any defect of what is read
   */
  static FileSum sum(DataFile file, long limit) {
    try (FileContent content = new FileContent(file)) {
      FileSum sum = content.sum(limit);
      if (sum.bytes() <= limit) {
        content.requireEnd(limit + " bytes");
      }
      return sum;
    }
  }

  private FileSum sum(long limit) {
    try {
      return FileSum.of(content, limit);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  private boolean isGzip() {
    return file.name().endsWith(".gz");
  }

  private InputStream unpacked() {
    try {
      if (!GzipMembers.begins(raw)) {
        close();
        throw new DataException(file.name() + ": is not gzip; must be a gzip file (1f 8b ...)");
      }
      return new GzipMembers(raw);
    } catch (IOException | RuntimeException e) {
      close();
      throw broken(e);
    }
  }

  /** How messages call the file. */
  String name() {
    return file.name();
  }

  /** Name of the file without folders. */
  String fileName() {
    return file.fileName();
  }

  /**
   * The next bytes as a big-endian signed integer.
   *
   * @throws DataException if the content ends before it
   */
  int nextInt() {
    byte[] bytes = next(Integer.BYTES);
    if (bytes.length < Integer.BYTES) {
      throw new DataException(file.name() + ": ends within the IDX header; bytes are missing");
    }
    return ByteBuffer.wrap(bytes).getInt();
  }

  /**
   * The next {@code limit} bytes, or fewer if the content ends before.
   *
   * @throws DataException if it cannot be read or its gzip data has a defect
   */
  byte[] next(int limit) {
    try {
      return content.readNBytes(limit);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  /** The content as a stream for another decoder; its errors go to {@link #broken}. */
  InputStream stream() {
    return content;
  }

  /**
   * Checks that the content ends here and the file with it.
   *
   * @param expected what the content was to be, for the message
   * @throws DataException otherwise
   */
  void requireEnd(String expected) {
    if (next(1).length > 0) {
      throw new DataException(file.name() + ": bytes after the last one; must be " + expected);
    }
    long behind;
    try {
      behind = raw.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw broken(e);
    }
    if (behind > 0) {
      throw new DataException(
          file.name() + ": " + behind + " bytes after the gzip data; must end with it");
    }
  }

  /**
   * SHA-256 of the file as it lies on disk: of exactly the bytes that were read. Once only, after
   * {@link #requireEnd}.
   */
  String sha256() {
    return Hex.encodeHexString(digest.digest());
  }

  /** What to say of an error of the stream or of a decoder. */
  DataException broken(Exception e) {
    if (e instanceof DataException known) {
      return known;
    }
    if (!isGzip()) {
      return e instanceof IOException io
          ? file.unreadable(io)
          : new DataException(file.name() + ": is corrupt; must be a whole file", e);
    }
    String what = e instanceof EOFException ? "gzip data is cut off" : "gzip data is corrupt";
    return new DataException(file.name() + ": " + what + "; must be a whole gzip file", e);
  }

  @Override
  public void close() {
    try {
      raw.close();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
