package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sgdwalk.net.Batch;
import org.sgdwalk.net.CrossEntropy;
import org.sgdwalk.net.PendingLoss;

/** The cross-entropy where the logits lie, in float64, read when it is asked for. */
final class DeviceLoss implements LogitLoss {
  private static final long CLASSES = 1;

  private final Memory memory;

  DeviceLoss(Memory memory) {
    this.memory = memory;
  }

  /**
   * What is still on the device.
   *
   * @param sums of losses and of correct rows, [2]
   */
  private record Pending(Tensor sums, int rows) implements PendingLoss {}

  @Override
  public PendingLoss of(Tensor logits, Batch batch) {
    return pending(logits.to(ScalarType.Double), labels(batch));
  }

  @Override
  public List<PendingLoss> ofEach(Tensor logits, Batch batch) {
    return LongStream.range(0, logits.size(1))
        .mapToObj(i -> of(logits.select(1, i), batch))
        .toList();
  }

  private static Tensor labels(Batch batch) {
    return ((TorchFeatures) batch.features()).labels();
  }

  private static Pending pending(Tensor logits, Tensor labels) {
    Tensor ofLabels = logits.gather(CLASSES, labels.unsqueeze(CLASSES)).squeeze(CLASSES);
    Tensor losses = logits.logsumexp(CLASSES).sub(ofLabels);
    Tensor correct = logits.argmax(Constants.LAST, false).eq(labels).to(ScalarType.Double);
    TensorVector both = new TensorVector(losses.sum(), correct.sum());
    return new Pending(Owned.handle(stack(both)), Math.toIntExact(labels.size(0)));
  }

  @Override
  public Differentiated differentiate(Tensor logits, Batch batch) {
    return new Differentiated(of(logits, batch), gradient(logits, batch));
  }

  @Override
  public Tensor gradient(Tensor logits, Batch batch) {
    Tensor oneHot = labels(batch).unsqueeze(CLASSES).eq(memory.range(logits.size(CLASSES)));
    return logits
        .to(ScalarType.Double)
        .softmax(CLASSES)
        .sub_(oneHot.to(ScalarType.Double))
        .mul_(share(logits))
        .to(memory.type());
  }

  private static Scalar share(Tensor logits) {
    return new Scalar(1.0 / logits.size(0));
  }

  /** (p m - p (p . m)) / rows in each row, where p is the softmax and m the change. */
  @Override
  public Tensor curvature(Tensor logits, Tensor change) {
    Tensor p = logits.to(ScalarType.Double).softmax(CLASSES);
    Tensor moved = p.mul(change);
    Tensor mean = moved.sum(new long[] {CLASSES}, true, Constants.SAME_TYPE);
    return moved.sub_(p.mul(mean)).mul_(share(logits)).to(memory.type());
  }

  /** Reads losses of this kind in one transfer, and frees them. */
  List<CrossEntropy> read(List<PendingLoss> losses) {
    if (losses.isEmpty()) {
      return List.of();
    }
    List<Pending> pending = losses.stream().map(Pending.class::cast).toList();
    Tensor[] sums = pending.stream().map(Pending::sums).toArray(Tensor[]::new);
    double[] all = Scope.compute(() -> memory.read(stack(new TensorVector(sums))));
    List<CrossEntropy> read = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      read.add(new CrossEntropy(all[2 * i], (int) all[2 * i + 1], pending.get(i).rows()));
      Owned.free(sums[i]);
    }
    return read;
  }
}
