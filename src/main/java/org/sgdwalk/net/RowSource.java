package org.sgdwalk.net;

import java.util.List;
import java.util.stream.IntStream;
import org.sgdwalk.data.CropFlip;
import org.sgdwalk.data.DataPart;

/** Makes features of images. Immutable; safe for use by many threads. */
final class RowSource {
  private final DataPart part;
  private final InputLayout layout;
  private final int[] examples;
  private final List<CropFlip> views;

  /**
   * The images of the given examples.
   *
   * @param views how each is seen; empty for as it is
   */
  RowSource(DataPart part, InputLayout layout, int[] examples, List<CropFlip> views) {
    this.part = part;
    this.layout = layout;
    this.examples = examples;
    this.views = views;
  }

  int size() {
    return examples.length;
  }

  int valuesPerExample() {
    return layout.shape().size();
  }

  List<Integer> labels() {
    return IntStream.of(examples).mapToObj(part::label).toList();
  }

  /** The features, [examples, values an example], row-major. */
  double[] values() {
    return values(new double[Math.multiplyExact(size(), valuesPerExample())]);
  }

  /** The same in an array of just as many. */
  double[] values(double[] room) {
    double[] pixels = new double[part.images().pixelsPerExample()];
    for (int i = 0; i < size(); i++) {
      CropFlip view = views.isEmpty() ? CropFlip.NONE : views.get(i);
      layout.copy(part, examples[i], view, pixels, room, i * valuesPerExample());
    }
    return room;
  }
}
