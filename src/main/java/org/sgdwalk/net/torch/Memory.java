package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.arange;
import static org.bytedeco.pytorch.global.torch.empty;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sgdwalk.net.Float32Vector;
import org.sgdwalk.net.Float64Vector;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.Precision;

/**
 * Tensors of one precision on one device, and the way between them and the heap. Vectors and losses
 * lie on the heap, or stay on the device (resident).
 */
final class Memory {
  /** How often something was read from a resident memory. */
  private static final AtomicLong READINGS = new AtomicLong();

  private final Precision precision;
  private final Place place;
  private final Device device;

  Memory(Precision precision, Place place) {
    this.precision = precision;
    this.place = place;
    this.device = Constants.forever(place.device());
  }

  /** Readings from resident memories since the process began: each waits for its device. */
  static long readings() {
    return READINGS.get();
  }

  Precision precision() {
    return precision;
  }

  Device device() {
    return device;
  }

  /** Whether vectors and losses stay where they are computed. */
  boolean isResident() {
    return place.isResident();
  }

  VectorCount vectors() {
    return place.vectors();
  }

  ScalarType type() {
    return precision == Precision.FLOAT64 ? ScalarType.Double : ScalarType.Float;
  }

  private static TensorOptions options(Device where, ScalarType type) {
    return new TensorOptions()
        .dtype(new ScalarTypeOptional(type))
        .device(new DeviceOptional(where));
  }

  Tensor zeros(long... shape) {
    return org.bytedeco.pytorch.global.torch.zeros(shape, options(device, type()));
  }

  Tensor uninitialised(long... shape) {
    return empty(shape, options(device, type()), new MemoryFormatOptional());
  }

  /** Room for whole numbers. */
  Tensor wholeNumbers(long length) {
    return empty(new long[] {length}, options(device, ScalarType.Long), new MemoryFormatOptional());
  }

  /** The whole numbers below an end. */
  Tensor range(long end) {
    return arange(new Scalar(end), options(device, ScalarType.Long));
  }

  /** A matrix of the given values, row-major, rounded to the precision. */
  Tensor matrix(double[] values, long rows) {
    Tensor there = uninitialised(rows, values.length / rows);
    write(values, there);
    return there;
  }

  /** Writes values, row-major, rounded to the precision. */
  void write(double[] values, Tensor into) {
    if (values.length == 0) {
      return;
    }
    Scope.run(
        () -> {
          Tensor staged = onHost(ScalarType.Double, into.sizes().vec().get());
          new DoublePointer(staged.data_ptr()).put(values);
          into.copy_(staged);
        });
  }

  /** The values, row-major. */
  double[] read(Tensor from) {
    if (from.numel() == 0) {
      return new double[0];
    }
    count();
    return Scope.compute(
        () -> {
          Tensor staged = from.to(new Device("cpu"), ScalarType.Double).contiguous();
          double[] values = new double[Math.toIntExact(staged.numel())];
          new DoublePointer(staged.data_ptr()).get(values);
          return values;
        });
  }

  private void count() {
    if (isResident()) {
      READINGS.incrementAndGet();
    }
  }

  /** Numbers of rows, to choose by. */
  Tensor indices(int[] rows) {
    return onHost(Arrays.stream(rows).asLongStream().toArray()).to(device, ScalarType.Long);
  }

  /** Writes labels. */
  void write(List<Integer> labels, Tensor into) {
    Scope.run(() -> into.copy_(onHost(labels.stream().mapToLong(Integer::longValue).toArray())));
  }

  private static Tensor onHost(long[] values) {
    Tensor staged = onHost(ScalarType.Long, values.length);
    new LongPointer(staged.data_ptr()).put(values);
    return staged;
  }

  /** Copies components {@code first} to {@code end} of a vector to a flat tensor of as many. */
  void write(ParameterVector vector, int first, int end, Tensor part) {
    int length = end - first;
    if (length == 0) {
      return;
    }
    if (vector instanceof TorchVector there) {
      Scope.run(() -> part.copy_(there.tensor().narrow(0, first, length)));
      return;
    }
    Scope.run(
        () -> {
          Tensor staged = isOnHost() ? part : onHost(type(), length);
          if (vector instanceof Float64Vector doubles) {
            new DoublePointer(staged.data_ptr()).put(doubles.values(), first, length);
          } else if (vector instanceof Float32Vector floats) {
            new FloatPointer(staged.data_ptr()).put(floats.values(), first, length);
          }
          if (!isOnHost()) {
            part.copy_(staged);
          }
        });
  }

  /** Copies a flat tensor into a vector on the heap. */
  void read(Tensor from, ParameterVector vector) {
    if (vector.dimension() == 0) {
      return;
    }
    count();
    Scope.run(
        () -> {
          Tensor staged = isOnHost() ? from : from.cpu();
          if (vector instanceof Float64Vector doubles) {
            new DoublePointer(staged.data_ptr()).get(doubles.values());
          } else if (vector instanceof Float32Vector floats) {
            new FloatPointer(staged.data_ptr()).get(floats.values());
          }
        });
  }

  private boolean isOnHost() {
    return device.is_cpu();
  }

  /** Where the heap's arrays can be copied to. */
  private static Tensor onHost(ScalarType type, long... shape) {
    return empty(shape, options(new Device("cpu"), type), new MemoryFormatOptional());
  }
}
