package org.sgdwalk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.TraceException;
import org.sgdwalk.train.Start;

/** A theta file to start a run from. It is read once, so what is trained is what the sum is of. */
public final class InitialTheta {
  /** What an array of bytes can hold; the theta of the paper's largest network has 80 MB. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8;

  private final Path file;
  private final byte[] bytes;

  private InitialTheta(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Reads a file; whether it fits a network is found when a run starts.
   *
   * @throws TraceException if it is missing, too long or cannot be read
   */
  public static InitialTheta read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new TraceException(
          file + ": no such file; must be a NumPy archive (.npz) with theta, as a trace keeps it");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        throw new TraceException(file + ": " + bytes + " bytes; must be at most " + MAX_BYTES);
      }
      return new InitialTheta(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new TraceException(file + ": cannot be read: " + e, e);
    }
  }

  /**
   * The start of a run on a surface.
   *
   * @throws TraceException that names file and array where they are not the network's
   */
  Start on(LossSurface surface, Precision precision) {
    return ThetaFile.read(bytes, file.toString(), surface, precision);
  }

  /**
   * Checks that a run got past its start.
   *
   * @throws TraceException when the loss at this theta is not finite
   */
  void requireStarted(Status status) {
    if (status instanceof Status.Diverged diverged && diverged.step() == 0) {
      throw new TraceException(
          file + ": the loss at this theta is not finite; a run must start where it is");
    }
  }

  Provenance.ThetaProvenance provenance() {
    return new Provenance.ThetaProvenance(
        String.valueOf(file.getFileName()), DigestUtils.sha256Hex(bytes));
  }
}
