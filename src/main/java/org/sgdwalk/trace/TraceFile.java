package org.sgdwalk.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** A file of a trace, read once: a plain one, and no larger than such a run can have written. */
final class TraceFile {
  private final Path path;
  private final long most;

  /**
   * A file.
   *
   * @param most bytes that it may have
   */
  TraceFile(Path path, long most) {
    this.path = path;
    this.most = most;
  }

  /**
   * Its bytes.
   *
   * @throws TraceException that names it: missing, no plain file, too large, unreadable
   */
  byte[] bytes() {
    try (InputStream in = open()) {
      return in.readNBytes(Math.toIntExact(Math.min(most, Integer.MAX_VALUE - 8)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Its text. */
  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** SHA-256 of its bytes, which are not kept. */
  String sha256() {
    try (DigestInputStream in = new DigestInputStream(open(), DigestUtils.getSha256Digest())) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return Hex.encodeHexString(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** A pipe would be waited for without end, and a device fills the memory. */
  private InputStream open() throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isRegularFile(path)) {
      throw new TraceException(path + ": must be a plain file");
    }
    long size = Files.size(path);
    if (size > most) {
      throw new TraceException(path + ": " + size + " bytes; such a run's has at most " + most);
    }
    return Files.newInputStream(path);
  }

  private TraceException unreadable(IOException e) {
    return e instanceof NoSuchFileException
        ? new TraceException(path + ": missing", e)
        : new TraceException(path + ": cannot be read: " + e.getMessage(), e);
  }
}
