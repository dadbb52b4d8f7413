package org.sgdwalk.net.torch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.Batch;
import org.sgdwalk.net.CrossEntropy;
import org.sgdwalk.net.PendingLoss;

/** The cross-entropy on the heap, with the same digits on every CPU. */
final class HostLoss implements LogitLoss {
  private final Memory memory;

  HostLoss(Memory memory) {
    this.memory = memory;
  }

  @Override
  public PendingLoss of(Tensor logits, Batch batch) {
    return CrossEntropy.of(memory.read(logits), batch.labels());
  }

  @Override
  public List<PendingLoss> ofEach(Tensor logits, Batch batch) {
    double[] values = memory.read(logits.transpose(0, 1));
    int points = Math.toIntExact(logits.size(1));
    int length = values.length / points;
    return IntStream.range(0, points)
        .mapToObj(i -> Arrays.copyOfRange(values, i * length, (i + 1) * length))
        .<PendingLoss>map(ofPoint -> CrossEntropy.of(ofPoint, batch.labels()))
        .toList();
  }

  @Override
  public Differentiated differentiate(Tensor logits, Batch batch) {
    double[] values = memory.read(logits);
    double[] gradient = new double[values.length];
    PendingLoss loss = CrossEntropy.differentiate(values, batch.labels(), gradient);
    return new Differentiated(loss, memory.matrix(gradient, logits.size(0)));
  }

  @Override
  public Tensor gradient(Tensor logits, Batch batch) {
    return differentiate(logits, batch).gradient();
  }

  @Override
  public Tensor curvature(Tensor logits, Tensor change) {
    int rows = Math.toIntExact(logits.size(0));
    return memory.matrix(
        CrossEntropy.curvature(memory.read(logits), memory.read(change), rows), rows);
  }
}
