package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.nextafter;
import static org.bytedeco.pytorch.global.torch.where;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sgdwalk.net.DeviceVector;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.Rounding;
import org.sgdwalk.spec.Precision;

/** A vector as a flat tensor on a device. What it is asked for is one reading. */
final class TorchVector extends DeviceVector {
  private static final Scalar UP = Constants.forever(new Scalar(Double.POSITIVE_INFINITY));
  private static final Scalar DOWN = Constants.forever(new Scalar(Double.NEGATIVE_INFINITY));
  private static final Scalar ZERO = Constants.forever(new Scalar(0.0));

  private final Memory memory;
  private final Tensor tensor;

  /** A vector that is this tensor. */
  TorchVector(Memory memory, Tensor tensor) {
    this.memory = memory;
    this.tensor = tensor;
  }

  /** A vector of a tensor that is made for it. */
  static TorchVector made(Memory memory, Supplier<Tensor> tensor) {
    TorchVector made = new TorchVector(memory, Scope.compute(() -> Owned.handle(tensor.get())));
    memory.vectors().count(made, made.tensor.numel() * made.tensor.element_size());
    return made;
  }

  static TorchVector of(Memory memory, double[] components) {
    return made(
        memory,
        () -> {
          Tensor room = memory.uninitialised(components.length);
          memory.write(components, room);
          return room;
        });
  }

  Tensor tensor() {
    return tensor;
  }

  private Tensor tensorOf(ParameterVector other) {
    requireSameSpace(other);
    return ((TorchVector) other).tensor;
  }

  @Override
  public long dimension() {
    return tensor.numel();
  }

  @Override
  public Precision precision() {
    return memory.precision();
  }

  @Override
  public ParameterVector copy() {
    return made(memory, tensor::clone);
  }

  @Override
  protected ParameterVector withComponents(double[] components) {
    return of(memory, components);
  }

  private ParameterVector change(Runnable work) {
    Scope.run(work);
    return this;
  }

  @Override
  public ParameterVector assign(ParameterVector other) {
    return change(() -> tensor.copy_(tensorOf(other)));
  }

  @Override
  public ParameterVector addScaled(double factor, ParameterVector other) {
    return change(() -> tensor.add_(tensorOf(other), new Scalar(factor)));
  }

  @Override
  public ParameterVector scale(double factor) {
    return change(() -> tensor.mul_(new Scalar(factor)));
  }

  @Override
  public ParameterVector square() {
    return change(tensor::square_);
  }

  @Override
  public ParameterVector between(
      ParameterVector from, ParameterVector to, double a, Rounding rounding, int first) {
    requirePartOf(from, to, first);
    Tensor start = ((TorchVector) (a == 1 ? to : from)).tensor;
    Tensor end = ((TorchVector) (a == 0 ? from : to)).tensor;
    return change(
        () ->
            tensor.copy_(
                rounding == Rounding.NEAREST
                    ? nearest(part(start, first), part(end, first), a)
                    : other(part(start, first), part(end, first), a)));
  }

  private Tensor part(Tensor all, int first) {
    return all.narrow(0, first, tensor.numel());
  }

  private static Tensor nearest(Tensor start, Tensor end, double a) {
    return end.sub(start).mul_(new Scalar(a)).add_(start);
  }

  /** What is left of the exact point says on which side of the nearest number it lies. */
  private Tensor other(Tensor start, Tensor end, double a) {
    Tensor from = start.to(ScalarType.Double);
    Tensor way = end.to(ScalarType.Double).sub(from).mul_(new Scalar(a));
    Tensor nearest = from.add(way).to(memory.type());
    Tensor left = way.sub(nearest.to(ScalarType.Double).sub(from));
    Tensor up = nextafter(nearest, nearest.new_full(new long[0], UP));
    Tensor down = nextafter(nearest, nearest.new_full(new long[0], DOWN));
    return where(left.gt(ZERO), up, where(left.lt(ZERO), down, nearest));
  }

  @Override
  public double largest() {
    return tensor.numel() == 0 ? Double.NaN : number(() -> tensor.max());
  }

  @Override
  protected double largestMagnitude() {
    return tensor.numel() == 0 ? 0 : number(() -> tensor.abs().max());
  }

  @Override
  protected boolean hasSafeSquares() {
    return precision() == Precision.FLOAT32;
  }

  @Override
  protected double dot(double scale, ParameterVector other, double otherScale) {
    Tensor factors = tensorOf(other);
    return number(() -> scaled(tensor, scale).mul(scaled(factors, otherScale)).sum());
  }

  private static Tensor scaled(Tensor values, double scale) {
    Tensor doubles = values.to(ScalarType.Double);
    return scale == 1 ? doubles : doubles.mul(new Scalar(1 / scale));
  }

  private double number(Supplier<Tensor> computed) {
    return Scope.compute(() -> memory.read(computed.get()))[0];
  }

  @Override
  public double[] toArray() {
    return memory.read(tensor);
  }
}
