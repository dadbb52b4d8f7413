package org.sgdwalk.run.checkpoint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.Float32Vector;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.RunningStatistics;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.train.LoopState;

/**
 * A checkpoint as bytes: whose it is, as JSON, how much of the rows is its own, then numbers, big
 * endian; at the end the SHA-256 of all before it. Nothing is believed before the sum is right.
 */
final class CheckpointFile {
  private static final int SUM = 32;
  private static final int BUFFER = 1 << 16;

  private CheckpointFile() {}

  /**
   * What a file holds.
   *
   * @param checkpoint where the run is
   * @param rows how much of the log is its own
   */
  record Content(Checkpoint checkpoint, RowLog.Extent rows) {}

  /** Writes a file and makes sure that it is on the disk; not yet under the name it is to have. */
  static void write(Path file, RunIdentity of, Checkpoint checkpoint, RowLog.Extent rows)
      throws IOException {
    MessageDigest sum = DigestUtils.getSha256Digest();
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      DataOutputStream data =
          new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(out, sum), BUFFER));
      data.writeUTF(SpecJson.mapper().writeValueAsString(of));
      data.writeLong(rows.length());
      data.writeUTF(rows.sha256());
      LoopState loop = checkpoint.loop();
      data.writeInt(loop.updates());
      put(data, loop.theta());
      put(data, loop.statistics().components());
      put(data, loop.draws().order());
      put(data, loop.draws().augment());
      put(data, loop.draws().noise());
      put(data, loop.draws().examples());
      data.writeInt(loop.draws().next());
      put(data, checkpoint.previousGradient());
      data.writeDouble(checkpoint.sharedLoss());
      put(data, checkpoint.chunks());
      data.flush();
      out.write(sum.digest());
      out.getFD().sync();
    }
  }

  /** Whose a file is; the file is whole. */
  static RunIdentity identity(Path file) throws IOException {
    requireWhole(file);
    try (DataInputStream data = open(file)) {
      return SpecJson.mapper().readValue(data.readUTF(), RunIdentity.class);
    }
  }

  /** The checkpoint in a file that is whole; its vectors lie where the surface has them. */
  static Content read(Path file, LossSurface surface) throws IOException {
    try (DataInputStream data = open(file)) {
      data.readUTF();
      RowLog.Extent rows = new RowLog.Extent(data.readLong(), data.readUTF());
      int updates = data.readInt();
      ParameterVector theta = surface.vector(doubles(data));
      RunningStatistics running = surface.initialStatistics().withComponents(doubles(data));
      LoopState.Draws draws =
          new LoopState.Draws(ints(data), ints(data), ints(data), ints(data), data.readInt());
      double[] gradient = doubles(data);
      return new Content(
          new Checkpoint(
              new LoopState(updates, theta, running, draws),
              gradient.length == 0 ? null : surface.vector(gradient),
              data.readDouble(),
              ints(data)),
          rows);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
  }

  private static void requireWhole(Path file) throws IOException {
    long content = Files.size(file) - SUM;
    MessageDigest sum = DigestUtils.getSha256Digest();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      InputStream summed =
          new DigestInputStream(
              BoundedInputStream.builder()
                  .setInputStream(in)
                  .setMaxCount(Math.max(0, content))
                  .setPropagateClose(false)
                  .get(),
              sum);
      summed.transferTo(OutputStream.nullOutputStream());
      if (content < 0 || !Arrays.equals(sum.digest(), in.readNBytes(SUM))) {
        throw new IOException("its bytes are not those that were written");
      }
    }
  }

  /** Of a float32 vector its floats: they say all. */
  private static void put(DataOutputStream data, @Nullable ParameterVector vector)
      throws IOException {
    if (vector == null) {
      put(data, new double[0], true);
      return;
    }
    if (vector instanceof Float32Vector floats) {
      data.writeInt(floats.values().length);
      data.writeBoolean(true);
      for (float value : floats.values()) {
        data.writeInt(Float.floatToRawIntBits(value));
      }
      return;
    }
    put(data, vector.toArray(), vector.precision() == Precision.FLOAT32);
  }

  private static void put(DataOutputStream data, double[] values, boolean single)
      throws IOException {
    data.writeInt(values.length);
    data.writeBoolean(single);
    for (double value : values) {
      if (single) {
        data.writeFloat((float) value);
      } else {
        data.writeDouble(value);
      }
    }
  }

  private static double[] doubles(DataInputStream data) throws IOException {
    double[] values = new double[data.readInt()];
    boolean single = data.readBoolean();
    for (int i = 0; i < values.length; i++) {
      values[i] = single ? data.readFloat() : data.readDouble();
    }
    return values;
  }

  private static void put(DataOutputStream data, int[] values) throws IOException {
    data.writeInt(values.length);
    for (int value : values) {
      data.writeInt(value);
    }
  }

  private static int[] ints(DataInputStream data) throws IOException {
    int[] values = new int[data.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = data.readInt();
    }
    return values;
  }
}
