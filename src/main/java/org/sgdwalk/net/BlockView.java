package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Some blocks of a flat vector seen as one contiguous vector; neighbouring blocks are merged. */
final class BlockView {
  private record Piece(INDArray inFlat, long start, long end) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final long dimension;

  BlockView(INDArray flat, List<ParameterLayout.Block> blocks) {
    long start = 0;
    for (int i = 0; i < blocks.size(); ) {
      long offset = blocks.get(i).offset();
      long length = 0;
      while (i < blocks.size() && blocks.get(i).offset() == offset + length) {
        length += blocks.get(i++).length();
      }
      INDArray inFlat =
          flat.reshape(flat.length()).get(NDArrayIndex.interval(offset, offset + length));
      pieces.add(new Piece(inFlat, start, start + length));
      start += length;
    }
    dimension = start;
  }

  long dimension() {
    return dimension;
  }

  /** Sets the blocks to the values of a vector. */
  void load(ParameterVector vector) {
    for (Piece piece : pieces) {
      piece.inFlat().assign(part(vector, piece));
    }
  }

  /** Sets the blocks to (1 - a) from + a to; a = 0 and a = 1 give the ends exactly. */
  void loadBetween(ParameterVector from, ParameterVector to, double a) {
    if (a == 0 || a == 1) {
      load(a == 0 ? from : to);
      return;
    }
    for (Piece piece : pieces) {
      piece.inFlat().assign(part(from, piece)).muli(1 - a);
      Nd4j.getBlasWrapper().axpy((Number) a, part(to, piece), piece.inFlat());
    }
  }

  /** Copies the blocks into a vector. */
  void copyTo(ParameterVector vector) {
    for (Piece piece : pieces) {
      part(vector, piece).assign(piece.inFlat());
    }
  }

  private static INDArray part(ParameterVector vector, Piece piece) {
    return piece.start() == 0 && piece.end() == vector.dimension()
        ? vector.array()
        : vector.array().get(NDArrayIndex.interval(piece.start(), piece.end()));
  }
}
