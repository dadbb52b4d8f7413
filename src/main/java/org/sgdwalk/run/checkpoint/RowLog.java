package org.sgdwalk.run.checkpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.SpectrumRow;
import org.sgdwalk.trace.StepRow;

/**
 * The rows of a run so far, a line of JSON each, in a file that only grows: a checkpoint adds what
 * is new and says how much of the file is its own. So all checkpoints of a run together write each
 * row once.
 */
final class RowLog {
  /** Kept thetas are lines too, and long ones. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private final Path file;
  private MessageDigest sum = DigestUtils.getSha256Digest();
  private long length;
  private int steps;
  private int epochs;
  private int spectra;
  private int thetas;

  /** A line: one of these. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      @Nullable StepRow step,
      @Nullable EpochRow epoch,
      @Nullable SpectrumRow spectrum,
      @Nullable Theta theta) {}

  /** A kept theta. */
  @SuppressWarnings("ArrayRecordComponent") // written and read once, never compared
  private record Theta(int step, byte[] file) {}

  /**
   * How much of the file is a checkpoint's.
   *
   * @param length bytes from its beginning
   * @param sha256 SHA-256 of these
   */
  record Extent(long length, String sha256) {}

  /** A log that is empty, whatever the file holds. */
  RowLog(Path file) {
    this.file = file;
  }

  /**
   * Adds the rows that are not there, and makes sure that they are on the disk; all of them where
   * the file is not what it was.
   */
  Extent append(WalkRows rows) throws IOException {
    if (!Files.exists(file) || Files.size(file) < length) {
      beginAnew();
    }
    MessageDigest grown = copy(sum);
    long end;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(length); // What a process that died has written beyond it.
      channel.position(length);
      OutputStream out =
          new BufferedOutputStream(
              new DigestOutputStream(Channels.newOutputStream(channel), grown));
      put(out, rows);
      out.flush();
      channel.force(true);
      end = channel.position();
    }
    length = end;
    sum = grown;
    count(rows);
    return new Extent(length, hex(sum));
  }

  private void beginAnew() {
    sum.reset();
    length = 0;
    steps = 0;
    epochs = 0;
    spectra = 0;
    thetas = 0;
  }

  private void put(OutputStream out, WalkRows rows) throws IOException {
    for (StepRow row : rows.steps().subList(steps, rows.steps().size())) {
      put(out, new Line(row, null, null, null));
    }
    for (EpochRow row : rows.epochs().subList(epochs, rows.epochs().size())) {
      put(out, new Line(null, row, null, null));
    }
    for (SpectrumRow row : rows.spectra().subList(spectra, rows.spectra().size())) {
      put(out, new Line(null, null, row, null));
    }
    List<Map.Entry<Integer, byte[]>> kept = List.copyOf(rows.thetaFiles().entrySet());
    for (Map.Entry<Integer, byte[]> theta : kept.subList(thetas, kept.size())) {
      put(out, new Line(null, null, null, new Theta(theta.getKey(), theta.getValue())));
    }
  }

  private static void put(OutputStream out, Line line) throws IOException {
    out.write(MAPPER.writeValueAsBytes(line));
    out.write('\n');
  }

  private void count(WalkRows rows) {
    steps = rows.steps().size();
    epochs = rows.epochs().size();
    spectra = rows.spectra().size();
    thetas = rows.thetaFiles().size();
  }

  private static MessageDigest copy(MessageDigest of) {
    try {
      return (MessageDigest) of.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  private static String hex(MessageDigest of) {
    return HexFormat.of().formatHex(copy(of).digest());
  }

  /**
   * The rows of a checkpoint; the log goes on behind them.
   *
   * @throws IOException if they are not what was written
   */
  WalkRows read(Extent extent) throws IOException {
    beginAnew();
    requireWhole(extent);
    WalkRows rows;
    try (InputStream in = content(extent.length())) {
      rows = parse(in);
    }
    length = extent.length();
    count(rows);
    return rows;
  }

  /** Nothing is parsed before the sum is right. */
  private void requireWhole(Extent extent) throws IOException {
    try (InputStream in = new DigestInputStream(content(extent.length()), sum)) {
      if (in.transferTo(OutputStream.nullOutputStream()) < extent.length()) {
        throw new IOException("rows are missing");
      }
    }
    if (!hex(sum).equals(extent.sha256())) {
      throw new IOException("the rows are not those that were written");
    }
  }

  private InputStream content(long end) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(new BufferedInputStream(Files.newInputStream(file)))
        .setMaxCount(end)
        .get();
  }

  private static WalkRows parse(InputStream in) throws IOException {
    WalkRows rows =
        new WalkRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    try (MappingIterator<Line> lines = MAPPER.readerFor(Line.class).readValues(in)) {
      while (lines.hasNextValue()) {
        add(lines.nextValue(), rows);
      }
    } catch (JsonProcessingException e) {
      throw new IOException("the rows cannot be read", e);
    }
    return rows;
  }

  private static void add(Line line, WalkRows rows) {
    if (line.step() != null) {
      rows.steps().add(line.step());
    }
    if (line.epoch() != null) {
      rows.epochs().add(line.epoch());
    }
    if (line.spectrum() != null) {
      rows.spectra().add(line.spectrum());
    }
    if (line.theta() != null) {
      rows.thetaFiles().put(line.theta().step(), line.theta().file());
    }
  }
}
