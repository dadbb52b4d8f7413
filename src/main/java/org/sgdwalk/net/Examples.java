package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.spec.Precision;

/**
 * A part of a data set as rows of features. A part that is small enough lies where the backend
 * computes, once; of a larger one only its bytes are kept, and workers make the features of each
 * chunk when they come to it. The numbers are the same.
 */
final class Examples implements AutoCloseable {
  /**
   * What features may take at most to be kept: 1 GiB holds all of CIFAR-10 in float32 (0.6 GB) and
   * leaves a laptop room; 200 classes of Tiny ImageNet would take 4.9 GB.
   */
  static final long RESIDENT_BYTES = 1L << 30;

  /**
   * Rows that are made at once: enough to be worth a call, and little that waits for collection.
   */
  private static final int BLOCK = 16;

  private final DataPart part;
  private final InputLayout layout;
  private final List<Integer> labels;
  private final @Nullable Features features;

  /** {@code residentBytes} is what features may take to be kept. */
  Examples(
      DataPart part, InputLayout layout, Engine engine, Precision precision, long residentBytes) {
    this.part = part;
    this.layout = layout;
    labels = IntStream.range(0, part.size()).mapToObj(part::label).toList();
    long bytes = (long) part.size() * layout.shape().size() * precision.bytes();
    features = bytes <= residentBytes ? resident(engine, precision) : null;
  }

  private Features resident(Engine engine, Precision precision) {
    Features all = engine.features(part.size(), layout.shape().size(), precision);
    double[] room = new double[0];
    for (int start = 0; start < part.size(); start += BLOCK) {
      int end = Math.min(start + BLOCK, part.size());
      int length = (end - start) * layout.shape().size();
      room = room.length == length ? room : new double[length];
      RowSource source = source(IntStream.range(start, end).toArray(), List.of());
      all.slice(start, end).write(source.values(room), labels.subList(start, end));
    }
    return all;
  }

  private RowSource source(int[] examples, List<CropFlip> views) {
    return new RowSource(part, layout, examples, views);
  }

  int size() {
    return labels.size();
  }

  /** Consecutive chunks; the last may be smaller. */
  List<Rows> chunks(int chunk) {
    List<Rows> chunks = new ArrayList<>();
    for (int start = 0; start < size(); start += chunk) {
      chunks.add(chunk(start, Math.min(start + chunk, size())));
    }
    return chunks;
  }

  private Rows chunk(int start, int end) {
    List<Integer> some = labels.subList(start, end);
    return features == null
        ? new Rows.Streamed(source(IntStream.range(start, end).toArray(), List.of()), some)
        : new Rows.Resident(features.slice(start, end), some);
  }

  /**
   * Chunks of the given rows in their order; the last may be smaller. They are made when a worker
   * comes to them: no second copy of the part.
   */
  List<Rows> chunks(int[] order, int chunk) {
    List<Rows> chunks = new ArrayList<>();
    for (int start = 0; start < order.length; start += chunk) {
      int end = Math.min(start + chunk, order.length);
      chunks.add(gather(Arrays.copyOfRange(order, start, end), List.of()));
    }
    return chunks;
  }

  /** The given rows. */
  Rows gather(int[] examples) {
    if (features == null) {
      return gather(examples, List.of());
    }
    List<Integer> chosen = IntStream.of(examples).mapToObj(labels::get).toList();
    return new Rows.Gathered(features.gather(examples), chosen);
  }

  /** The given rows, each example in the view at its place. */
  Rows gather(int[] examples, List<CropFlip> views) {
    RowSource source = source(examples.clone(), List.copyOf(views));
    return new Rows.Streamed(source, source.labels());
  }

  @Override
  public void close() {
    if (features != null) {
      features.close();
    }
  }
}
