package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataPart;

/**
 * A part of a data set as rows of features. A part that is small enough lies where the backend
 * computes, once; of a larger one only its bytes are kept, and workers make the features of each
 * chunk when they come to it. The numbers are the same.
 */
final class Examples {
  /**
   * What features may take at most to be kept: 1 GiB holds all of CIFAR-10 in float32 (0.6 GB) and
   * leaves a laptop room; 200 classes of Tiny ImageNet would take 4.9 GB.
   */
  static final long RESIDENT_BYTES = 1L << 30;

  /** Rows that are made at once: enough to be worth a call, and little memory. */
  private static final int BLOCK = 256;

  private final DataPart part;
  private final InputLayout layout;
  private final DataType type;
  private final List<Integer> labels;
  private final @Nullable INDArray features;

  /** {@code residentBytes} is what features may take to be kept. */
  Examples(DataPart part, InputLayout layout, DataType type, long residentBytes) {
    this.part = part;
    this.layout = layout;
    this.type = type;
    labels = IntStream.range(0, part.size()).mapToObj(part::label).toList();
    long bytes = (long) part.size() * layout.shape().size() * type.width();
    features = bytes <= residentBytes ? resident() : null;
  }

  private INDArray resident() {
    INDArray all = Nd4j.createUninitialized(type, part.size(), layout.shape().size());
    for (int start = 0; start < part.size(); start += BLOCK) {
      int end = Math.min(start + BLOCK, part.size());
      source(IntStream.range(start, end).toArray(), List.of())
          .write(all.get(NDArrayIndex.interval(start, end), NDArrayIndex.all()));
    }
    return all;
  }

  private RowSource source(int[] examples, List<CropFlip> views) {
    return new RowSource(part, layout, type, examples, views);
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
        : new Rows.Resident(
            features.get(NDArrayIndex.interval(start, end), NDArrayIndex.all()), some);
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
    return new Rows.Resident(Nd4j.pullRows(features, 1, examples), chosen);
  }

  /** The given rows, each example in the view at its place. */
  Rows gather(int[] examples, List<CropFlip> views) {
    RowSource source = source(examples.clone(), List.copyOf(views));
    return new Rows.Streamed(source, source.labels());
  }
}
