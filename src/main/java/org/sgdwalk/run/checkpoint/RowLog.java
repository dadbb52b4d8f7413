package org.sgdwalk.run.checkpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
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
  private final MessageDigest sum = DigestUtils.getSha256Digest();
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

  /** Adds the rows that are not there, and makes sure that they are on the disk. */
  Extent append(WalkRows rows) throws IOException {
    ByteArrayOutputStream added = new ByteArrayOutputStream();
    for (StepRow row : rows.steps().subList(steps, rows.steps().size())) {
      put(added, new Line(row, null, null, null));
    }
    for (EpochRow row : rows.epochs().subList(epochs, rows.epochs().size())) {
      put(added, new Line(null, row, null, null));
    }
    for (SpectrumRow row : rows.spectra().subList(spectra, rows.spectra().size())) {
      put(added, new Line(null, null, row, null));
    }
    List<Map.Entry<Integer, byte[]>> kept = List.copyOf(rows.thetaFiles().entrySet());
    for (Map.Entry<Integer, byte[]> theta : kept.subList(thetas, kept.size())) {
      put(added, new Line(null, null, null, new Theta(theta.getKey(), theta.getValue())));
    }
    write(added.toByteArray());
    count(rows);
    return new Extent(length, sha256());
  }

  private static void put(ByteArrayOutputStream out, Line line) throws IOException {
    out.write(MAPPER.writeValueAsBytes(line));
    out.write('\n');
  }

  /** Behind what is this log's; what a process that died has written beyond it is cut off. */
  private void write(byte[] added) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.position(length);
      ByteBuffer bytes = ByteBuffer.wrap(added);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    sum.update(added);
    length += added.length;
  }

  private void count(WalkRows rows) {
    steps = rows.steps().size();
    epochs = rows.epochs().size();
    spectra = rows.spectra().size();
    thetas = rows.thetaFiles().size();
  }

  private String sha256() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) sum.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  /**
   * The rows of a checkpoint; the log goes on behind them.
   *
   * @throws IOException if they are not what was written
   */
  WalkRows read(Extent extent) throws IOException {
    byte[] content = content(extent);
    sum.reset();
    sum.update(content);
    length = extent.length();
    if (!sha256().equals(extent.sha256())) {
      throw new IOException("the rows are not those that were written");
    }
    WalkRows rows = parse(content);
    count(rows);
    return rows;
  }

  private byte[] content(Extent extent) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(Math.toIntExact(extent.length()));
      if (content.length < extent.length()) {
        throw new IOException("rows are missing");
      }
      return content;
    }
  }

  private static WalkRows parse(byte[] content) throws IOException {
    WalkRows rows =
        new WalkRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8))) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        add(MAPPER.readValue(text, Line.class), rows);
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
